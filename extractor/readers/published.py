"""When an article was published: metadata, then the option, then the file's name, then a dateline.

A date is taken only where day, month and year are all written and make a real day: 8月17日 alone says nothing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import islice

from extractor.lexicon.eras import load_eras
from extractor.numerals import NUMERALS, read_number
from extractor.records import PublishedFrom

JAPAN = timezone(timedelta(hours=9))
HEAD_LINES = 5
SHORT_LINE = 40  # characters; a line that holds little but the date

_YEARS = range(1868, 2101)
_NUMBER = f"[{NUMERALS}]"

# 2025-08-17, 2025/8/17, 2025.08.17, 2025_08_17: the same mark twice.
_SEPARATED = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})(?P<mark>[-/._])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])"
)
# 20250817, also at the head of a time (202508170930, 20250817093000).
_COMPACT = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[0-9]{4}|[0-9]{6})?(?![0-9])"
)
# The time after a date: 9:30, (日) 9時30分, T09:30.
_CLOCK = re.compile(r"(?:\s*\([^)]\))?[\sT]*(?P<hour>[0-9]{1,2})[:時](?P<minute>[0-9]{1,2})")
_OPENING_BRACKET = re.compile(r"[【\[(〔<][^】\])〕>]*$")
_DATELINE = re.compile(r"^[【\[(〔<][^】\])〕>]*[】\])〕>]")
# After the date of an event: 17日に, 17日~20日, 17日、.
_PROSE_AFTER = re.compile(r"[ぁ-ゖ~〜\-–、,]")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in a line folded with NFKC; offsets count characters of the folded line, end exclusive."""

    start: int
    end: int
    day: date


def decide_published(
    *, metadata: str | None, option: str | None, name: str, head: Iterable[str], text: str
) -> tuple[str | None, PublishedFrom | None]:
    """Return the date of publication in ISO 8601 and what it was taken from, or two None.

    metadata: as written in the page or the JSON. option: ISO 8601. name: the file's name.
    head: lines of the page outside ``text`` where a date may stand; looked at after the head of ``text``.
    """
    if metadata and (found := to_iso(metadata)):
        return found, "metadata"
    if option:
        return option, "option"
    if found := date_in_name(name):
        return found, "filename"
    if found := dateline(text) or next(filter(None, map(dateline, head)), None):
        return found, "dateline"
    return None, None


def to_iso(written: str) -> str | None:
    """Return a date, with its time where it has one, in ISO 8601, or None where it is not one.

    UTC becomes Japan's time, the same instant: the day of 2025-08-16T22:00:00Z is 17 August to its readers.
    Other offsets stay.  2025年8月17日 9時30分  →  2025-08-17T09:30:00
    """
    written = unicodedata.normalize("NFKC", written).strip()
    if exact := _machine_date(written):
        return exact
    first = min([*_dates(written), *_compact_dates(written)], key=lambda dated: dated.start, default=None)
    if first is None:
        return None
    clock = _CLOCK.match(written, first.end)
    if clock is None or int(clock["hour"]) > 23 or int(clock["minute"]) > 59:
        return first.day.isoformat()
    return f"{first.day.isoformat()}T{int(clock['hour']):02}:{int(clock['minute']):02}:00"


def date_in_name(name: str) -> str | None:
    """Return the first real date in a file's name in ISO 8601.

    米ロ会談_20250817.txt  →  2025-08-17;  20251399.txt  →  None
    """
    folded = unicodedata.normalize("NFKC", name)
    first = min([*_dates(folded), *_compact_dates(folded)], key=lambda dated: dated.start, default=None)
    return first.day.isoformat() if first else None


def is_only_date(line: str) -> bool:
    """Whether a line is a date and hardly more: 2025年8月17日(日) 9時30分."""
    folded = unicodedata.normalize("NFKC", line).strip()
    return any(len(folded) - (dated.end - dated.start) <= 12 for dated in _dates(folded) if dated.start == 0)


