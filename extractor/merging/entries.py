"""From sightings that are one thing to its entry in the registry."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extractor.lexicon.countries import load_countries
from extractor.lexicon.organizations import load_organizations
from extractor.merging.bearers import Bearer
from extractor.merging.gathering import Gathered, Seen
from extractor.merging.registry import Affiliation, CountedName, DatedRole, KeptApart, RegistryEntry, Sighting
from extractor.records import EntityIds, EntityType


@dataclass(slots=True)
class Group:
    """Sightings that are one thing. members: (index, rule) in the order of publication. key: of what is no person.

    apart: groups that share a name, with the rule that kept them from this one.
    """

    type: EntityType
    members: list[tuple[int, str]]
    key: str = ""
    bearer: Bearer | None = None
    id: str = ""
    name: str = ""
    apart: "list[tuple[Group, str]]" = field(default_factory=list)


def full_name(group: Group, gathered: Gathered) -> str:
    """Return the name of a group: that of the lexicon where it has one, else the fullest that is written.

    Of a person the commonest writing of the full name, else of the surname.
    """
    kind, _, value = group.key.partition(":")
    if kind == "iso3166":
        return load_countries().usual.get(value, value)
    listed = load_organizations().by_id.get(group.key) or load_organizations().by_id.get(f"org:{value}")
    if group.type is EntityType.ORGANIZATION and listed:
        return listed.name
    names = Counter(
        seen.name for seen in _seen(group, gathered) if not (group.bearer and group.bearer.full) or seen.full
    )
    if group.bearer:
        return min(names, key=lambda name: (-names[name], -len(name), name))
    return min(names, key=lambda name: (-len(name), -names[name], name))


def build_entry(group: Group, gathered: Gathered, group_of: Mapping[int, Group]) -> RegistryEntry:
    """Return the entry of a group whose id and name are known. group_of: from sighting to its group."""
    seen = list(_seen(group, gathered))
    names: Counter[str] = Counter()
    for each in seen:
        names.update(dict(each.names))
    dates = sorted(filter(None, {gathered.articles[each.article].published for each in seen}))
    return RegistryEntry(
        id=group.id,
        type=group.type,
        name=group.name,
        names=tuple(
            CountedName(text=text, count=count)
            for text, count in sorted(names.items(), key=lambda item: (-item[1], item[0]))
        ),
        ids=_ids(group),
        roles=_roles(seen, gathered),
        affiliations=_affiliations(seen, gathered, group_of),
        articles=len({each.article for each in seen}),
        statements=sum(each.statements for each in seen),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        sightings=tuple(
            Sighting(article=gathered.articles[each.article].id, entity=each.entity, by=rule)
            for each, (_, rule) in zip(seen, group.members, strict=True)
        ),
        apart=tuple(KeptApart(entry=other.id, by=rule) for other, rule in group.apart),
    )


def _seen(group: Group, gathered: Gathered) -> Iterable[Seen]:
    return (gathered.seen[index] for index, _ in group.members)


def _ids(group: Group) -> EntityIds:
    kind, _, value = group.key.partition(":")
    known = (
        {"iso3166", "wikidata", "provision"} if group.type is not EntityType.PROVISION else {"wikidata", "provision"}
    )
    return EntityIds(**{kind: value}) if kind in known and group.id == group.key else EntityIds()


def _roles(seen: Iterable[Seen], gathered: Gathered) -> tuple[DatedRole, ...]:
    found: dict[str, list[Seen]] = {}
    for each in seen:
        if each.role:
            found.setdefault(each.role, []).append(each)
    roles = []
    for text, those in found.items():
        dates = sorted(filter(None, (gathered.articles[each.article].published for each in those)))
        roles.append(
            DatedRole(
                text=text,
                articles=len({each.article for each in those}),
                first=dates[0] if dates else None,
                last=dates[-1] if dates else None,
            )
        )
    return tuple(roles)


def _affiliations(seen: Iterable[Seen], gathered: Gathered, group_of: Mapping[int, Group]) -> tuple[Affiliation, ...]:
    wanted = {(each.article, each.acts_for) for each in seen if each.acts_for}
    found: Counter[str] = Counter()
    names: dict[str, str] = {}
    for article, entity in wanted:
        group = group_of[gathered.index_of(article, entity)]
        found[group.id] += 1
        names[group.id] = group.name
    return tuple(
        Affiliation(entry=id_, name=names[id_], articles=count)
        for id_, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )
