"""Parses are those of GiNZA's parts as they come: what is made fast changes no tree, tag or lemma."""

from itertools import chain
from pathlib import Path

import pytest

from benchmarks.parses import COMPARED, agreeing

ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"
LEAST = 0.9995  # of the tokens; floats that are summed in another order may turn a close decision


@pytest.mark.ginza
@pytest.mark.slow
def test_parses_are_those_of_stock_ginza() -> None:
    paths = chain(ARTICLES.glob("*.txt"), ARTICLES.glob("*.md"))
    tokens, same = agreeing(path.read_text(encoding="utf-8") for path in sorted(paths))
    assert tokens > 5_000
    assert all(same[name] >= LEAST * tokens for name in COMPARED)
