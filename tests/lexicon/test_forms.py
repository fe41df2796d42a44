"""Finding any of many forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon.forms import FormIndex

INDEX = FormIndex([("米国", 1), ("米", 2), ("米国務省", 3), ("米", 4)])


def test_longest_first_and_the_first_of_two() -> None:
    assert list(INDEX.at("米国務省は", 0)) == [(4, 3), (2, 1), (1, 2)]


def test_ending_at() -> None:
    assert list(INDEX.ending_at("対米国", 3)) == [(1, 1)]


@pytest.mark.parametrize("offset", [-1, 3, 99])
def test_nothing_outside_the_text(offset: int) -> None:
    assert list(INDEX.at("対米国", offset)) == []


def test_an_empty_form_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        FormIndex([("", 1)])


def test_all_in_a_text_the_longest_that_fits() -> None:
    text = "米国務省は米国と米を"
    assert list(INDEX.find(text, lambda start, end, value: value != 3)) == [(0, 2, 1), (5, 7, 1), (8, 9, 2)]
    assert list(INDEX.find(text, lambda start, end, value: True)) == [(0, 4, 3), (5, 7, 1), (8, 9, 2)]
    assert list(INDEX.find("", lambda start, end, value: True)) == []


def test_places_are_all_where_a_form_begins() -> None:
    longer = FormIndex([("国務", 1), ("省", 2)])
    assert list(longer.places("米国務省の国")) == [1, 3]


def test_endings_are_all_where_a_form_ends() -> None:
    longer = FormIndex([("国務", 1), ("省", 2)])
    assert list(longer.endings("米国務省の国")) == [3, 4]
    assert list(longer.endings("")) == []


@given(st.sets(st.text("米国務省", min_size=1, max_size=4)), st.text("米国務省は", max_size=8))
def test_forms_at_every_place(forms: set[str], text: str) -> None:
    index = FormIndex((form, form) for form in forms)
    places = range(len(text) + 1)
    longest_first = sorted(forms, key=len, reverse=True)
    at = {start: [(start + len(f), f) for f in longest_first if text.startswith(f, start)] for start in places}
    ending = {end: [(end - len(f), f) for f in longest_first if text.endswith(f, 0, end)] for end in places}
    assert {start: list(index.at(text, start)) for start in places} == at
    assert {end: list(index.ending_at(text, end)) for end in places} == ending
    assert {start for start in places if at[start]} <= set(index.places(text))
    assert {end for end in places if ending[end]} <= set(index.endings(text))
