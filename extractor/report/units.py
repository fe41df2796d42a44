"""Offsets as browsers count: records count code points, strings of JavaScript UTF-16 units (𠮷 is two)."""

from bisect import bisect_left
from collections.abc import Callable

_LAST_OF_ONE_UNIT = "\uffff"


def units_of(text: str) -> Callable[[int], int]:
    """Return a function from an offset into ``text`` in code points to the same place in UTF-16 units.

    𠮷野家で: 1  →  2. A lone surrogate is one unit, as in JavaScript.
    """
    wide = [place for place, letter in enumerate(text) if letter > _LAST_OF_ONE_UNIT]
    return lambda offset: offset + bisect_left(wide, offset)
