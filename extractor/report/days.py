"""The first and the last day of a date of a record, so that a page can compare dates of any precision as strings."""

from extractor.iso_dates import iso_days


def days_of(value: str | None) -> tuple[str, str] | None:
    """Return the first and the last day that an ISO 8601 ``value`` covers, None where it tells no day."""
    try:
        first, last = iso_days(value or "")
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
