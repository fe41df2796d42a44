"""Offices by all their titles, and what a title says of time: 元総理大臣 is a former 首相."""

from enum import StrEnum
from functools import cache, cached_property

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml

FILE = "offices.toml"


class FieldOfLife(StrEnum):
    """In which sort of life an office is held."""

    PUBLIC = "public"
    BUSINESS = "business"
    ACADEMIA = "academia"
    SPORT = "sport"
    ARTS = "arts"


class Reach(StrEnum):
    """How many hold an office at one time: one in a state or body, one in a town, or many."""

    ONE = "one"
    LOCAL = "local"
    MANY = "many"


class OfficeEntry(Entry):
    """One office.

    apart: each title is an office of its own. example: a title that is this office. counter: one that is not.
    """

    id: str = Field(pattern=r"^[a-z-]+$")
    forms: tuple[str, ...] = Field(min_length=1)
    field: FieldOfLife
    reach: Reach
    apart: bool = False
    example: str = Field(min_length=2)
    counter: str = Field(min_length=2)


class TenseEntry(Entry):
    """What stands before a title and says when it was held. example: a title with {} in the place of each form."""

    id: str = Field(pattern=r"^[a-z]+$")
    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(pattern=r"\{\}")


class OfficeWords(Entry):
    """Words with one use. example: words with {} in the place of each form."""

    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(pattern=r"\{\}")


class MinisterEnding(Entry):
    """How the titles of ministers end, in full and in short. example: a title in full that no entry has."""

    long: str = Field(min_length=1)
    short: str = Field(min_length=1)
    example: str = Field(min_length=2)


class Offices(Entry):
    """All that is known of offices."""

    entries: tuple[OfficeEntry, ...]
    tenses: tuple[TenseEntry, ...]
    lesser: tuple[OfficeWords, ...]
    accused: tuple[OfficeWords, ...]
    ministers: tuple[MinisterEnding, ...]

    @cached_property
    def by_form(self) -> dict[str, OfficeEntry]:
        """From title to office."""
        return {form: entry for entry in self.entries for form in entry.forms}

    @cached_property
    def tense_forms(self) -> tuple[str, ...]:
        """What says when an office was held, the longest first."""
        return tuple(
            sorted((form for entry in self.tenses for form in entry.forms), key=lambda form: (-len(form), form))
        )

    @cached_property
    def lesser_forms(self) -> tuple[str, ...]:
        """What makes a lesser office of a title."""
        return tuple(form for entry in self.lesser for form in entry.forms)

    @cached_property
    def accused_forms(self) -> tuple[str, ...]:
        """What follows the name of somebody who is accused."""
        return tuple(form for entry in self.accused for form in entry.forms)


@cache
def load_offices() -> Offices:
    """Read and check the data file. Raises LexiconError with file, entry and reason."""
    return Offices(
        entries=read_toml(FILE, "office", OfficeEntry),
        tenses=read_toml(FILE, "tense", TenseEntry),
        lesser=read_toml(FILE, "lesser", OfficeWords),
        accused=read_toml(FILE, "accused", OfficeWords),
        ministers=read_toml(FILE, "minister", MinisterEnding),
    )
