"""What must hold for any text: every mention inside it, no two names that overlap, and no text that takes long."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from extractor.components.mentions import Lexicon, to_layer
from extractor.naming.candidate import Candidate
from extractor.naming.grouping import Grouper

pytestmark = pytest.mark.ginza


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n　\n", id="blanks"),
        pytest.param("日", id="one-character"),
        pytest.param("氏" * 2000, id="titles"),
        pytest.param("米" * 2000, id="countries"),
        pytest.param("ア・" * 2000, id="chain"),
        pytest.param("A・" * 2000, id="initials"),
        pytest.param("（" * 2000, id="brackets"),
        pytest.param("同社" * 2000, id="words-that-refer-back"),
        pytest.param("第" * 2000 + "条", id="articles"),
        pytest.param("アメリカ" * 1000 + "省" * 1000, id="heads"),
        pytest.param("田中太郎氏・" * 500 + "「『【", id="persons"),
    ],
)
def test_odd_texts(mentions: Callable[[str], list[Candidate]], lexicon: Lexicon, text: str) -> None:
    began = time.process_time()
    layer = to_layer(mentions(text))
    entities = Grouper(layer, text, lexicon.countries.usual, lexicon.anaphors).group()
    assert time.process_time() - began < 5
    assert all(0 <= mention.start < mention.end <= len(text) for mention in layer)
    names = [mention for mention in layer if mention.kind == "name" and mention.label != "provision"]
    assert all(one.end <= other.start for one, other in pairwise(names))
    assert sorted({index for entity in entities for index in entity.mentions}) == sorted(
        index for entity in entities for index in entity.mentions
    )
