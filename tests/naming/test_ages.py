"""Where ages stand."""

import pytest

from extractor.naming.ages import ages_in


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("佐藤（27）は", [2]),
        ("(4歳)の", [0, 1]),
        ("２７歳", [0, 1]),
        ("（2026）年", []),
        ("1234歳", [1, 2, 3]),
        ("", []),
    ],
)
def test_at_the_bracket_and_at_each_digit_before_its_sign(text: str, places: list[int]) -> None:
    assert list(ages_in(text)) == places
