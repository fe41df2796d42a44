"""``merge_records``: the registry over many articles."""

from collections.abc import Iterable

from extractor.merging.bodies import Placed, place_body
from extractor.merging.company import person_facts
from extractor.merging.copies import find_copies
from extractor.merging.entries import Group, build_entry, full_name
from extractor.merging.gathering import Gathered, gather
from extractor.merging.identifiers import Identifiers, digest
from extractor.merging.order import by_date, ranks
from extractor.merging.people import merge_people
from extractor.merging.registry import Registry
from extractor.records import ArticleRecord, EntityType


def merge_records(records: Iterable[ArticleRecord]) -> Registry:
    """Return who is who over all ``records``, and which of their statements are in the same words.

    Records are read one at a time and not kept; their order does not matter, and one that comes twice counts once.
    Whoever cannot be told apart with reason enough to be taken for another stays an entry of their own.
    """
    gathered = gather(records)
    rank = ranks(gathered.articles)
    order = sorted(range(len(gathered.seen)), key=lambda i: (rank[gathered.seen[i].article], i))
    groups = _group_bodies(gathered, order)
    keys = {index: group.key for group in groups for index, _ in group.members}
    groups += _group_people(gathered, keys, order)
    _name(groups, gathered, {index: place for place, index in enumerate(order)})
    group_of = {index: group for group in groups for index, _ in group.members}
    entries = [build_entry(group, gathered, group_of) for group in groups]
    return Registry(
        articles=tuple(sorted(gathered.articles, key=by_date)),
        entries=tuple(sorted(entries, key=lambda entry: (-entry.articles, -entry.statements, entry.type, entry.id))),
        copies=tuple(find_copies(gathered, rank, group_of)),
    )


def _group_bodies(gathered: Gathered, order: Iterable[int]) -> list[Group]:
    groups: dict[str, Group] = {}
    apart: dict[str, tuple[Group, str]] = {}
    for index in order:
        seen = gathered.seen[index]
        if seen.type is EntityType.PERSON:
            continue
        placed = place_body(seen, gathered.articles[seen.article].id, gathered.abbreviations)
        group = groups.get(placed.key)
        if group is None:
            group = groups[placed.key] = Group(seen.type, [], key=placed.key)
            _keep_apart(group, placed, seen.name, apart)
        group.members.append((index, placed.by if group.members else "first"))
    return list(groups.values())


def _keep_apart(group: Group, placed: Placed, name: str, apart: dict[str, tuple[Group, str]]) -> None:
    """Say of a body whose name many have that it is not known to be the one before."""
    if placed.apart is None:
        return
    if name in apart:
        group.apart.append((apart[name][0], placed.apart))
    apart[name] = (group, placed.apart)


def _group_people(gathered: Gathered, keys: dict[int, str], order: list[int]) -> list[Group]:
    bearers = merge_people(list(person_facts(gathered, keys, order)))
    place = {index: number for number, index in enumerate(order)}
    groups = {
        id(bearer): Group(EntityType.PERSON, sorted(bearer.members, key=lambda each: place[each[0]]), bearer=bearer)
        for bearer in bearers
    }
    for bearer in bearers:
        groups[id(bearer)].apart = [(groups[id(other)], rule) for other, rule in bearer.apart]
    return list(groups.values())


def _name(groups: list[Group], gathered: Gathered, place: dict[int, int]) -> None:
    """Give every group its name and its id."""
    identifiers = Identifiers()
    for group in sorted(groups, key=lambda group: place[group.members[0][0]]):
        group.name = full_name(group, gathered)
        if group.bearer is None:
            external = group.key.startswith(("iso3166:", "wikidata:", "provision:"))
            group.id = group.key if external else digest(group.type, group.key)
            continue
        bearer, first = group.bearer, gathered.seen[group.bearer.members[0][0]]
        told, article = bearer.told, gathered.articles[first.article].id
        facts = [told, (*told, article), (*told, article, first.entity)]
        group.id = identifiers.give(group.type, bearer.full or group.name, [(), *facts] if bearer.full else facts)
