"""Words of stance: told apart, each in its example."""

from collections import Counter

import pytest
from pydantic import ValidationError

from extractor.lexicon.stances import PLACE, StanceEntry, load_stances, read_roles, read_stances, read_words

STANCES = read_stances()
PLAIN = ("no_stance", "holding", "carrier", "thought", "aside", "linking", "wanting", "offering", "not_negation")


def test_no_word_shows_two_things_of_one_kind() -> None:
    words = Counter((entry.kind, word) for entry in STANCES for word in entry.words)
    assert [word for word, count in words.items() if count > 1] == []


def test_no_particle_shows_two_roles() -> None:
    particles = Counter(particle for entry in read_roles() for particle in entry.particles)
    assert [particle for particle, count in particles.items() if count > 1] == []


@pytest.mark.parametrize("table", PLAIN)
def test_the_example_has_a_place_for_each_word(table: str) -> None:
    assert all(PLACE in entry.example for entry in read_words(table))


def test_negations_are_read() -> None:
    assert {"ない", "ず"} <= load_stances().negations


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"kind": "deed", "cue": True}, "cue is for attitudes", id="a deed as a cue"),
        pytest.param({"example": "首相は反対した。"}, "no {} for the words", id="no place for the words"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(change: dict[str, object], reason: str) -> None:
    entry = {"value": "oppose", "kind": "attitude", "words": ["反対"], "example": "首相は案に{}した。"}
    with pytest.raises(ValidationError, match=reason):
        StanceEntry.model_validate(entry | change)
