"""The table of statements: a row each statement, what it has several of in lists of one length."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.records import About, ArticleRecord, Cue, Entity, SaidDate, Speaker, Statement
from extractor.tables.article_columns import ARTICLE_COLUMNS
from extractor.tables.names import TableName
from extractor.tables.speakers import (
    speaker_affiliation,
    speaker_country,
    speaker_name,
    speaker_role,
    speaker_wikidata,
)
from extractor.tables.table import Column, Kind, Row, Table, Value


@dataclass(frozen=True)
class StatementRow(Row):
    """A statement of an article."""

    statement: Statement


Many = tuple[str | int | None, ...]
Cell = Callable[[StatementRow], Value]


def _rows(record: ArticleRecord, entities: dict[str, Entity]) -> Iterator[StatementRow]:
    for statement in record.statements:
        yield StatementRow(record, entities, statement)


def _speakers(value: Callable[[StatementRow, Speaker], str | int | None]) -> Callable[[StatementRow], Many]:
    return lambda row: tuple(value(row, speaker) for speaker in row.statement.speakers)


def _about(value: Callable[[StatementRow, About], str | int | None]) -> Callable[[StatementRow], Many]:
    return lambda row: tuple(value(row, about) for about in row.statement.about)


def _topics(value: Callable[[About], str | None]) -> Callable[[StatementRow], Many]:
    return lambda row: tuple(value(about) for about in row.statement.about if about.topic is not None)


def _cue(value: Callable[[Cue], str | int]) -> Cell:
    return lambda row: value(row.statement.cue) if row.statement.cue else None


def _date(value: Callable[[SaidDate], str | None]) -> Cell:
    return lambda row: value(row.statement.date) if row.statement.date else None


def _addressee(value: Callable[[StatementRow, Speaker], str | None]) -> Cell:
    return lambda row: value(row, row.statement.addressee) if row.statement.addressee else None


def _about_name(row: StatementRow, about: About) -> str:
    entity = row.entity(about.entity)
    return entity.name if entity else about.topic or about.text


def _about_id(row: StatementRow, about: About) -> str | None:
    entity = row.entity(about.entity)
    return entity.ids.known if entity else None


_SPEAKER_COLUMNS: tuple[Column[StatementRow], ...] = (
    Column("speaker", Kind.TEXTS, "who says it, as written", _speakers(lambda _, speaker: speaker.text)),
    Column("speaker_name", Kind.TEXTS, "the entity's name, else as written", _speakers(speaker_name)),
    Column("speaker_kind", Kind.TEXTS, "named, anaphor, implicit, generic", _speakers(lambda _, speaker: speaker.kind)),
    Column("speaker_entity", Kind.TEXTS, "id of the entity", _speakers(lambda _, speaker: speaker.entity)),
    Column("speaker_role", Kind.TEXTS, "title as written", _speakers(speaker_role)),
    Column("speaker_affiliation", Kind.TEXTS, "name of whom they act for", _speakers(speaker_affiliation)),
    Column(
        "speaker_country", Kind.TEXTS, "ISO 3166 code of the country they are or act for", _speakers(speaker_country)
    ),
    Column("speaker_wikidata", Kind.TEXTS, "Wikidata item, where known", _speakers(speaker_wikidata)),
    Column("speaker_start", Kind.WHOLES, "where it is named; null if left out", _speakers(lambda _, one: one.start)),
    Column("speaker_end", Kind.WHOLES, "where that ends, exclusive", _speakers(lambda _, one: one.end)),
)

_CUE_COLUMNS: tuple[Column[StatementRow], ...] = (
    Column("cue", Kind.TEXT, "the reporting expression, as written", _cue(lambda cue: cue.text)),
    Column("cue_lemma", Kind.TEXT, "in its dictionary form", _cue(lambda cue: cue.lemma)),
    Column("cue_start", Kind.WHOLE, "where it begins in the article, in code points", _cue(lambda cue: cue.start)),
    Column("cue_end", Kind.WHOLE, "where it ends, exclusive", _cue(lambda cue: cue.end)),
)

_CONTENT_COLUMNS: tuple[Column[StatementRow], ...] = (
    Column(
        "content",
        Kind.TEXTS,
        "what is said; several parts where the cue interrupts it",
        lambda row: tuple(part.text for part in row.statement.content),
    ),
    Column(
        "content_start",
        Kind.WHOLES,
        "where each part begins in the article, in code points",
        lambda row: tuple(part.start for part in row.statement.content),
    ),
    Column(
        "content_end",
        Kind.WHOLES,
        "where each part ends, exclusive",
        lambda row: tuple(part.end for part in row.statement.content),
    ),
    Column("start", Kind.WHOLE, "where the first part begins", lambda row: row.statement.content[0].start),
    Column("end", Kind.WHOLE, "where the last part ends, exclusive", lambda row: row.statement.content[-1].end),
    Column("form", Kind.TEXT, "direct, mixed, indirect or reported", lambda row: row.statement.form),
    Column("act", Kind.TEXT, "assert, deny, demand, promise …", lambda row: row.statement.act),
)

_DATE_COLUMNS: tuple[Column[StatementRow], ...] = (
    Column("date", Kind.TEXT, "when it was said: 2025-08-17, 2025-W33, 2025-08, 2025", _date(lambda date: date.value)),
    Column("date_precision", Kind.TEXT, "day, week, month or year", _date(lambda date: date.precision)),
    Column("date_anchor", Kind.TEXT, "counted from: stated, published or named", _date(lambda date: date.anchor)),
    Column("date_text", Kind.TEXT, "the words that tell it", _date(lambda date: date.text)),
)

_PLACE_COLUMNS: tuple[Column[StatementRow], ...] = (
    Column("section", Kind.TEXT, "the heading that it stands under", lambda row: row.statement.section),
    Column("addressee", Kind.TEXT, "to whom, as written", _addressee(lambda _, addressee: addressee.text)),
    Column("addressee_name", Kind.TEXT, "the entity's name, else as written", _addressee(speaker_name)),
)

_ABOUT_COLUMNS: tuple[Column[StatementRow], ...] = (
    Column("topic", Kind.TEXTS, "ids of the topics it is about", _topics(lambda about: about.topic)),
    Column(
        "stance",
        Kind.TEXTS,
        "towards each of the topics: support, oppose, neutral; null where unsure",
        _topics(lambda about: about.stance.value if about.stance else None),
    ),
    Column("about", Kind.TEXTS, "words that show what it is about", _about(lambda _, about: about.text)),
    Column("about_name", Kind.TEXTS, "the entity's name, else the topic", _about(_about_name)),
    Column("about_entity", Kind.TEXTS, "id of the entity", _about(lambda _, about: about.entity)),
    Column("about_id", Kind.TEXTS, "its ISO 3166 code, else Wikidata item, else provision", _about(_about_id)),
    Column("about_where", Kind.TEXTS, "content, sentence or inherited", _about(lambda _, about: about.where)),
    Column(
        "about_stance",
        Kind.TEXTS,
        "towards each: support, oppose, neutral; null where unsure",
        _about(lambda _, about: about.stance.value if about.stance else None),
    ),
)

STATEMENTS: Table[StatementRow] = Table(
    TableName.STATEMENTS,
    (
        *ARTICLE_COLUMNS,
        Column("statement", Kind.TEXT, "id of the statement, unique in the article", lambda row: row.statement.id),
        *_SPEAKER_COLUMNS,
        *_CUE_COLUMNS,
        *_CONTENT_COLUMNS,
        *_DATE_COLUMNS,
        *_PLACE_COLUMNS,
        *_ABOUT_COLUMNS,
        Column("within", Kind.TEXT, "id of the statement whose content holds it", lambda row: row.statement.within),
        Column("confidence", Kind.NUMBER, "0 to 1, the more certain the higher", lambda row: row.statement.confidence),
        Column(
            "content_decided_by",
            Kind.TEXT,
            "rule or trained part that found the content",
            lambda row: row.statement.decided_by.content,
        ),
        Column(
            "speaker_decided_by",
            Kind.TEXT,
            "rule or trained part that found the speaker",
            lambda row: row.statement.decided_by.speaker,
        ),
    ),
    _rows,
)
