"""A bearer of a name: what the articles so far tell of one person."""

from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.lexicon.offices import FieldOfLife
from extractor.merging.names import is_katakana_name, possible_surnames
from extractor.merging.titles import Office, is_same_office


class Facts(NamedTuple):
    """What one article tells of a person.

    body: key of whom they act for. company: numbers of the people and bodies that the article names too, but for those
    that are in many articles. house: those of them that are organisations.
    """

    full: str | None
    short: tuple[str, ...]
    office: Office | None
    body: str | None
    seat: str | None
    accused: bool
    company: frozenset[int]
    house: frozenset[int]
    publisher: str | None


@dataclass(slots=True, eq=False)
class Bearer:
    """One person.

    told: office, affiliation and seat by the first sighting. members: indexes of sightings, each with the rule that put
    it here. apart: other bearers of a name, with the rule that kept this one from them.
    """

    full: str | None
    told: tuple[str, ...] = ()
    members: list[tuple[int, str]] = field(default_factory=list)
    short: set[str] = field(default_factory=set)
    offices: dict[str, Office] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    seats: set[str] = field(default_factory=set)
    company: set[int] = field(default_factory=set)
    house: set[int] = field(default_factory=set)
    publishers: set[str] = field(default_factory=set)
    accused: bool = False
    apart: "list[tuple[Bearer, str]]" = field(default_factory=list)

    def add(self, index: int, facts: Facts, rule: str) -> None:
        """Take in a sighting."""
        if not self.members:
            self.told = (facts.office.id if facts.office else "", facts.body or "", facts.seat or "")
        self.members.append((index, rule))
        self.short.update(facts.short)
        if facts.office:
            self.offices.setdefault(facts.office.bare, facts.office)
        self.bodies.update(filter(None, (facts.body,)))
        self.seats.update(filter(None, (facts.seat,)))
        self.publishers.update(filter(None, (facts.publisher,)))
        self.company |= facts.company
        self.house |= facts.house
        self.accused |= facts.accused

    @property
    def fields(self) -> set[FieldOfLife]:
        """The sorts of life in which they hold offices that are known."""
        return {office.field for office in self.offices.values() if office.field}

    @property
    def is_katakana(self) -> bool:
        """Whether the full name is in katakana."""
        return self.full is not None and is_katakana_name(self.full)

    def surnames(self) -> tuple[str, ...]:
        """Return the names under which somebody may mean them: those used beside the full name, else all possible."""
        if self.full is None:
            return tuple(sorted(self.short))
        possible = possible_surnames(self.full)
        used = tuple(name for name in possible if name in self.short)
        return (self.full, *(used or possible))

    def holds(self, office: Office | None) -> bool:
        """Whether they are known to hold an office, or to have held it."""
        return office is not None and any(is_same_office(office, own) for own in self.offices.values())
