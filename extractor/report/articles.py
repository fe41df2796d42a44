"""One article as the page's JavaScript reads it.

As in the record, but: places are [start, end] in UTF-16 units, whose words the page cuts out of the text itself; who
speaks and what is spoken of are numbers of ``Things``; dates also carry the first and the last day they cover.
"""

from collections.abc import Callable
from typing import Any

from extractor.records import About, ArticleRecord, SaidDate, Speaker, Statement, TextSpan
from extractor.report.days import days_of
from extractor.report.things import Things
from extractor.report.units import units_of

Row = dict[str, Any]
_SCHEMES = ("https://", "http://")  # what a link may lead to; javascript: is none


class ArticleKeys:
    """Gives each article a key that no other of the page has: its id, or its id and a number where it came before."""

    def __init__(self) -> None:
        """Begin with none taken."""
        self._taken: dict[str, int] = {}

    def key(self, record: ArticleRecord) -> str:
        """Return the key of the next article: 0001, and 0001~2 for a second 0001."""
        number = self._taken[record.id] = self._taken.get(record.id, 0) + 1
        return record.id if number == 1 else f"{record.id}~{number}"


def article_row(record: ArticleRecord, key: str, things: Things) -> Row:
    """Return ``record`` as plain data; what it names is counted in ``things``."""
    return _Rows(record, things).article(key)


class _Rows:
    """What the rows of one article share: its places and the numbers of its entities."""

    def __init__(self, record: ArticleRecord, things: Things) -> None:
        self.record = record
        self.things = things
        self.numbers = things.count_entities(record)
        self.units: Callable[[int], int] = units_of(record.text)

    def article(self, key: str) -> Row:
        record = self.record
        return {
            "key": key,
            "title": record.title,
            "path": record.source.path,
            "published": record.published,
            "days": days_of(record.published),
            "publisher": record.publisher,
            "url": record.url if (record.url or "").startswith(_SCHEMES) else None,
            "text": record.text,
            "entities": self._entities(),
            "statements": [self._statement(statement) for statement in record.statements],
        }

    def _entities(self) -> list[Row]:
        names = {entity.id: entity.name for entity in self.record.entities}
        return [
            {
                "who": self.numbers[entity.id],
                "role": entity.role,
                "affiliation": names.get(entity.affiliation or ""),
                "mentions": [self._at(mention) for mention in entity.mentions],
            }
            for entity in self.record.entities
        ]

    def _statement(self, statement: Statement) -> Row:
        return {
            "id": statement.id,
            "speakers": [self._speaker(speaker) for speaker in statement.speakers],
            "cue": {"at": self._at(statement.cue), "lemma": statement.cue.lemma} if statement.cue else None,
            "content": [self._at(span) for span in statement.content],
            "form": statement.form,
            "act": statement.act,
            "about": [self._about(about) for about in statement.about],
            "date": self._date(statement.date) if statement.date else None,
            "section": statement.section,
            "within": statement.within,
            "addressee": self._speaker(statement.addressee) if statement.addressee else None,
            "decided": [statement.decided_by.content, statement.decided_by.speaker],
            "confidence": statement.confidence,
        }

    def _speaker(self, speaker: Speaker) -> Row:
        placed = speaker.start is not None and speaker.end is not None
        return {
            "who": self.things.speaker(speaker, self.numbers),
            "text": speaker.text,
            "kind": speaker.kind,
            "at": [self.units(speaker.start or 0), self.units(speaker.end or 0)] if placed else None,
        }

    def _about(self, about: About) -> Row:
        stance = about.stance
        return {
            "what": self.things.topic(about.topic) if about.topic else self.numbers.get(about.entity or ""),
            "at": self._at(about),
            "where": about.where,
            "stance": {"value": stance.value, "at": self._at(stance)} if stance else None,
        }

    def _date(self, said: SaidDate) -> Row:
        return {
            "value": said.value,
            "days": days_of(said.value),
            "precision": said.precision,
            "anchor": said.anchor,
            "at": self._at(said),
        }

    def _at(self, span: TextSpan) -> list[int]:
        return [self.units(span.start), self.units(span.end)]
