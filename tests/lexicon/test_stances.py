"""Words of stance: told apart, each in its example."""

from collections import Counter

import pytest

from extractor.lexicon.stances import PLACE, StanceEntry, load_stances, read_polarity, read_stances

STANCES = read_stances()


def test_no_word_shows_two_things() -> None:
    words = Counter(word for entry in STANCES for word in entry.words)
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("entry", STANCES, ids=lambda entry: f"{entry.value} {entry.words[0]}")
def test_the_example_has_a_place_for_each_word(entry: StanceEntry) -> None:
    assert PLACE in entry.example


def test_negations_stand_in_their_example_in_some_form() -> None:
    assert {"ない", "ず"} <= load_stances().negations
    assert all(PLACE in entry.example for entry in read_polarity("not_negation"))
