"""Words that show what a speaker thinks of what they speak about; what the fields mean stands in ``stances.toml``."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

from pydantic import Field, model_validator

from extractor.lexicon.entry import Entry, read_toml
from extractor.records import StanceValue

FILE = "stances.toml"
#: Stands for each word of an entry in its example.
PLACE = "{}"


class StanceKind(StrEnum):
    """How a word of stance is tied to the thing; each value is told of in the head of the data file."""

    ATTITUDE = "attitude"
    JUDGEMENT = "judgement"
    EFFECT = "effect"
    DEED = "deed"
    LEAVING = "leaving"


class Role(StrEnum):
    """How a thing stands to the word that it depends on: 案|を, 案|について, 案|が, 案|は, 案|の, 案|で, and so on."""

    OBJECT = "object"
    MATTER = "matter"
    SUBJECT = "subject"
    THEME = "theme"
    PART = "part"
    MEANS = "means"
    SOURCE = "source"
    LESS = "less"
    APART = "apart"
    BARE = "bare"  # no particle, or a clause: 増税|反対, 増税する|よう


class StanceEntry(Entry):
    """Words that show the same. cue: also of what the clause that they report is about."""

    value: StanceValue
    kind: StanceKind
    words: tuple[str, ...] = Field(min_length=1)
    cue: bool = False
    example: str = Field(min_length=4)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.cue and self.kind is not StanceKind.ATTITUDE:
            raise ValueError("cue is for attitudes: one does not say with other words that one is against it")
        if PLACE not in self.example:
            raise ValueError(f"the example has no {PLACE} for the words")
        return self


class WordsEntry(Entry):
    """Words of one class; in the example {} stands for each, or some form of each is in it."""

    words: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=4)


class RoleEntry(Entry):
    """The particles that show a role."""

    role: Role
    particles: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=4)


@dataclass(frozen=True, slots=True)
class StanceLexicon:
    """stances: words of each kind. roles: by particles. The others: words as they are written, of each class."""

    stances: tuple[StanceEntry, ...]
    roles: dict[str, Role]
    no_stance: tuple[str, ...]
    holding: tuple[str, ...]
    carriers: tuple[str, ...]
    thoughts: tuple[str, ...]
    aside: tuple[str, ...]
    linking: tuple[str, ...]
    wanting: tuple[str, ...]
    offering: tuple[str, ...]
    negations: frozenset[str]
    not_negations: tuple[str, ...]


def read_stances() -> tuple[StanceEntry, ...]:
    """Return the entries of ``[[stance]]``. Raises LexiconError where the file is malformed."""
    return read_toml(FILE, "stance", StanceEntry)


def read_roles() -> tuple[RoleEntry, ...]:
    """Return the entries of ``[[role]]``. Raises LexiconError as above."""
    return read_toml(FILE, "role", RoleEntry)


def read_words(table: str) -> tuple[WordsEntry, ...]:
    """Return the entries of a table of plain words, as ``[[negation]]``. Raises LexiconError as above."""
    return read_toml(FILE, table, WordsEntry)


@cache
def load_stances() -> StanceLexicon:
    """Read ``stances.toml``. Raises LexiconError with file, entry and reason."""
    return StanceLexicon(
        stances=read_stances(),
        roles={particle: entry.role for entry in read_roles() for particle in entry.particles},
        no_stance=_words("no_stance"),
        holding=_words("holding"),
        carriers=_words("carrier"),
        thoughts=_words("thought"),
        aside=_words("aside"),
        linking=_words("linking"),
        wanting=_words("wanting"),
        offering=_words("offering"),
        negations=frozenset(_words("negation")),
        not_negations=_words("not_negation"),
    )


def _words(table: str) -> tuple[str, ...]:
    return tuple(word for entry in read_words(table) for word in entry.words)
