"""The table of entities: a row each thing in an article."""

from collections.abc import Iterator

from extractor.records import ArticleRecord, Entity, MentionKind
from extractor.tables.article_columns import ARTICLE_COLUMNS
from extractor.tables.entity_columns import ENTITY_COLUMNS, EntityRow
from extractor.tables.names import TableName
from extractor.tables.table import Column, Kind, Table


def _rows(record: ArticleRecord, entities: dict[str, Entity]) -> Iterator[EntityRow]:
    for entity in record.entities:
        yield EntityRow(record, entities, entity)


def _affiliation_name(row: EntityRow) -> str | None:
    affiliation = row.entity(row.subject.affiliation)
    return affiliation.name if affiliation else None


def _names(row: EntityRow) -> int:
    return sum(mention.kind is MentionKind.NAME for mention in row.subject.mentions)


ENTITIES: Table[EntityRow] = Table(
    TableName.ENTITIES,
    (
        *ARTICLE_COLUMNS,
        *ENTITY_COLUMNS,
        Column("aliases", Kind.TEXTS, "other forms that name it there", lambda row: row.subject.aliases),
        Column("role", Kind.TEXT, "a person's title as written", lambda row: row.subject.role),
        Column("affiliation", Kind.TEXT, "id of whom a person acts for", lambda row: row.subject.affiliation),
        Column("affiliation_name", Kind.TEXT, "and the name", _affiliation_name),
        Column("names", Kind.WHOLE, "how often it is named", _names),
        Column("mentions", Kind.WHOLE, "how often it is named or referred to", lambda row: len(row.subject.mentions)),
    ),
    _rows,
)
