"""Words that show what a speaker thinks of what they speak about; what the fields mean stands in ``stances.toml``."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml

FILE = "stances.toml"
#: Stands for each word of an entry in its example.
PLACE = "{}"


class Tendency(StrEnum):
    """What a word shows of the thing that depends on it; each value is a table of the data file's ``value``."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    NEUTRAL = "neutral"
    REVERSE = "reverse"


class StanceEntry(Entry):
    """Words that show the same. deed: they count only where they are demanded or promised: 制裁を解除すべきだ."""

    value: Tendency
    words: tuple[str, ...] = Field(min_length=1)
    deed: bool = False
    example: str = Field(min_length=4)


class PolarityEntry(Entry):
    """Words that negate, or that look so and do not."""

    words: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=4)


@dataclass(frozen=True, slots=True)
class StanceLexicon:
    """stances: words of each tendency. negations: lemmas that negate. not_negations: wordings that only look so."""

    stances: tuple[StanceEntry, ...]
    negations: frozenset[str]
    not_negations: tuple[str, ...]


def read_stances() -> tuple[StanceEntry, ...]:
    """Return the entries of ``[[stance]]``. Raises LexiconError where the file is malformed."""
    return read_toml(FILE, "stance", StanceEntry)


def read_polarity(table: str) -> tuple[PolarityEntry, ...]:
    """Return the entries of ``[[negation]]`` or ``[[not_negation]]``. Raises LexiconError as above."""
    return read_toml(FILE, table, PolarityEntry)


@cache
def load_stances() -> StanceLexicon:
    """Read ``stances.toml``. Raises LexiconError with file, entry and reason."""
    return StanceLexicon(
        read_stances(),
        frozenset(word for entry in read_polarity("negation") for word in entry.words),
        tuple(word for entry in read_polarity("not_negation") for word in entry.words),
    )
