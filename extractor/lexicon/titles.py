"""Titles, honorifics and roles beside which a person is named."""

from enum import StrEnum
from functools import cache, cached_property

from pydantic import Field, field_validator

from extractor.lexicon.entry import Entry, read_toml
from extractor.lexicon.forms import FormIndex

FILE = "titles.toml"


class TitleKind(StrEnum):
    """What a title says of the words before it."""

    HONORIFIC = "honorific"  # a name, whatever it looks like: 氏
    OFFICE = "office"  # a name, a country, an institution or nothing: 大統領


class Forms(Entry):
    """Forms of one class. example: a text with {} in the place of each."""

    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=4)

    @field_validator("example")
    @classmethod
    def _has_a_place(cls, example: str) -> str:
        if "{}" not in example:
            raise ValueError("no {} in the example")
        return example


class TitleClass(Forms):
    """Titles that follow a name.

    national: only a state or a firm has such, so that a town before one is a surname: 高市首相.
    """

    id: str = Field(pattern=r"^[a-z-]+$")
    kind: TitleKind
    national: bool = False


class LeadIns(Forms):
    """Roles that come before a name: 会長の田中太郎, 右腕・ペティット."""

    id: str = Field(pattern=r"^[a-z-]+$")


class Titles(Entry):
    """All titles."""

    classes: tuple[TitleClass, ...]
    prefixes: tuple[Forms, ...]
    continuations: tuple[Forms, ...]
    heads: tuple[Forms, ...]
    lead_ins: tuple[LeadIns, ...]
    ring_titles: tuple[Forms, ...]
    no_names: tuple[Forms, ...]
    followers: tuple[Forms, ...]
    named_after: tuple[Forms, ...]
    famous: tuple[Forms, ...]
    polite: tuple[Forms, ...]
    last_parts: tuple[Forms, ...]
    foreign: tuple[Forms, ...]
    short: tuple[Forms, ...]
    first_parts: tuple[Forms, ...]
    generations: tuple[Forms, ...]
    figures: tuple[Forms, ...]
    played: tuple[Forms, ...]
    withheld: tuple[Forms, ...]
    clans: tuple[Forms, ...]
    joints: tuple[Forms, ...]
    past_joints: tuple[Forms, ...]

    @cached_property
    def index(self) -> FormIndex[TitleKind]:
        """From title to its kind."""
        return FormIndex((form, entry.kind) for entry in self.classes for form in entry.forms)

    @cached_property
    def honorific_forms(self) -> tuple[str, ...]:
        """What stands behind a name and is no office: 氏, さん."""
        return tuple(form for entry in self.classes if entry.kind is TitleKind.HONORIFIC for form in entry.forms)

    @cached_property
    def national_forms(self) -> frozenset[str]:
        """Titles that only a state or a firm has: 首相, 外相, 社長."""
        return _all(tuple(entry for entry in self.classes if entry.national))

    @cached_property
    def head_forms(self) -> frozenset[str]:
        """Titles of whom a body has one: 社長."""
        return _all(self.heads)

    @cached_property
    def lead_in_index(self) -> FormIndex[str]:
        """From role before a name to the id of its class."""
        return FormIndex((form, entry.id) for entry in self.lead_ins for form in entry.forms)

    @cached_property
    def ring_title_forms(self) -> frozenset[str]:
        """What stands behind the name of a wrestler or an elder of sumo: 親方."""
        return _all(self.ring_titles)

    @cached_property
    def refused(self) -> frozenset[str]:
        """Words that are no names, though they stand before titles."""
        titles = frozenset(form for entry in self.classes for form in entry.forms)
        return titles | _all(self.no_names) | _all(self.prefixes) | _all(self.lead_ins)

    @cached_property
    def follower_forms(self) -> frozenset[str]:
        """What may stand directly after a name in characters without being part of it: 像."""
        return _all(self.followers)

    @cached_property
    def named_after_forms(self) -> tuple[str, ...]:
        """What may be named after something in katakana: 賞, 港."""
        return tuple(sorted(_all(self.named_after)))

    @cached_property
    def joint_forms(self) -> tuple[str, ...]:
        """What may stand between a role, or a word for a kind of thing, and the name: 会長|である|田中太郎氏."""
        return tuple(sorted(_all(self.joints)))

    @cached_property
    def past_joint_forms(self) -> tuple[str, ...]:
        """The same where the role has ended: 会長|だった|田中太郎氏."""
        return tuple(sorted(_all(self.past_joints)))

    @cached_property
    def famous_index(self) -> FormIndex[str]:
        """Persons who are known by a name alone."""
        return FormIndex((form, form) for form in _all(self.famous))

    @cached_property
    def polite_forms(self) -> frozenset[str]:
        """Prefixes that make a polite word of a noun with さん: お in お猿さん."""
        return _all(self.polite)

    @cached_property
    def last_part_forms(self) -> tuple[str, ...]:
        """How names of places, events and works end: ・オープン."""
        return tuple(sorted("・" + form for form in _all(self.last_parts)))

    @cached_property
    def first_part_forms(self) -> tuple[str, ...]:
        """How names of places, works and groups begin: ザ・."""
        return tuple(sorted(form + "・" for form in _all(self.first_parts)))

    @cached_property
    def generation_forms(self) -> frozenset[str]:
        """What follows a surname to tell father and son apart: ジュニア."""
        return _all(self.generations)

    @cached_property
    def figure_forms(self) -> tuple[str, ...]:
        """What stands before the name of a figure in a story: 主人公の."""
        return tuple(sorted(_all(self.figures)))

    @cached_property
    def played_forms(self) -> tuple[str, ...]:
        """What follows the name of a figure that somebody plays: 役."""
        return tuple(sorted(_all(self.played)))

    @cached_property
    def clan_forms(self) -> tuple[str, ...]:
        """What follows the name of a clan that a place is called by."""
        return tuple(sorted(_all(self.clans)))

    @cached_property
    def withheld_forms(self) -> frozenset[str]:
        """What makes a name of a letter: 子 in A子さん."""
        return _all(self.withheld)

    @cached_property
    def foreign_surnames(self) -> frozenset[str]:
        """Chinese and Korean surnames of one character."""
        return _all(self.foreign)

    @cached_property
    def short_surnames(self) -> frozenset[str]:
        """Surnames of one character that need no given name before a title."""
        return _all(self.short)

    @cached_property
    def prefix_forms(self) -> frozenset[str]:
        """What may stand between a name and a title: 前, 第1."""
        return _all(self.prefixes)

    @cached_property
    def continuation_forms(self) -> tuple[str, ...]:
        """What makes something else of a title before it: 選 in 大統領選."""
        return tuple(sorted(_all(self.continuations)))


