"""Arithmetic on spans: pairs of offsets into a text, end exclusive."""

from collections.abc import Iterable

Span = tuple[int, int]  # start, end


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def characters(spans: Iterable[Span]) -> set[int]:
    """Return the offsets of all characters in ``spans``."""
    return {offset for start, end in spans for offset in range(start, end)}


def dice(a: set[int], b: set[int]) -> float:
    """Return the Dice coefficient: twice the shared over the summed size, 0 where both are empty."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
