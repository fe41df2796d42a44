"""Every reporting expression reports something in its own example."""

import pytest

from extractor.api import Extractor
from extractor.lexicon.cues import CueEntry, CueKind, load_cues
from extractor.lexicon.stance_phrases import StanceNoun, StanceVerb, load_stance_nouns, load_stance_verbs

# hearsay says nothing where nobody has been named before it
ENTRIES = [cue for cue in load_cues() if cue.kind is not CueKind.HEARSAY] + [*load_stance_nouns(), *load_stance_verbs()]


@pytest.mark.ginza
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_example_has_a_statement(entry: CueEntry | StanceNoun | StanceVerb, extractor_loaded: Extractor) -> None:
    assert extractor_loaded.extract(entry.example).statements