def dateline(text: str) -> str | None:
    """Return the date in the head of ``text`` in ISO 8601, or None.

    The head is the first five lines with something in them. The date must stand in a short line (サンプル新聞
    2025年8月17日 朝刊), in the bracket that opens a line, or at the beginning of one; there only where no later date
    follows in the text, for 2011年3月11日、東日本大震災が… is what the article tells of, not when.

    【ワシントン＝2025年8月17日】トランプ米大統領は…  →  2025-08-17
    """
    head = islice((line.strip() for line in text.splitlines() if line.strip()), HEAD_LINES)
    for line in head:
        folded = unicodedata.normalize("NFKC", line)
        for dated in _dates(folded):
            if _stands_apart(folded, dated) or (_begins(folded, dated) and not _is_outlived(dated.day, text)):
                return dated.day.isoformat()
    return None


def _stands_apart(line: str, dated: _Dated) -> bool:
    """Whether the date stands in a short line that is no sentence, or in the bracket that opens the line."""
    if _PROSE_AFTER.match(line, dated.end):
        return False
    bracket = _OPENING_BRACKET.match(line, 0, dated.start)
    return bracket is not None or (len(line) <= SHORT_LINE and "。" not in line)


def _begins(line: str, dated: _Dated) -> bool:
    """Whether the line begins with the date and a pause, after its dateline: 【ワシントン＝山田】2025年8月17日、…."""
    return not _DATELINE.sub("", line[: dated.start]).strip() and (
        line[dated.end : dated.end + 1] in {"、", ",", ""} or line[dated.end].isspace()
    )


def _is_outlived(day: date, text: str) -> bool:
    return any(later.day > day for later in _dates(unicodedata.normalize("NFKC", text)))


def _machine_date(written: str) -> str | None:
    """ISO 8601 or the date of a mail header (Sun, 17 Aug 2025 09:30:00 +0900), as ISO 8601."""
    try:
        if len(written) <= 10:
            return date.fromisoformat(written).isoformat()
        moment = datetime.fromisoformat(written)
    except ValueError:
        try:
            moment = parsedate_to_datetime(written)
        except ValueError:
            return None
    if moment.utcoffset() == timedelta(0):
        moment = moment.astimezone(JAPAN)
    return moment.isoformat(timespec="seconds")


def _dates(line: str) -> Iterator[_Dated]:
    """Yield the real dates of a folded line, those in 年月日 first in each kind's own order."""
    for match in _kanji_date().finditer(line):
        yield from _real(match, _year(match), read_number(match["month"]), read_number(match["day"]))
    for match in _SEPARATED.finditer(line):
        yield from _real(match, int(match["year"]), int(match["month"]), int(match["day"]))


def _compact_dates(line: str) -> Iterator[_Dated]:
    for match in _COMPACT.finditer(line):
        yield from _real(match, int(match["year"]), int(match["month"]), int(match["day"]))


def _real(match: re.Match[str], year: int, month: int, day: int) -> Iterator[_Dated]:
    if year not in _YEARS:
        return
    try:
        yield _Dated(match.start(), match.end(), date(year, month, day))
    except ValueError:
        return


@cache
def _kanji_date() -> re.Pattern[str]:
    """2025年8月17日, 令和7年8月17日, 2025(令和7)年8月17日, 二〇二五年八月十七日."""
    eras = "|".join(re.escape(era.name) for era in load_eras())
    return re.compile(
        rf"(?<![0-9])(?:(?P<era>{eras})\s?(?P<era_year>{_NUMBER}{{1,3}})|(?P<year>{_NUMBER}{{4}}))"
        rf"(?:\([^)]{{1,8}}\))?\s?年\s?(?P<month>{_NUMBER}{{1,2}})\s?月\s?(?P<day>{_NUMBER}{{1,3}})\s?日"
    )


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return read_number(match["year"])
    first_year = next(era.first_year for era in load_eras() if era.name == match["era"])
    return first_year + read_number(match["era_year"]) - 1
