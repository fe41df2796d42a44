"""The bearers of one surname, found by what may make a sighting one of them: there may be thousands of 佐藤.

No rule of ``evidence.SURNAME`` joins a sighting to a bearer without something that both have: affiliation, company,
seat, or an office. An office that many hold says nothing alone, and is not looked up by itself.
"""

from collections.abc import Iterator

from extractor.lexicon.offices import Reach
from extractor.merging.bearers import Bearer, Facts
from extractor.merging.titles import Office

Key = tuple[str, str | int]


class Namesakes:
    """Bearers of one surname, each with the number in the order of which they count."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: dict[Bearer, int] = {}
        self.by_key: dict[Key, dict[Bearer, None]] = {}

    def add(self, bearer: Bearer, number: int) -> None:
        """Take in a bearer with all that is known of them."""
        self.all[bearer] = number
        for office in bearer.offices.values():
            self._note(bearer, _office_keys(office))
        self._note(bearer, (("body", body) for body in bearer.bodies))
        self._note(bearer, (("seat", seat) for seat in bearer.seats))
        self._note(bearer, (("company", number) for number in bearer.company))

    def learn(self, bearer: Bearer, facts: Facts) -> None:
        """Note what one more sighting tells of a bearer."""
        if facts.office:
            self._note(bearer, _office_keys(facts.office))
        self._note(bearer, _other_keys(facts))

    def like(self, facts: Facts, least: int) -> list[Bearer]:
        """Return the bearers with something in common with a sighting, filled up to ``least`` with others."""
        found: dict[Bearer, None] = {}
        for key in (*_wanted(facts.office), *_other_keys(facts)):
            found |= self.by_key.get(key, {})
        for bearer in self.all:
            if len(found) >= least:
                break
            found.setdefault(bearer)
        return sorted(found, key=self.all.__getitem__)

    def _note(self, bearer: Bearer, keys: Iterator[Key]) -> None:
        for key in keys:
            self.by_key.setdefault(key, {}).setdefault(bearer)


def _office_keys(office: Office) -> Iterator[Key]:
    reach = "of-many" if office.reach is Reach.MANY else "of-one"
    yield reach, office.id
    yield reach, office.bare[-2:]  # 長官 is the end of 官房長官


def _wanted(office: Office | None) -> Iterator[Key]:
    """Under which keys the bearers are that an office alone can make a sighting's."""
    if office is None:
        return
    reaches = ("of-one",) if office.reach is Reach.MANY else ("of-one", "of-many")
    for reach in reaches:
        yield reach, office.id
        yield reach, office.bare[-2:]


def _other_keys(facts: Facts) -> Iterator[Key]:
    if facts.body:
        yield "body", facts.body
    if facts.seat:
        yield "seat", facts.seat
    for number in facts.company:
        yield "company", number
