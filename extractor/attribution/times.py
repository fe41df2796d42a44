"""Expressions of time: dates in digits and numerals, words of time, and what they say, before any date is known."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from extractor.attribution.ordered import Covered
from extractor.brackets import outermost, parenthesis_pairs
from extractor.doc_text import text_of
from extractor.layers import ContentFound, CueFound, Quote, TimeFound
from extractor.lexicon.eras import load_eras
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.times import Anchor, SignClass, Times, Unit
from extractor.numerals import NUMERALS, read_number

_N = f"[{NUMERALS.removesuffix('元')}]"
_BESIDE_NUMBER = re.compile(rf"[{NUMERALS}][.,、・/]$|[{NUMERALS}年月日][〜～~–—-]$")
_RANGE_AFTER = re.compile("[〜～~–—-]")
_WORD = load_function_words()
_LOOSE = f"{_WORD.genitive} \u3000\t\n"  # joins the next word, which is no time: 昨年の|調査
_NOT_PAST = rf"(?![^、。\n]{{0,5}}{_WORD.past})"  # 予定されていた: no longer ahead
_ROUND = "（("


def find_times(
    doc: Doc,
    times: Times,
    quotes: Iterable[Quote] = (),
    contents: Iterable[ContentFound] = (),
    cues: Iterable[CueFound] = (),
) -> Iterator[TimeFound]:
    """Yield the expressions of time of ``doc`` in text order; none of lengths of time (3日間) or ranges (15〜17日).

    quotes, contents: hide the words that tell whether a time outside lies ahead. cues: only what follows them tells.

    首相は8月15日夜、昨年末の…  →  8月15日夜 (month 8, day 15), 昨年末 (a year back, month 12)
    """
    text = text_of(doc)
    shields = [(quote.start, quote.end) for quote in quotes if quote.depth == 0]
    asides = [(p.start, p.end) for p in outermost(parenthesis_pairs(text)) if text[p.start] in _ROUND]
    apart, hidden = Covered([*shields, *asides]), _Hidden([*shields, *((each.start, each.end) for each in contents)])
    plans = re.compile(f"(?:{_any(times.signs_of(SignClass.FUTURE))})(?:{_any(times.signs_of(SignClass.COPULA))})?$")
    told = sorted(cue.end for cue in cues if not plans.search(text[cue.start : cue.end]))  # 見通しだ tells no event
    for match in _pattern(times).finditer(text):
        found = _read(match, times)
        if found is None or doc.char_span(found.start, found.end) is None or _is_length(text, found, times):
            continue
        yield replace(
            found,
            aside=apart.shares(found.start, found.start + 1),
            ahead=_lies_ahead(doc, text, found, hidden, told, times),
        )


@cache
def _pattern(times: Times) -> re.Pattern[str]:
    """Return one pattern for all kinds: 3日前, 2025/8/17, 令和7年8月17日（日）夜, 翌18日, 先週の金曜日."""
    words = _any(entry.word + (rf"(?={_N}{{1,3}}日)" if entry.joined else "") for entry in times.words)
    weekdays = _any(entry.word for entry in times.weekdays)
    eras = _any(era.name for era in load_eras())
    forms = (*(entry.word for entry in times.words), *(entry.word for entry in times.weekdays))
    firsts = _firsts((*forms, *(era.name for era in load_eras())))
    bracketed = r"(?:[（(][^（()）\n]{1,8}[)）])?"
    number = rf"(?P<era>{eras})\s?(?P<era_year>[{NUMERALS}]{{1,3}})|(?P<year>{_N}{{4}})"
    short = rf"(?P<short>[0-9]{{2}})(?=年(?:{_N}{{1,3}}月|末))"
    year = rf"(?:{number}|{short}){bracketed}\s?年(?:[（(][^（()）\n]{{1,8}}年[)）])?"
    weekday_sign = rf"(?:[（(][{_firsts(entry.word for entry in times.weekdays)}](?:・?祝)?[)）])?"
    day = rf"(?:(?P<month>{_N}{{1,3}})\s?月)?\s?(?:(?P<day>{_N}{{1,3}})\s?日{weekday_sign})?"
    tail = rf"\s?(?:の?(?P<weekday>{weekdays}))?(?P<parted>の?(?P<part>{_any(e.word for e in times.parts)}))?"
    ago = rf"(?P<ago_count>{_N}{{1,3}})\s?(?P<ago>{_any(entry.word for entry in times.ago)})"
    marks = r"(?P<y>[0-9]{4})(?P<mark>[-/.])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})(?![0-9])"
    dated = rf"(?:(?P<word>{words})の?|{year})?\s?{day}{tail}"
    return re.compile(rf"(?<![{NUMERALS}])(?=[{NUMERALS}{firsts}])(?:{ago}|{marks}|{dated})")


def _firsts(words: Iterable[str]) -> str:
    return "".join(sorted({word[0] for word in words}))


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _read(match: re.Match[str], times: Times) -> TimeFound | None:
    """Return what ``match`` says, None where it is no date."""
    named = match.groupdict()
    if named["ago"]:
        unit = next(entry.unit for entry in times.ago if entry.word == named["ago"])
        return TimeFound(*match.span(), str(Anchor.PUBLISHED), str(unit), -read_number(named["ago_count"]))
    if named["y"]:
        year, month, day = (int(named[key]) for key in "ymd")
        return TimeFound(*match.span(), str(Anchor.NONE), year=year, month=month, day=day)
    return _read_dated(match, times)


def _read_dated(match: re.Match[str], times: Times) -> TimeFound | None:
    named = match.groupdict()
    month, day = (read_number(named[key] or "") for key in ("month", "day"))
    if (named["month"] and not 1 <= month <= 12) or (named["day"] and not 1 <= day <= 31):
        return None
    word = next((entry for entry in times.words if entry.word == named["word"]), None)
    weekday = next((entry.number for entry in times.weekdays if entry.word == named["weekday"]), -1)
    year = _year(named)
    finest = _finest(year, month, day, weekday, word.unit if word else None)
    if finest is None or match.group() in times.signs_of(SignClass.NO_DATE):
        return None
    part = next((entry for entry in times.parts if entry.word == named["part"] and finest in entry.of), None)
    if part and finest is Unit.YEAR:
        month = part.month
    end = match.end() if part or not named["parted"] else match.start("parted")
    start = match.start()
    end = start + len(match.string[start:end].rstrip(_LOOSE))
    if word:
        return TimeFound(
            start, end, str(word.anchor), str(word.unit), word.count, month=month, day=day, weekday=weekday
        )
    anchor = Anchor.NONE if year >= 100 else Anchor.PUBLISHED
    return TimeFound(start, end, str(anchor), year=year, month=month, day=day, weekday=weekday)


def _finest(year: int, month: int, day: int, weekday: int, unit: Unit | None) -> Unit | None:
    if day or weekday >= 0:
        return Unit.DAY
    if month:
        return Unit.MONTH
    return unit or (Unit.YEAR if year else None)


def _year(named: dict[str, str | None]) -> int:
    """Return the western year, below 100 one of two digits (24年3月), 0 for none."""
    if named["era"]:
        first = next(era.first_year for era in load_eras() if era.name == named["era"])
        return first + read_number(named["era_year"] or "") - 1
    return read_number(named["year"] or "") or int(named["short"] or 0)


def _is_length(text: str, found: TimeFound, times: Times) -> bool:
    """Whether the words beside it make it a length of time, a habit or a range: 3日|間, 毎週|土曜, 15〜|17日."""
    before, after = text[max(0, found.start - 4) : found.start], text[found.end : found.end + 6]
    if before.endswith(times.signs_of(SignClass.LENGTH_BEFORE)) or _BESIDE_NUMBER.search(before):
        return True
    return after.startswith(times.signs_of(SignClass.LENGTH_AFTER)) or bool(_RANGE_AFTER.match(after))


class _Hidden:
    """The quotations and contents of one Doc, which hide their words from the times outside."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """spans: in any order; they may overlap."""
        self._spans = sorted(spans)
        self._begun = 0  # how many begin before the place at hand
        self._around: list[tuple[int, int]] = []  # those of them that reach beyond it

    def ends_around(self, place: int) -> list[int]:
        """Return where those end that hold the character ``place``; to be asked for one place after the other."""
        while self._begun < len(self._spans) and self._spans[self._begun][0] <= place:
            self._around.append(self._spans[self._begun])
            self._begun += 1
        self._around = [(start, end) for start, end in self._around if place < end]
        return [end for _, end in self._around]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return those that lie between two characters, in text order."""
        row = self._spans[bisect_left(self._spans, (start,)) : bisect_left(self._spans, (end + 1,))]
        return [span for span in row if span[1] <= end]


def _lies_ahead(doc: Doc, text: str, found: TimeFound, hidden: _Hidden, told: list[int], times: Times) -> bool:
    """Whether what the time belongs to is still to come: 18日に会談が|予定されている, 次の|日曜日.

    told: where cues end, in order; only words after them count in a sentence that reports: 18日に発表する|見通しだ.
    """
    if text[max(0, found.start - 4) : found.start].endswith(times.signs_of(SignClass.NEXT)):
        return True
    signs = times.signs_of(SignClass.FUTURE)
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    end = span.sent.end_char if span is not None else found.end
    around = hidden.ends_around(found.start)
    if any(text.startswith(signs, after) for after in around):  # 18日に発表する|方針を示した
        return True
    end = min([end, *around])
    passed, seen = bisect_right(told, end), []
    place = max(found.end, told[passed - 1]) if passed else found.end
    for start, after in hidden.between(place, end):
        if start >= place:
            seen.append(text[place:start])
            place = after
    rest = "\n".join([*seen, text[place:end]])
    return any(re.search(re.escape(sign) + _NOT_PAST, rest) for sign in signs)
