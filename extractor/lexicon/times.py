"""Words of time: what a date is counted from, parts of days and months, what makes a number a length of time."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

from pydantic import Field, model_validator

from extractor.lexicon.entry import Entry, read_toml


class Anchor(StrEnum):
    """What a time is counted from."""

    NONE = "none"  # 2025年8月17日: from nothing, it is a date
    PUBLISHED = "published"  # 昨日: from the day of publication; 17日: too, backwards
    NAMED = "named"  # 同日, 翌日: from the time named last


class Unit(StrEnum):
    """A stretch of the calendar."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


class TimeWord(Entry):
    """A word that says how far a time lies from its anchor.

    count: in ``unit``, below 0 for the past (昨年: -1 year). joined: counts only right before a day's number (翌18日).
    counter: a sentence in which the same characters are no time.
    """

    word: str = Field(min_length=1)
    anchor: Anchor
    unit: Unit
    count: int = Field(ge=-3, le=3)
    joined: bool = False
    example: str
    counter: str | None = None

    @model_validator(mode="after")
    def _counted(self) -> Self:
        if self.anchor is Anchor.NONE:
            raise ValueError("a word of time is counted from publication or from what was named")
        return self


class Weekday(Entry):
    """A day of the week. number: 0 for Monday to 6 for Sunday."""

    word: str = Field(min_length=2)
    number: int = Field(ge=0, le=6)
    example: str


class TimePart(Entry):
    """A part of a day, a month or a year, said after it: 17日|午前, 8月|下旬, 昨年|末.

    of: what it can be part of. month: the month to which it narrows a year, 0 where it does not.
    """

    word: str = Field(min_length=1)
    of: tuple[Unit, ...] = Field(min_length=1)
    month: int = Field(0, ge=0, le=12)
    example: str


class Ago(Entry):
    """A unit that is counted back: 3|日前."""

    word: str = Field(min_length=2)
    unit: Unit
    example: str


class SignClass(StrEnum):
    """What a sign beside a time says."""

    LENGTH_AFTER = "length-after"  # 3日|間: a length of time, or something else, and no date
    LENGTH_BEFORE = "length-before"  # 過去|10日
    FUTURE = "future"  # 18日に開く|予定: lies ahead
    NEXT = "next"  # 次の|日曜日: lies ahead
    JOINT = "joint"  # 17日|付の声明: joins a time to a noun
    COPULA = "copula"  # 18日に開く予定|だ
    NO_DATE = "no-date"  # 一日も早く: hardly the first of the month
    AROUND = "around"  # 18日の会談|後: the time of what happens around an occasion


class Sign(Entry):
    """A word beside a time. The example holds it, next to a time."""

    word: str = Field(min_length=1)
    sign: SignClass = Field(alias="class")
    example: str


@dataclass(frozen=True, slots=True)
class Times:
    """All words of time."""

    words: tuple[TimeWord, ...]
    weekdays: tuple[Weekday, ...]
    parts: tuple[TimePart, ...]
    ago: tuple[Ago, ...]
    signs: tuple[Sign, ...]

    def signs_of(self, sign: SignClass) -> tuple[str, ...]:
        """Return the words of a class, the longest first."""
        return tuple(sorted((entry.word for entry in self.signs if entry.sign is sign), key=len, reverse=True))


@cache
def load_times() -> Times:
    """Read ``times.toml``. Raises LexiconError where it is malformed."""
    return Times(
        words=read_toml("times.toml", "word", TimeWord),
        weekdays=read_toml("times.toml", "weekday", Weekday),
        parts=read_toml("times.toml", "part", TimePart),
        ago=read_toml("times.toml", "ago", Ago),
        signs=read_toml("times.toml", "sign", Sign),
    )
