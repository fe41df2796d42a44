"""Who speaks and what is spoken of, over all articles of a page, each with a number that the articles use."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from extractor.records import ArticleRecord, Entity, Speaker

GENERIC = "generic"  #: speakers without an entity: 関係者
TOPIC = "topic"


class TopicName(NamedTuple):
    """What a topic is called in Japanese and in English."""

    name: str
    english: str


@dataclass(slots=True)
class Thing:
    """One of them. key: stable, names it in the address of a page; english: where another name is known."""

    key: str
    type: str
    name: str
    english: str = ""
    mentions: int = 0
    articles: int = 0


class Things:
    """All things so far, by the order in which they came.

    Entities of different articles are one thing where type and an external id agree; without an id, type and name.
    """

    def __init__(self, topics: Mapping[str, TopicName]) -> None:
        """Begin with none. topics: what topics are called, by id."""
        self._topics = topics
        self._numbers: dict[str, int] = {}
        self._things: list[Thing] = []

    def rows(self) -> list[dict[str, Any]]:
        """Return them as plain data, by number."""
        return [asdict(thing) for thing in self._things]

    def count_entities(self, record: ArticleRecord) -> dict[str, int]:
        """Count the mentions of an article's entities; return the number of each by its id in the article."""
        numbers = {entity.id: self._entity(entity) for entity in record.entities}
        for entity in record.entities:
            self._things[numbers[entity.id]].mentions += len(entity.mentions)
        for number in set(numbers.values()):
            self._things[number].articles += 1
        return numbers

    def speaker(self, speaker: Speaker, entities: dict[str, int]) -> int:
        """Return the number of a speaker: its entity's, else that of the words. entities: as counted."""
        if speaker.entity in entities:
            return entities[speaker.entity]
        return self._number(f"{GENERIC}:{speaker.text}", GENERIC, speaker.text)

    def topic(self, topic: str) -> int:
        """Return the number of the topic with this id; one that is not known goes by its id."""
        called = self._topics.get(topic, TopicName(topic, topic))
        return self._number(f"{TOPIC}:{topic}", TOPIC, called.name, called.english)

    def _entity(self, entity: Entity) -> int:
        key = entity.ids.known or entity.name
        return self._number(f"{entity.type}:{key}", entity.type, entity.name)

    def _number(self, key: str, kind: str, name: str, english: str = "") -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self._things)
            self._things.append(Thing(key, str(kind), name, english))
        return self._numbers[key]
