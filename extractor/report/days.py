"""The first and the last day of a date of a record, so that a page can compare dates of any precision as strings."""

from calendar import monthrange
from datetime import date


def days_of(value: str | None) -> tuple[str, str] | None:
    """Return the first and the last day that an ISO 8601 ``value`` covers, None where it tells no day.

    2025-08  →  2025-08-01, 2025-08-31;  2025-W33  →  2025-08-11, 2025-08-17;  2025-08-17T09:00  →  that day twice
    """
    try:
        first, last = _bounds(value or "")
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def _bounds(value: str) -> tuple[date, date]:
    year, _, rest = value.partition("-")
    if not rest:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if rest.startswith("W"):
        week = int(rest[1:])
        return date.fromisocalendar(int(year), week, 1), date.fromisocalendar(int(year), week, 7)
    if "-" not in rest:
        month = int(rest)
        return date(int(year), month, 1), date(int(year), month, monthrange(int(year), month)[1])
    day = date.fromisoformat(value[:10])
    return day, day
