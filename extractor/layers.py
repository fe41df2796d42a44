"""Layers: what each component finds, written on the ``Doc`` under one name by one writer.

A layer is a tuple of frozen dataclasses whose offsets count characters of ``doc.text``, end exclusive.
Character offsets rather than token spans, because a country can be one character inside a token (米 in 米ロ).
Layers live in ``doc.user_data`` as plain lists and dicts, so that they survive ``Doc.to_bytes`` and
``nlp.pipe(n_process=2)``; each is mirrored in ``doc.spans``, widened to whole tokens, for users of spaCy.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from spacy.tokens import Doc, SpanGroup

from extractor.errors import PipelineError

PREFIX = "extractor_"


@dataclass(frozen=True, slots=True)
class Layered:
    """Base of what a layer holds. ``start``/``end``: characters of ``doc.text``, end exclusive."""

    LAYER: ClassVar[str]

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading(Layered):
    """A line that heads a section; offsets without bullet, marks and blanks around it."""

    LAYER: ClassVar[str] = "headings"


@dataclass(frozen=True, slots=True)
class Quote(Layered):
    """A 「…」 or 『…』 with its brackets; an unclosed one ends with its paragraph.

    depth: 0 for the outermost. closed: False where the text has no closing bracket.
    """

    LAYER: ClassVar[str] = "quotes"

    depth: int
    closed: bool


@dataclass(frozen=True, slots=True)
class MentionFound(Layered):
    """A mention of a person, country, organisation or provision.

    label: a value of ``EntityType``. kind: a value of ``MentionKind``. rule: what found it (lexicon, title, ginza …).
    link: id of a lexicon entry, ``iso:US`` for a country, the canonical id for a provision; "" where there is none.
    role_start, role_end: the title as written (特使), -1 where there is none.
    wide_start, wide_end: the noun phrase with title and honorific (ルビオ米国務長官), for speakers.
    affiliation: index in this layer of the mention that the person acts for (米), -1 where there is none.
    """

    LAYER: ClassVar[str] = "mentions"

    label: str
    kind: str
    rule: str
    link: str = ""
    role_start: int = -1
    role_end: int = -1
    wide_start: int = -1
    wide_end: int = -1
    affiliation: int = -1


@dataclass(frozen=True, slots=True)
class EntityFound(Layered):
    """Mentions that name one thing; offsets of its first mention. mentions: indexes in the layer ``mentions``."""

    LAYER: ClassVar[str] = "entities"

    id: str
    label: str
    name: str
    link: str
    role: str
    affiliation: str
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CueFound(Layered):
    """A reporting expression.

    entry: id of its lexicon entry. kind: a value of ``CueKind``. marker: a value of ``Marker``, how its content is
    attached; marker_start, marker_end: と in 〜と述べた. act: a value of ``Act``. passive: 〜と批判された.
    """

    LAYER: ClassVar[str] = "cues"

    entry: str
    kind: str
    marker: str
    marker_start: int
    marker_end: int
    lemma: str
    act: str
    passive: bool


@dataclass(frozen=True, slots=True)
class ContentFound(Layered):
    """What is reported by one cue, or by a quotation with no cue of its own.

    start, end: of the whole, pieces: (start, end) of each piece, without the 「」 that enclose all of it.
    cue: index in the layer ``cues``, -1 where there is none. form: a value of ``Form``. rule: what decided.
    subject_start, subject_end: the phrase before the content that was taken as its subject, -1 where there is none.
    """

    LAYER: ClassVar[str] = "contents"

    pieces: tuple[tuple[int, int], ...]
    cue: int
    form: str
    rule: str
    subject_start: int = -1
    subject_end: int = -1


@dataclass(frozen=True, slots=True)
class SpeakerFound(Layered):
    """Who says the content with the same index in the layer ``contents``; several where they speak together.

    start, end: the noun phrase that names the speaker; for an omitted one both are 0.
    content: index in the layer ``contents``. kind: a value of ``SpeakerKind``. entity: an entity's id, "" where the
    speaker is no entity. rule: what decided. addressee: True where it is said to them.
    """

    LAYER: ClassVar[str] = "speakers"

    content: int
    kind: str
    entity: str
    rule: str
    addressee: bool = False


@dataclass(frozen=True, slots=True)
class TimeFound(Layered):
    """An expression of time, as far as its own words tell.

    anchor: a value of ``Anchor``, what it is counted from. unit, count: how far; a value of ``Unit``, "" where no
    word says it (17日). year, month, day: as written, 0 where they are not; a year below 100 has two digits.
    weekday: 0 for Monday to 6, -1 where none is written. aside: it stands in quotation marks or parentheses.
    ahead: the words around it say that it is still to come.
    """

    LAYER: ClassVar[str] = "times"

    anchor: str
    unit: str = ""
    count: int = 0
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    aside: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class StatementFound(Layered):
    """A content with what is known of it beside cue and speakers.

    content: index in the layer ``contents``. act: a value of ``Act``. within: index of the content around it, -1 where
    there is none. heading: index in the layer ``headings`` of the one it stands under, -1 where there is none.
    confidence: 0 to 1. time: index in the layer ``times`` of when it was said, -1 where nothing tells.
    """

    LAYER: ClassVar[str] = "statements"

    content: int
    act: str
    within: int
    heading: int
    confidence: float
    time: int = -1


@dataclass(frozen=True, slots=True)
class TopicFound(Layered):
    """A place that shows a topic. topic: its id. judged: whether one can be for or against it.

    part: whether the words name a part of the matter only, from which no stance towards it is read.
    against: whether the words name what the topic is set against, as 石炭火力 for climate.
    """

    LAYER: ClassVar[str] = "topics"

    topic: str
    judged: bool = True
    part: bool = False
    against: bool = False


@dataclass(frozen=True, slots=True)
class AboutFound(Layered):
    """That a content is about a topic, or takes a stance towards a provision; start, end: what shows it.

    content: index in the layer ``contents``. topic: its id, or "" where entity has an entity's id. where: a value of
    ``Place``. stance: a value of ``StanceValue``, "" where unsure; stance_start, stance_end: its words.
    """

    LAYER: ClassVar[str] = "abouts"

    content: int
    topic: str
    entity: str
    where: str
    stance: str = ""
    stance_start: int = -1
    stance_end: int = -1


T = TypeVar("T", bound=Layered)


class _Rows(list[dict[str, Any]]):
    """Rows of a layer with the items that they were made of, which serialisation leaves out."""

    items: tuple[Any, ...]


def write_layer(doc: Doc, layer: type[T], found: Iterable[T]) -> None:
    """Write ``found`` in text order as the layer of its type, and mirror it in ``doc.spans``."""
    items = sorted(found, key=lambda item: (item.start, -item.end))
    names = [field.name for field in dataclasses.fields(layer)]
    rows = _Rows({name: getattr(item, name) for name in names} for item in items)
    rows.items = tuple(items)
    doc.user_data[PREFIX + layer.LAYER] = rows
    spans = [doc.char_span(item.start, item.end, alignment_mode="expand") for item in items if item.start < item.end]
    doc.spans[PREFIX + layer.LAYER] = SpanGroup(doc, name=PREFIX + layer.LAYER, spans=[s for s in spans if s])


def read_layer(doc: Doc, layer: type[T]) -> tuple[T, ...]:
    """Return the layer that ``write_layer`` wrote. Raises PipelineError where no component has written it."""
    rows = doc.user_data.get(PREFIX + layer.LAYER)
    if rows is None:
        raise PipelineError(
            f"nothing has written the layer {layer.LAYER}; add the component that does, before this one"
        )
    if isinstance(rows, _Rows):  # as it was written: making the items anew takes long
        return rows.items
    return tuple(layer(**_with_tuples(row)) for row in rows)


def _with_tuples(row: dict[str, Any]) -> dict[str, Any]:
    """Serialisation turns tuples into lists: turn them back, inner ones too."""
    return {key: _tuples(value) if isinstance(value, list) else value for key, value in row.items()}


def _tuples(values: list[Any]) -> tuple[Any, ...]:
    return tuple(_tuples(value) if isinstance(value, list) else value for value in values)
