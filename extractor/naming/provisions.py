"""Articles of treaties and laws: NATO第5条, 北大西洋条約第五条, 憲法9条; a bare 第5条 or 同条 after one."""

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.provisions import Laws
from extractor.naming.candidate import Candidate, Trust
from extractor.numerals import JAPANESE_NUMERALS
from extractor.records import EntityType, MentionKind

_WORD = load_function_words()
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = rf"[0-9０-９{JAPANESE_NUMERALS}{''.join(_UNITS)}]{{1,6}}"
_DIGITS = {char: value for value, char in enumerate(JAPANESE_NUMERALS[:10])}


def find_provisions(text: str, laws: Laws) -> Iterator[Candidate]:
    """Yield each article of a treaty or law; ``link`` is its canonical id.

    NATOの第5条 … 同条  →  NATOの第5条 and 同条, both provision:nato:5
    """
    last_law, last_link = "", ""
    for match in _article(laws).finditer(text):
        start, law = _law_before(text, match.start(), laws)
        if match["number"] is None:
            if last_link:
                yield _candidate(match.start(), match.end(), last_link, MentionKind.NOMINAL)
            continue
        if not law:
            if not (last_law and match["the"]):
                continue
            start, law = match.start(), last_law
        last_law, last_link = law, f"provision:{law}:{to_number(match['number'])}"
        yield _candidate(start, match.end(), last_link, MentionKind.NAME)


@cache
def _article(laws: Laws) -> re.Pattern[str]:
    """Return the pattern of a cited article: 第5条, 五条の2, 同条; not 5条件."""
    other = "|".join(word.removeprefix("条") for word in laws.other_words)
    inserted = rf"(?:{_WORD.genitive}[0-9]{{1,2}})?"  # an article put in later: 五条|の2
    return re.compile(rf"(?:(?P<the>第)?(?P<number>{_NUMBER})|(?<!一)同)条(?!{other})(?(number){inserted})")


@cache
def _other_law(laws: Laws) -> re.Pattern[str]:
    """Return the pattern of a law that no entry names, at the end of a text: 道路交通法, 国際人権規約の."""
    return re.compile(rf"([一-鿿ァ-ヺーA-Za-z]{{1,20}}(?:{'|'.join(laws.endings)})){_WORD.genitive}?$")


def _candidate(start: int, end: int, link: str, kind: MentionKind) -> Candidate:
    return Candidate(start, end, EntityType.PROVISION, "provision", Trust.KNOWN, link=link, kind=kind)


def _law_before(text: str, end: int, laws: Laws) -> tuple[int, str]:
    """Return where the law named directly before ``end`` begins, and its id; "" where there is none."""
    for stop in (end, end - 1) if text[end - 1 : end] == _WORD.genitive else (end,):
        for start, law in laws.index.ending_at(text, stop):
            return start, law
    match = _other_law(laws).search(text, max(0, end - 24), end)
    return (match.start(1), match[1]) if match else (end, "")


def to_number(written: str) -> int:
    """Return the value of a number in any digits: 五十一 → 51, ９ → 9."""
    if not set(written) & set(_UNITS):
        return int("".join(str(_DIGITS.get(char, char)) for char in written))
    total = 0
    digit = 0
    for char in written:
        if char in _UNITS:
            total += max(digit, 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS.get(char, 0)
    return total + digit
