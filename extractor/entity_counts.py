"""How often what is named: the entities of many articles counted together."""

from collections import Counter
from collections.abc import Iterable

from pydantic import Field

from extractor.records import ArticleRecord, Entity, EntityIds, EntityType, MentionKind, Record


class EntityCount(Record):
    """One thing over all articles that were counted."""

    type: EntityType
    name: str = Field(description="the name that most articles give it")
    aliases: tuple[str, ...] = Field((), description="every other form that names it, the commonest first")
    ids: EntityIds = EntityIds()
    articles: int = Field(description="in how many it is mentioned")
    names: int = Field(description="how often it is named")
    references: int = Field(description="how often 同社, 同大統領, 彼 and the like refer to it")

    @property
    def mentions(self) -> int:
        """How often it is named or referred to."""
        return self.names + self.references


Key = tuple[EntityType, str]


def count_entities(records: Iterable[ArticleRecord]) -> list[EntityCount]:
    """Return every entity of ``records`` with its counts, the most mentioned first.

    Entities of different articles are one where type and an external id agree; without an id, type and name.
    """
    tallies: dict[Key, _Tally] = {}
    for record in records:
        for key, entities in _by_key(record.entities).items():
            tallies.setdefault(key, _Tally()).add(entities)
    counts = [tally.count(kind) for (kind, _), tally in tallies.items()]
    return sorted(counts, key=lambda count: (-count.mentions, -count.articles, count.type, count.name))


def _by_key(entities: Iterable[Entity]) -> dict[Key, list[Entity]]:
    """Return the entities of one article by what makes them one thing in others too."""
    found: dict[Key, list[Entity]] = {}
    for entity in entities:
        key = entity.ids.known or entity.name
        found.setdefault((entity.type, key), []).append(entity)
    return found


class _Tally:
    """What is counted of one entity."""

    def __init__(self) -> None:
        self.articles = self.names = self.references = 0
        self.called = Counter[str]()  # in how many articles it goes by which name
        self.forms = Counter[str]()  # how often each form names it
        self.ids = EntityIds()

    def add(self, entities: Iterable[Entity]) -> None:
        """Count the entities of one article that are this one."""
        self.articles += 1
        for entity in entities:
            self.ids = entity.ids
            named = [mention.text for mention in entity.mentions if mention.kind is MentionKind.NAME]
            self.called[entity.name] += 1
            self.forms.update(named)
            self.names += len(named)
            self.references += len(entity.mentions) - len(named)

    def count(self, kind: EntityType) -> EntityCount:
        """Return what was counted. kind: the type of the entity."""
        name = max(self.called, key=lambda name: (self.called[name], len(name), name))
        aliases = sorted(self.forms, key=lambda form: (-self.forms[form], form))
        return EntityCount(
            type=kind,
            name=name,
            aliases=tuple(alias for alias in aliases if alias != name),
            ids=self.ids,
            articles=self.articles,
            names=self.names,
            references=self.references,
        )
