"""Which thing a row is about: columns that the tables of entities and of mentions share."""

from dataclasses import dataclass

from extractor.records import Entity
from extractor.tables.table import Column, Kind, Row


@dataclass(frozen=True)
class EntityRow(Row):
    """An entity of an article."""

    subject: Entity


ENTITY_COLUMNS: tuple[Column[EntityRow], ...] = (
    Column("entity", Kind.TEXT, "id of the entity, unique in the article", lambda row: row.subject.id),
    Column("type", Kind.TEXT, "person, country, organization or provision", lambda row: row.subject.type),
    Column("name", Kind.TEXT, "a country's usual name, else the fullest form", lambda row: row.subject.name),
    Column("iso3166", Kind.TEXT, "a country's ISO 3166-1 alpha-2 code", lambda row: row.subject.ids.iso3166),
    Column("wikidata", Kind.TEXT, "Wikidata item, where known", lambda row: row.subject.ids.wikidata),
    Column("provision", Kind.TEXT, "treaty or law and article: nato:5", lambda row: row.subject.ids.provision),
)
