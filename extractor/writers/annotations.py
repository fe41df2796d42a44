"""JSON-LD: each statement an annotation of the W3C Web Annotation Data Model, one a line inside ``@graph``.

The target is what is said: a TextQuoteSelector (with the text before and after it) and a TextPositionSelector, whose
offsets count code points of the record's ``text`` as the model has it, end exclusive; content in several parts has
several targets. The body is the statement: speakers, cue, form, act, topics and stances, date. Terms beyond those of
the model are in ``annotation_context.json``: schema.org's where it has one, else urn:hatsugen:vocabulary:.

Ids are stable, for they are made of the ids in the record: statement s1 of the article 0a1b is
urn:hatsugen:article:0a1b#s1. The same records give the same bytes.
"""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import IO, Any
from urllib.parse import quote

from extractor.records import About, ArticleRecord, Cue, Entity, EntityType, Speaker, Statement, TextSpan

CONTEXT_WIDTH = 32  #: characters before and after what is quoted
_TYPES = {
    EntityType.PERSON: "Person",
    EntityType.COUNTRY: "Country",
    EntityType.ORGANIZATION: "Organization",
    EntityType.PROVISION: "Legislation",
}
_WIKIDATA = "http://www.wikidata.org/entity/"

Node = dict[str, Any]


def write_jsonld(records: Iterable[ArticleRecord], stream: IO[bytes]) -> int:
    """Write one JSON-LD document of all statements; return how many articles there were."""
    written, begun = 0, False
    stream.write(b'{"@context": ' + _context() + b',\n"@graph": [')
    for record in records:
        for annotation in find_annotations(record):
            stream.write((",\n" if begun else "\n").encode() + json.dumps(annotation, ensure_ascii=False).encode())
            begun = True
        written += 1
    stream.write(b"\n]}\n")
    return written


def find_annotations(record: ArticleRecord) -> Iterator[Node]:
    """Yield the annotation of each statement, in the order of the record; its terms are those of the context."""
    article = _Article(record)
    for statement in record.statements:
        yield {
            "id": article.iri(statement.id),
            "type": "Annotation",
            "motivation": "describing",
            "body": article.body(statement),
            "target": article.target(statement),
        }


def _context() -> bytes:
    """Return the context in one line."""
    text = files("extractor.writers").joinpath("annotation_context.json").read_text(encoding="utf-8")
    return json.dumps(json.loads(text), ensure_ascii=False).encode()


class _Article:
    """Nodes about one article. What is not known is left out of a node."""

    def __init__(self, record: ArticleRecord) -> None:
        self.record = record
        self.entities = {entity.id: entity for entity in record.entities}
        self.source = f"urn:hatsugen:article:{quote(record.id, safe='')}"

    def iri(self, key: str) -> str:
        """Return the id of a statement or an entity of the article."""
        return f"{self.source}#{quote(key, safe='')}"

    def target(self, statement: Statement) -> Node | list[Node]:
        """Return where the content stands; the first target tells the article."""
        first, *others = (self._place(part) for part in statement.content)
        first["source"] = self._described()
        return [first, *others] if others else first

    def body(self, statement: Statement) -> Node:
        """Return what is known of the statement."""
        date = statement.date
        return _known(
            {
                "type": "Statement",
                "speaker": [self._speaker(speaker) for speaker in statement.speakers],
                "cue": self._cue(statement.cue) if statement.cue else None,
                "form": statement.form,
                "act": statement.act,
                "about": [self._about(about) for about in statement.about],
                "said": date.value if date else None,
                "addressee": self._speaker(statement.addressee) if statement.addressee else None,
                "section": statement.section,
                "within": self.iri(statement.within) if statement.within else None,
                "confidence": statement.confidence,
                "contentDecidedBy": statement.decided_by.content,
                "speakerDecidedBy": statement.decided_by.speaker,
            }
        )

    def _described(self) -> Node:
        record = self.record
        is_address = (record.url or "").startswith(("https://", "http://"))
        return _known(
            {
                "id": self.source,
                "type": "Text",
                "format": "text/plain",
                "language": "ja",
                "title": record.title,
                "publisher": record.publisher,
                "published": record.published,
                "via": record.url if is_address else None,
            }
        )

    def _place(self, span: TextSpan) -> Node:
        text, start, end = self.record.text, span.start, span.end
        return {
            "type": "SpecificResource",
            "source": self.source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": span.text,
                    "prefix": text[max(start - CONTEXT_WIDTH, 0) : start],
                    "suffix": text[end : end + CONTEXT_WIDTH],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        }

    def _speaker(self, speaker: Speaker) -> Node:
        stands = speaker.start is not None and speaker.end is not None
        span = TextSpan(start=speaker.start or 0, end=speaker.end or 0, text=speaker.text) if stands else None
        return _known(
            {
                "value": speaker.text,
                "kind": speaker.kind,
                "entity": self._entity(speaker.entity),
                "place": self._place(span) if span else None,
            }
        )

    def _cue(self, cue: Cue) -> Node:
        return {"value": cue.text, "lemma": cue.lemma, "place": self._place(cue)}

    def _about(self, about: About) -> Node:
        return _known(
            {
                "value": about.text,
                "entity": self._entity(about.entity),
                "topic": f"urn:hatsugen:topic:{quote(about.topic, safe='')}" if about.topic else None,
                "stance": about.stance.value if about.stance else None,
                "place": self._place(about),
            }
        )

    def _entity(self, key: str | None) -> Node | None:
        entity = self.entities.get(key) if key else None
        return self._thing(entity) if entity else None

    def _thing(self, entity: Entity) -> Node:
        ids = entity.ids
        return _known(
            {
                "id": self.iri(entity.id),
                "type": _TYPES[entity.type],
                "name": entity.name,
                "jobTitle": entity.role,
                "affiliation": self._entity(entity.affiliation),
                "identifier": ids.iso3166 or ids.provision,
                "sameAs": f"{_WIKIDATA}{ids.wikidata}" if ids.wikidata else None,
            }
        )


def _known(node: Node) -> Node:
    """Return ``node`` without what is null or empty: an absent term says the same."""
    return {term: value for term, value in node.items() if value not in (None, [])}
