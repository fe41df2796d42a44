"""Eras: every example is a date in its era, in the right western year."""

import re

import pytest

from extractor.lexicon.eras import Era, load_eras


@pytest.mark.parametrize("era", load_eras(), ids=lambda era: era.name)
def test_the_example_is_of_the_era(era: Era) -> None:
    assert re.match(rf"{era.name}(元|\d+)年\d+月\d+日$", era.example)


def test_eras_follow_one_another() -> None:
    years = [era.first_year for era in load_eras()]
    assert years == sorted(set(years))
    assert {era.name: era.first_year for era in load_eras()}["令和"] == 2019
