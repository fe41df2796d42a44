"""Variants of characters in names."""

from collections.abc import Callable

import pytest

from extractor.folding import fold
from extractor.lexicon.variants import Variant, load_variants
from extractor.naming.candidate import Candidate


@pytest.mark.ginza
@pytest.mark.parametrize("entry", load_variants(), ids=lambda entry: entry.variant)
def test_a_name_with_it_is_found_whole(mentions: Callable[[str], list[Candidate]], entry: Variant) -> None:
    folded = fold(f"{entry.example}氏は語った。")
    assert not folded.starts
    (name,) = mentions(folded.text)
    assert (name.start, name.end) == (0, len(entry.example))
