"""The table of mentions: a row each place where something is named or referred to."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.records import ArticleRecord, Entity, Mention
from extractor.tables.article_columns import ARTICLE_COLUMNS
from extractor.tables.entity_columns import ENTITY_COLUMNS, EntityRow
from extractor.tables.names import TableName
from extractor.tables.table import Column, Kind, Table


@dataclass(frozen=True)
class MentionRow(EntityRow):
    """A mention of an entity."""

    mention: Mention


def _rows(record: ArticleRecord, entities: dict[str, Entity]) -> Iterator[MentionRow]:
    """In the order of the text; where one stands inside another, the longer one first."""
    found = [(mention, entity) for entity in record.entities for mention in entity.mentions]
    for mention, entity in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        yield MentionRow(record, entities, entity, mention)


MENTIONS: Table[MentionRow] = Table(
    TableName.MENTIONS,
    (
        *ARTICLE_COLUMNS,
        *ENTITY_COLUMNS,
        Column("mention", Kind.TEXT, "as written", lambda row: row.mention.text),
        Column("kind", Kind.TEXT, "name, nominal (同社) or pronoun (彼)", lambda row: row.mention.kind),
        Column("start", Kind.WHOLE, "where it begins in the article, in code points", lambda row: row.mention.start),
        Column("end", Kind.WHOLE, "where it ends, exclusive", lambda row: row.mention.end),
    ),
    _rows,
)
