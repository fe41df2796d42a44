"""Offices and parts of names: every entry proves itself."""

import pytest

from extractor.lexicon.name_parts import load_name_parts
from extractor.lexicon.offices import MinisterEnding, OfficeEntry, Reach, load_offices
from extractor.merging.titles import read_office

OFFICES = load_offices()


def is_of(title: str, entry: OfficeEntry) -> bool:
    office = read_office(title)
    return office.id.partition(":")[0] == entry.id


@pytest.mark.parametrize("entry", OFFICES.entries, ids=lambda entry: entry.id)
def test_the_example_is_of_the_office_and_the_counter_is_not(entry: OfficeEntry) -> None:
    assert is_of(entry.example, entry)
    assert not is_of(entry.counter, entry)


def test_no_title_is_of_two_offices() -> None:
    forms = [form for entry in OFFICES.entries for form in entry.forms]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("form", OFFICES.tense_forms)
def test_what_tells_the_time_is_no_part_of_the_office(form: str) -> None:
    (example,) = {entry.example for entry in OFFICES.tenses if form in entry.forms}
    assert read_office(example.format(form)).id == read_office("首相").id


@pytest.mark.parametrize("form", OFFICES.lesser_forms)
def test_a_lesser_office_is_another(form: str) -> None:
    (example,) = {entry.example for entry in OFFICES.lesser if form in entry.forms}
    assert read_office(example.format(form)).id != read_office("大統領").id


@pytest.mark.parametrize("entry", OFFICES.ministers, ids=lambda entry: entry.long)
def test_a_minister_is_the_same_in_full_and_in_short(entry: MinisterEnding) -> None:
    office = read_office(entry.example)
    assert office.id == read_office(entry.example.removesuffix(entry.long) + entry.short).id
    assert office.reach is Reach.ONE


def test_long_surnames_have_three_characters() -> None:
    assert {len(form) for form in load_name_parts().long_surname_forms} == {3}
