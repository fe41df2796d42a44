"""Values of words as codes."""

import numpy
from hypothesis import given
from hypothesis import strategies as st

from extractor.naming.coded import Coded

WORDS = Coded.of(["米", "は", "米", "国"])


@given(st.lists(st.integers(0, 5)))
def test_items_are_those_that_were_coded(items: list[int]) -> None:
    coded = Coded.of(items)
    assert coded.items() == items
    assert len(coded.values) == len(set(items))


def test_each_value_is_changed_once() -> None:
    asked: list[str] = []
    assert WORDS.each(lambda word: asked.append(word) or f"{word}!").items() == ["米!", "は!", "米!", "国!"]
    assert asked == ["米", "は", "国"]


def test_places() -> None:
    assert WORDS.at(numpy.array([3, 0, 0])).items() == ["国", "米", "米"]
    assert WORDS.bordered("<>", 2).at(numpy.array([-2, -1, 0, 4, 5])).items() == ["<>", "<>", "米", "<>", "<>"]


@given(st.lists(st.tuples(st.sampled_from("山川海"), st.booleans())))
def test_pairs(pairs: list[tuple[str, bool]]) -> None:
    left, right = Coded.of(word for word, _ in pairs), Coded.of(known for _, known in pairs)
    assert left.joined(right).items() == pairs
