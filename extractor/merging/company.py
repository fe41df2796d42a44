"""From sightings to facts: office, affiliation, and the company that a person is seen in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extractor.merging.bearers import Facts
from extractor.merging.gathering import Gathered, Seen
from extractor.merging.names import full_key
from extractor.merging.titles import read_office
from extractor.records import EntityType

_LEAST, _SHARE = 8, 0.02  # what is in more articles than eight, and in more than this share, is no company


def person_facts(gathered: Gathered, keys: Mapping[int, str], order: Sequence[int]) -> Iterator[tuple[int, Facts]]:
    """Yield index and facts of every sighting of a person, in the given order of sightings.

    keys: index of a sighting that is no person → key of its entry.
    """
    company = _Company(gathered, keys)
    for index in order:
        seen = gathered.seen[index]
        if seen.type is not EntityType.PERSON:
            continue
        people, house = company.of(seen)
        yield (
            index,
            Facts(
                full=seen.full,
                short=seen.short,
                office=read_office(seen.role) if seen.role else None,
                body=keys.get(gathered.index_of(seen.article, seen.acts_for)) if seen.acts_for else None,
                seat=seen.seat,
                accused=seen.accused,
                company=people | house,
                house=house,
                publisher=gathered.articles[seen.article].publisher,
            ),
        )


class _Company:
    """Numbers the people and bodies that are named in few articles."""

    def __init__(self, gathered: Gathered, keys: Mapping[int, str]) -> None:
        self.numbers: dict[str, int] = {}
        self.people: dict[int, set[int]] = {}
        self.houses: dict[int, set[int]] = {}
        for index, seen in enumerate(gathered.seen):
            if seen.full:
                self._note(self.people, seen.article, full_key(seen.full))
            elif seen.type is EntityType.ORGANIZATION:
                self._note(self.houses, seen.article, keys[index])
        counts = Counter(n for part in (self.people, self.houses) for numbers in part.values() for n in numbers)
        most = max(_LEAST, len(gathered.articles) * _SHARE)
        self.common = frozenset(number for number, count in counts.items() if count > most)

    def _note(self, part: dict[int, set[int]], article: int, key: str) -> None:
        part.setdefault(article, set()).add(self.numbers.setdefault(key, len(self.numbers)))

    def of(self, seen: Seen) -> tuple[frozenset[int], frozenset[int]]:
        """Return the people, without the one seen, and the bodies that are named with them."""
        own = self.numbers[full_key(seen.full)] if seen.full else -1
        people = frozenset(self.people.get(seen.article, ())) - self.common - {own}
        return people, frozenset(self.houses.get(seen.article, ())) - self.common