def _all(classes: tuple[Forms, ...] | tuple[LeadIns, ...]) -> frozenset[str]:
    return frozenset(form for entry in classes for form in entry.forms)


@cache
def load_titles() -> Titles:
    """Read and check the data file. Raises LexiconError with file, entry and reason."""
    return Titles(
        classes=read_toml(FILE, "titles", TitleClass),
        prefixes=read_toml(FILE, "prefixes", Forms),
        continuations=read_toml(FILE, "continuations", Forms),
        heads=read_toml(FILE, "heads", Forms),
        lead_ins=read_toml(FILE, "lead_ins", LeadIns),
        ring_titles=read_toml(FILE, "ring_titles", Forms),
        no_names=read_toml(FILE, "no_names", Forms),
        followers=read_toml(FILE, "followers", Forms),
        named_after=read_toml(FILE, "named_after", Forms),
        famous=read_toml(FILE, "famous", Forms),
        polite=read_toml(FILE, "polite", Forms),
        last_parts=read_toml(FILE, "last_parts", Forms),
        foreign=read_toml(FILE, "foreign", Forms),
        short=read_toml(FILE, "short", Forms),
        first_parts=read_toml(FILE, "first_parts", Forms),
        generations=read_toml(FILE, "generations", Forms),
        figures=read_toml(FILE, "figures", Forms),
        played=read_toml(FILE, "played", Forms),
        clans=read_toml(FILE, "clans", Forms),
        withheld=read_toml(FILE, "withheld", Forms),
        joints=read_toml(FILE, "joints", Forms),
        past_joints=read_toml(FILE, "past_joints", Forms),
    )
