"""Finding in a layer by bisection: looking from its beginning takes longer the further on in the article one looks.

All items are in text order, as ``read_layer`` returns them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import TypeVar

from extractor.layers import Layered

T = TypeVar("T", bound=Layered)

_start, _end = attrgetter("start"), attrgetter("end")


def first_from(items: Sequence[Layered], start: int) -> int:
    """Return the index of the first of ``items`` that begins at the character ``start`` or behind it."""
    return bisect_left(items, start, key=_start)


def first_ending_from(items: Sequence[Layered], end: int) -> int:
    """Return the index of the first of ``items``, of which no two overlap, that ends at ``end`` or behind it."""
    return bisect_left(items, end, key=_end)


def last_ending_until(items: Sequence[Layered], end: int) -> int:
    """Return the index of the last of ``items``, of which no two overlap, that ends up to ``end``; -1 for none."""
    return bisect_right(items, end, key=_end) - 1


def begun_between(items: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Return those of ``items`` that begin at the character ``start`` or behind it, but before ``end``."""
    return items[first_from(items, start) : first_from(items, end)]


def beginning_at(items: Sequence[T], start: int) -> T | None:
    """Return the first of ``items`` that begins at the character ``start``, None where none does."""
    index = first_from(items, start)
    return items[index] if index < len(items) and items[index].start == start else None


def ending_at(items: Sequence[T], end: int) -> T | None:
    """Return that of ``items``, of which no two overlap, that ends at the character ``end``, None where none does."""
    index = first_ending_from(items, end)
    return items[index] if index < len(items) and items[index].end == end else None


def any_within(items: Sequence[Layered], start: int, end: int) -> bool:
    """Whether one of ``items``, of which no two overlap, lies within the characters ``start`` to ``end``."""
    index = first_from(items, start)
    return index < len(items) and items[index].end <= end


class Covered:
    """The characters of some spans, which may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """spans: in any order."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def shares(self, start: int, end: int) -> bool:
        """Whether one of the spans shares a character with those from ``start`` to ``end``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
