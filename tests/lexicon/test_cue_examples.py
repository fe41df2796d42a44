"""Every reporting expression reports something in its own example."""

import pytest

from extractor.api import Extractor
from extractor.lexicon.cues import CueKind, load_cues
from extractor.lexicon.stance_phrases import load_stance_nouns, load_stance_verbs

# hearsay says nothing where nobody has been named before it
ENTRIES = [cue for cue in load_cues() if cue.kind is not CueKind.HEARSAY] + [*load_stance_nouns(), *load_stance_verbs()]


@pytest.mark.ginza
def test_examples_have_a_statement(extractor_loaded: Extractor) -> None:
    records = extractor_loaded.extract_many(entry.example for entry in ENTRIES)
    assert [entry.id for entry, record in zip(ENTRIES, records, strict=True) if not record.statements] == []
