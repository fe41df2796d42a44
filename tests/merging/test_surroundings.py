"""What stands around a name."""

from collections.abc import Callable

import pytest

from extractor.merging.surroundings import defined_abbreviation, find_seat, is_accused
from extractor.records import ArticleRecord

Story = Callable[..., ArticleRecord]


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("北浜県の佐藤知事は述べた。", "北浜県"),
        ("会見した佐藤磯崎市長は述べた。", "磯崎市"),
        ("佐藤知事は述べた。", None),
        ("県の佐藤知事", None),
    ],
)
def test_the_place_that_somebody_governs(story: Story, text: str, seat: str | None) -> None:
    record = story(text, {"name": "佐藤"})
    assert find_seat(record.entities[0], text) == seat


@pytest.mark.parametrize(
    ("text", "accused"), [("中村健容疑者（25）", True), ("中村健被告", True), ("中村健教授", False)]
)
def test_somebody_is_accused(story: Story, text: str, accused: bool) -> None:
    assert is_accused(story(text, {"name": "中村健"}).entities[0], text) is accused


def test_an_abbreviation_stands_in_brackets_behind_the_name(story: Story) -> None:
    text = "港湾安全機構（KAK）は発表した。KAKは（注）とした。"
    body = {"name": "港湾安全機構", "names": ("港湾安全機構", "KAK"), "type": "organization"}
    assert defined_abbreviation(story(text, body).entities[0], text) == ("港湾安全機構", "KAK")


def test_two_names_without_brackets_define_nothing(story: Story) -> None:
    text = "港湾安全機構とKAKは発表した。"
    body = {"name": "港湾安全機構", "names": ("港湾安全機構", "KAK"), "type": "organization"}
    assert defined_abbreviation(story(text, body).entities[0], text) is None
