"""Ages behind names: 高實まりえ（２７）."""

import re
from collections.abc import Iterator

from extractor.brackets import OPENING_PARENTHESES
from extractor.lexicon.name_signs import load_name_signs

_SIGN = "|".join(load_name_signs().age)
_ENDS = ("）", ")", *load_name_signs().age)
_AGE = re.compile(rf"[（(](?=\d{{1,3}}(?:[）)]|{_SIGN}))|(?=\d{{1,3}}(?:{_SIGN}))")


def ages_in(text: str) -> Iterator[int]:
    """Yield where an age stands in ``text``: at its bracket, and at each of its digits before 歳."""
    return (match.start() for match in _AGE.finditer(text))


def followed_by_age(text: str, offset: int) -> bool:
    """Whether an age in brackets stands at ``offset``: （27）, (4歳)."""
    return text[offset : offset + 1] in OPENING_PARENTHESES and is_age(text, offset + 1)


def is_age(text: str, start: int, ends: tuple[str, ...] = _ENDS) -> bool:
    """Whether one to three digits begin at ``start`` and one of ``ends`` follows them: 27）, 4歳."""
    stop = start
    while stop < len(text) and text[stop].isdecimal() and stop - start < 3:
        stop += 1
    return stop > start and text.startswith(ends, stop)
