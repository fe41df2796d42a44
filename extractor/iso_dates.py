"""The days that a date of ISO 8601 covers, whatever its precision."""

from calendar import monthrange
from datetime import date


def iso_days(value: str) -> tuple[date, date]:
    """Return the first and the last day of ``value``: a year, month, week or day, or a day with a time.

    Raises ValueError where it is none of these.

    2025-08  →  2025-08-01, 2025-08-31;  2025-W33  →  2025-08-11, 2025-08-17;  2025-08-17T09:00  →  that day twice
    """
    year, _, rest = value.partition("-")
    if not rest:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if rest.startswith("W"):
        week = int(rest[1:])
        return date.fromisocalendar(int(year), week, 1), date.fromisocalendar(int(year), week, 7)
    if "-" not in rest:
        first = date(int(year), int(rest), 1)
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    day = date.fromisoformat(value[:10])
    return day, day
