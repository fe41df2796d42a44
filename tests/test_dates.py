"""Dates: expressions of time against the day of publication and against one another."""

from datetime import date

import pytest

from extractor.dates import published_day, resolve_times
from extractor.layers import TimeFound
from extractor.lexicon.times import Anchor, Unit
from extractor.records import DateAnchor

SUNDAY = date(2025, 8, 17)


def time(anchor: Anchor = Anchor.PUBLISHED, unit: Unit | None = None, **fields: int) -> TimeFound:
    return TimeFound(0, 1, str(anchor), str(unit) if unit else "", **fields)


def named(unit: Unit, count: int = 0, **fields: int) -> TimeFound:
    return time(Anchor.NAMED, unit, count=count, **fields)


def values(times: list[TimeFound], published: date | None = SUNDAY) -> list[str | None]:
    return [meaning.value if meaning else None for meaning in resolve_times(times, published)]


ALONE = [
    pytest.param(time(Anchor.NONE, year=2024, month=2, day=29), "2024-02-29", id="full"),
    pytest.param(time(Anchor.NONE, year=2024, month=2), "2024-02", id="year and month"),
    pytest.param(time(Anchor.NONE, year=2024), "2024", id="year"),
    pytest.param(time(Anchor.NONE, year=2025, month=2, day=30), None, id="no such day"),
    pytest.param(time(month=8, day=15), "2025-08-15", id="this year"),
    pytest.param(time(month=8, day=17), "2025-08-17", id="the day of publication"),
    pytest.param(time(month=8, day=18), "2024-08-18", id="tomorrow's date is last year's"),
    pytest.param(time(month=12, day=31), "2024-12-31", id="December in August"),
    pytest.param(time(month=2, day=29), "2024-02-29", id="29 February"),
    pytest.param(time(month=2, day=30), None, id="30 February"),
    pytest.param(time(month=12), "2024-12", id="a month that has not been"),
    pytest.param(time(month=8), "2025-08", id="this month"),
    pytest.param(time(day=17), "2025-08-17", id="day of publication"),
    pytest.param(time(day=18), "2025-07-18", id="a day of last month"),
    pytest.param(time(day=31), "2025-07-31", id="the last 31st"),
    pytest.param(time(day=18, ahead=True), "2025-08-18", id="a day ahead"),
    pytest.param(time(month=8, day=16, ahead=True), "2026-08-16", id="next year's"),
    pytest.param(time(month=7, ahead=True), "2026-07", id="a month ahead"),
    pytest.param(time(weekday=6), "2025-08-17", id="Sunday on a Sunday"),
    pytest.param(time(weekday=0), "2025-08-11", id="Monday before"),
    pytest.param(time(weekday=0, ahead=True), "2025-08-18", id="next Monday"),
    pytest.param(time(year=24, month=3), "2024-03", id="year of two digits"),
    pytest.param(time(year=98, month=3), "1998-03", id="year of the century before"),
    pytest.param(time(unit=Unit.YEAR, count=-1), "2024", id="last year"),
    pytest.param(time(unit=Unit.YEAR, count=-1, month=12), "2024-12", id="the end of last year"),
    pytest.param(time(unit=Unit.YEAR, month=9, day=1), "2025-09-01", id="this year is this year"),
    pytest.param(time(unit=Unit.MONTH, count=-1, day=20), "2025-07-20", id="a day of last month by name"),
    pytest.param(time(unit=Unit.MONTH, count=-8), "2024-12", id="eight months ago"),
    pytest.param(time(unit=Unit.MONTH, count=-2, day=31), None, id="31 June"),
    pytest.param(time(unit=Unit.WEEK, count=-1), "2025-W32", id="last week"),
    pytest.param(time(unit=Unit.WEEK, count=-1, weekday=4), "2025-08-08", id="Friday of last week"),
    pytest.param(time(unit=Unit.DAY, count=-1), "2025-08-16", id="yesterday"),
    pytest.param(time(unit=Unit.YEAR, count=-3000), None, id="before the calendar"),
    pytest.param(named(Unit.DAY), None, id="the same day as none"),
]


