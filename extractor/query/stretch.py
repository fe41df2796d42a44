"""A day, month or year as it is asked for, and the days it holds."""

import re
from datetime import date

from extractor.errors import QueryError
from extractor.iso_dates import iso_days

_WRITTEN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


def first_day(written: str) -> date:
    """Return the first day of 2025, 2025-08 or 2025-08-17. Raises QueryError where it is none of these."""
    return _days(written)[0]


def last_day(written: str) -> date:
    """Return the last day of 2025, 2025-08 or 2025-08-17. Raises QueryError where it is none of these."""
    return _days(written)[1]


def _days(written: str) -> tuple[date, date]:
    if not _WRITTEN.fullmatch(written):
        raise QueryError(f"date {written!r}: write it like 2025-08-17, 2025-08 or 2025")
    try:
        return iso_days(written)
    except ValueError as error:
        raise QueryError(f"date {written!r}: there is no such day") from error
