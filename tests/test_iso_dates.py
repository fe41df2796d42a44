"""The days that a date of ISO 8601 covers."""

import pytest

from extractor.iso_dates import iso_days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("2025", "2025-01-01", "2025-12-31", id="year"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="month"),
        pytest.param("2025-W33", "2025-08-11", "2025-08-17", id="week"),
        pytest.param("2025-08-17", "2025-08-17", "2025-08-17", id="day"),
        pytest.param("2025-08-17T09:00", "2025-08-17", "2025-08-17", id="time"),
    ],
)
def test_a_date_covers_its_days(value: str, first: str, last: str) -> None:
    assert tuple(map(str, iso_days(value))) == (first, last)


@pytest.mark.parametrize(
    ("value", "message"),
    [("", "literal"), ("soon", "literal"), ("2025-13", "month"), ("2025-02-30", "day"), ("2025-W60", "week")],
)
def test_what_is_no_date_is_refused(value: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        iso_days(value)
