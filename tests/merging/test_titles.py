"""Titles as offices."""

import pytest

from extractor.lexicon.offices import FieldOfLife, Reach
from extractor.merging.titles import is_same_office, read_office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("首相", "総理大臣"),
        ("元首相", "首相"),
        ("外相", "外務大臣"),
        ("長官", "官房長官"),
        ("デジタル相", "デジタル大臣"),
        ("主席", "国家主席"),
        ("CEO", "最高経営責任者"),
    ],
)
def test_titles_of_one_office(one: str, other: str) -> None:
    assert is_same_office(read_office(one), read_office(other))
    assert is_same_office(read_office(other), read_office(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("大統領", "副大統領"),
        ("首相", "外相"),
        ("外務大臣", "外務副大臣"),
        ("教授", "准教授"),
        ("社長", "副社長"),
        ("市長", "知事"),
        ("議長", "幹事長"),
    ],
)
def test_titles_of_two_offices(one: str, other: str) -> None:
    assert not is_same_office(read_office(one), read_office(other))


def test_an_office_that_is_over_is_past() -> None:
    assert read_office("前外相").is_past
    assert not read_office("外相").is_past


def test_a_title_that_is_not_known_stands_for_itself() -> None:
    office = read_office("木工職人")
    assert (office.id, office.field, office.reach) == ("木工職人", None, Reach.MANY)


def test_any_minister_is_one_of_a_state() -> None:
    office = read_office("経済再生担当大臣")
    assert (office.field, office.reach) == (FieldOfLife.PUBLIC, Reach.ONE)


def test_what_would_leave_one_character_is_no_tense() -> None:
    assert read_office("元帥").bare == "元帥"
