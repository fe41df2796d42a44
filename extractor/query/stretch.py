"""A day, month or year as it is asked for, and the days it holds."""

import re
from calendar import monthrange
from datetime import date

from extractor.errors import QueryError

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first_day(written: str) -> date:
    """Return the first day of 2025, 2025-08 or 2025-08-17. Raises QueryError where it is none of these."""
    year, month, day = _numbers(written)
    return _day(written, year, month or 1, day or 1)


def last_day(written: str) -> date:
    """Return the last day of 2025, 2025-08 or 2025-08-17. Raises QueryError where it is none of these."""
    year, month, day = _numbers(written)
    first = _day(written, year, month or 12, day or 1)
    return first if day else first.replace(day=monthrange(first.year, first.month)[1])


def _numbers(written: str) -> tuple[int, int | None, int | None]:
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise QueryError(f"date {written!r}: write it like 2025-08-17, 2025-08 or 2025")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _day(written: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise QueryError(f"date {written!r}: there is no such day") from error
