"""Dates: what the expressions of time of an article mean, counted from its publication and from one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

from extractor.layers import TimeFound
from extractor.lexicon.times import Anchor, Unit
from extractor.records import DateAnchor

_GOING_ON = 3  # days that a day without a month may lie behind the one before it
_NEAR = 100  # characters: 同日 is most often in the same sentence or the next one
_FOUR_YEARS = 8  # years between two 29 February at the most
#: How long what a time is counted from may be, by how far it lies from there: 翌日 from a day, 翌年 from any.
_FITS = {
    Unit.DAY: (Unit.DAY,),
    Unit.WEEK: (Unit.DAY, Unit.WEEK),
    Unit.MONTH: (Unit.DAY, Unit.MONTH),
    Unit.YEAR: (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR),
}
_CENTURY_AHEAD = 20  # years that a year of two digits may lie ahead: 30年3月 in 2025 is 2030


@dataclass(frozen=True, slots=True)
class Resolved:
    """A stretch of the calendar. first: its first day. unit: how long it is. anchor: what it was counted from."""

    first: date
    unit: Unit
    anchor: DateAnchor = DateAnchor.STATED

    @property
    def value(self) -> str:
        """ISO 8601 in the precision that was stated: 2025, 2025-08, 2025-W33, 2025-08-17."""
        if self.unit is Unit.WEEK:
            week = self.first.isocalendar()
            return f"{week.year:04}-W{week.week:02}"
        length = {Unit.YEAR: 4, Unit.MONTH: 7, Unit.DAY: 10}[self.unit]
        return self.first.isoformat()[:length]


def published_day(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or moment, as its own clock tells it; None where it tells no day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def resolve_times(times: Sequence[TimeFound], published: date | None) -> list[Resolved | None]:
    """Return what each of ``times`` means, None where it cannot be told.

    times: of one article, in text order, of which no two overlap. published: without it only dates with a year of
    their own have a meaning, and what is counted from those.

    8月15日 in an article of 2025-08-17  →  2025-08-15;  翌日 after it  →  2025-08-16
    """
    found: list[Resolved | None] = []
    before = _Before()
    dated = -1  # the last of ``times`` that has a month of its own, or follows one that has
    for number, time in enumerate(times):
        named = before.named(time)
        told = before.repeated(time) if published else None
        if told is None and dated == number - 1 and dated >= 0:
            told = _next_day(found[dated], time)
        meaning = told or _resolve(time, published, named)
        if meaning is not None:
            meaning = replace(meaning, anchor=_anchor(time, meaning, named=bool(told or named)))
            before.add(number, time, meaning)
        found.append(meaning)
        dated = number if meaning and (told or (time.month and time.day)) else dated
    return found


class _Before:
    """What has been told before a time, the last of each kind: looking back over all would be slow in a book."""

    def __init__(self) -> None:
        self._last: dict[tuple[Unit, bool], _Told] = {}  # by how long it is, and whether it stands aside
        self._news: dict[tuple[Unit, bool], _Told] = {}  # the same of what is told as news
        self._days: dict[int, Resolved] = {}  # by the day of the month

    def add(self, number: int, time: TimeFound, meaning: Resolved) -> None:
        """Keep what ``time``, the one that comes next, means. number: its place in the article."""
        told = _Told(number, time.end, meaning)
        self._last[meaning.unit, time.aside] = told
        if _is_of_the_news(time):
            self._news[meaning.unit, time.aside] = told
        if meaning.unit is Unit.DAY:
            self._days[meaning.first.day] = meaning

    def repeated(self, time: TimeFound) -> Resolved | None:
        """Return the day of the same number that was named last, where the article names it again: 8月18日 … 18日."""
        if not time.day or time.month or time.unit or time.anchor != Anchor.PUBLISHED:
            return None
        return self._days.get(time.day)

    def named(self, time: TimeFound) -> Resolved | None:
        """Return the time that ``time`` is counted from: the last one that is precise enough.

        What stands in quotation marks or parentheses is passed over from outside, and where it is further away what is
        no news, as long as there is some.
        """
        if time.anchor != Anchor.NAMED:
            return None
        kinds = [(unit, aside) for unit in _FITS[Unit(time.unit)] for aside in (False, time.aside)]
        last = max((self._last[kind] for kind in kinds if kind in self._last), default=None, key=_number)
        if last is None or time.start - last.end <= _NEAR:
            return last and last.meaning
        return max((self._news[kind] for kind in kinds if kind in self._news), default=last, key=_number).meaning


class _Told(NamedTuple):
    """A time that was told: which one of the article, where it ends, and what it means."""

    number: int
    end: int
    meaning: Resolved


_number = attrgetter("number")


def _anchor(time: TimeFound, meaning: Resolved, *, named: bool) -> DateAnchor:
    """Return what ``time`` was counted from. named: whether from a date that the article names before it."""
    if named:
        return DateAnchor.NAMED
    return DateAnchor.STATED if time.year == meaning.first.year and not time.unit else DateAnchor.PUBLISHED


def _next_day(before: Resolved | None, time: TimeFound) -> Resolved | None:
    """Return the day of ``time`` where it goes on from the day told right before it: 5月20日、…。 21日、…。

    Only a day or some later, for after 5月20日 a 2日 may be of any month.
    """
    if before is None or before.unit is not Unit.DAY or not time.day or time.month or time.unit:
        return None
    days = (before.first + timedelta(days=step) for step in range(1, _GOING_ON + 1))
    later = next((day for day in days if day.day == time.day), None) if time.anchor == Anchor.PUBLISHED else None
    return Resolved(later, Unit.DAY) if later else None


def _is_of_the_news(time: TimeFound) -> bool:
    """Whether ``time`` is told as what has just happened is: 19日, きのう; 5月22日 may be when the crime was done."""
    return time.anchor == Anchor.PUBLISHED and not time.month and not time.year


def _resolve(time: TimeFound, published: date | None, named: Resolved | None) -> Resolved | None:
    base = named.first if named else published if time.anchor == Anchor.PUBLISHED else None
    try:
        if time.unit and base is not None:
            return _counted(time, base)
        if time.year >= 100:
            return _fixed(time.year, time.month, time.day)
        if time.unit or base is None:
            return None
        if time.year:
            return _fixed(_full_year(time.year, base), time.month, time.day)
        return _nearest(time, base)
    except (ValueError, OverflowError):  # 2月30日, or before the year 1: no day of the calendar
        return None


def _fixed(year: int, month: int, day: int) -> Resolved:
    unit = Unit.DAY if day and month else Unit.MONTH if month else Unit.YEAR
    return Resolved(date(year, month or 1, day or 1), unit)


def _full_year(short: int, base: date) -> int:
    year = base.year // 100 * 100 + short
    return year - 100 if year > base.year + _CENTURY_AHEAD else year


def _counted(time: TimeFound, base: date) -> Resolved:
    """Return ``time`` counted from ``base``: 昨年12月, 先月15日, 先週の金曜日, 翌18日, 3日前."""
    unit = Unit(time.unit)
    if unit is Unit.YEAR:
        return _fixed(base.year + time.count, time.month, time.day)
    if unit is Unit.MONTH:
        months = base.year * 12 + base.month - 1 + time.count
        return _fixed(months // 12, months % 12 + 1, time.day)
    if unit is Unit.WEEK:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=time.count)
        return Resolved(monday, unit) if time.weekday < 0 else Resolved(monday + timedelta(days=time.weekday), Unit.DAY)
    day = base + timedelta(days=time.count)
    if time.day:  # 翌18日: the first such day from there
        day = next(later for later in _days(day, 1) if later.day == time.day)
    return Resolved(day, unit)


def _nearest(time: TimeFound, base: date) -> Resolved:
    """Return the last such time up to ``base``, or the first from it on where it lies ahead: 8月15日, 17日, 日曜."""
    step = 1 if time.ahead else -1
    if time.month and not time.day:
        passed = (time.month - base.month) * step < 0
        return _fixed(base.year + step * passed, time.month, 0)
    return Resolved(next(day for day in _days(base, step) if _is_such(day, time)), Unit.DAY)


def _is_such(day: date, time: TimeFound) -> bool:
    if not time.day:
        return day.weekday() == time.weekday
    return day.day == time.day and time.month in (0, day.month)


def _days(start: date, step: int) -> Iterator[date]:
    """Yield ``start`` and the days after it, or before it where ``step`` is -1. Raises ValueError at the end."""
    for count in range(_FOUR_YEARS * 366):
        day = start + timedelta(days=step * count)
        yield day
    raise ValueError(f"no such day within {_FOUR_YEARS} years of {start}")