@pytest.mark.parametrize(("found", "expected"), ALONE)
def test_a_time_is_counted_from_publication(found: TimeFound, expected: str | None) -> None:
    assert values([found]) == [expected]


AFTER = [
    pytest.param(time(month=8, day=10), named(Unit.DAY), "2025-08-10", id="the same day"),
    pytest.param(time(month=8, day=10), named(Unit.DAY, -1), "2025-08-09", id="the day before"),
    pytest.param(time(month=7, day=31), named(Unit.DAY, 1), "2025-08-01", id="the day after"),
    pytest.param(time(month=7, day=31), named(Unit.DAY, 1, day=1), "2025-08-01", id="the 1st that follows"),
    pytest.param(time(month=3), named(Unit.DAY), None, id="a month has no same day"),
    pytest.param(time(month=3), named(Unit.MONTH, day=5), "2025-03-05", id="a day of the same month"),
    pytest.param(time(Anchor.NONE, year=2019), named(Unit.YEAR, month=5), "2019-05", id="a month of the same year"),
    pytest.param(time(Anchor.NONE, year=2019), named(Unit.YEAR, 1), "2020", id="the year after"),
    pytest.param(time(month=8, day=6), named(Unit.WEEK, 1), "2025-W33", id="the week after"),
    pytest.param(time(day=18, ahead=True), time(day=18), "2025-08-18", id="a day named again is the same"),
    pytest.param(time(month=3, day=5), time(day=5), "2025-03-05", id="a day named again without its month"),
    pytest.param(time(day=10, aside=True), named(Unit.DAY), None, id="what is quoted is not referred to"),
    pytest.param(time(day=10), named(Unit.DAY, aside=True), "2025-08-10", id="what is quoted may refer out"),
]


@pytest.mark.parametrize(("before", "found", "expected"), AFTER)
def test_a_time_is_counted_from_the_one_named_before(before: TimeFound, found: TimeFound, expected: str | None) -> None:
    assert values([before, found])[1] == expected


def test_without_publication_only_years_of_their_own_tell() -> None:
    full = time(Anchor.NONE, year=2025, month=8, day=17)
    times = [time(month=8, day=15), time(day=15), time(unit=Unit.DAY, count=-1), time(year=24, month=3), full]
    assert values([*times, named(Unit.DAY, 1)], None) == [None, None, None, None, "2025-08-17", "2025-08-18"]


PUBLISHED = [
    pytest.param("2025-08-17", SUNDAY, id="day"),
    pytest.param("2025-08-17T23:30:00-04:00", SUNDAY, id="moment: the day of its own clock"),
    pytest.param("2025-08", None, id="month"),
    pytest.param("", None, id="empty"),
    pytest.param(None, None, id="unknown"),
]


@pytest.mark.parametrize(("published", "expected"), PUBLISHED)
def test_published_day(published: str | None, expected: date | None) -> None:
    assert published_day(published) == expected


def test_what_a_date_is_counted_from_is_told() -> None:
    times = [time(Anchor.NONE, year=2024, month=2, day=29), time(day=17), named(Unit.DAY, 1), time(month=8, day=15)]
    anchors = [meaning and meaning.anchor for meaning in resolve_times(times, SUNDAY)]
    assert anchors == [DateAnchor.STATED, DateAnchor.PUBLISHED, DateAnchor.NAMED, DateAnchor.PUBLISHED]


def test_a_day_named_again_is_counted_from_the_first() -> None:  # 8月15日 … 15日
    meanings = resolve_times([time(month=8, day=15), time(day=15)], SUNDAY)
    assert [meaning and meaning.anchor for meaning in meanings] == [DateAnchor.PUBLISHED, DateAnchor.NAMED]
