"""What a table is made of: columns with a name, a type and a meaning, and the rows of an article."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from extractor.records import ArticleRecord, Entity
from extractor.tables.names import TableName

Value: TypeAlias = str | int | float | tuple[str | int | None, ...] | None


class Kind(StrEnum):
    """What stands in a column, by its name in SQL. A list may have nulls in it, never is one itself."""

    TEXT = "VARCHAR"
    WHOLE = "BIGINT"
    NUMBER = "DOUBLE"
    TEXTS = "VARCHAR[]"
    WHOLES = "BIGINT[]"


@dataclass(frozen=True)
class Row:
    """What a row is about. entities: those of the record, by id."""

    record: ArticleRecord
    entities: dict[str, Entity]

    def entity(self, key: str | None) -> Entity | None:
        """Return the entity of that id, None where there is none."""
        return self.entities.get(key) if key is not None else None


R_contra = TypeVar("R_contra", bound=Row, contravariant=True)


@dataclass(frozen=True)
class Column(Generic[R_contra]):
    """One column. value: what stands in it, for a row."""

    name: str
    kind: Kind
    meaning: str
    value: Callable[[R_contra], Value]


@dataclass(frozen=True)
class Table(Generic[R_contra]):
    """One table. find_rows: the rows of an article, in the order of its text."""

    name: TableName
    columns: tuple[Column[R_contra], ...]
    find_rows: Callable[[ArticleRecord, dict[str, Entity]], Iterable[R_contra]]

    def values(self, record: ArticleRecord) -> Iterator[list[Value]]:
        """Yield the rows of an article, each a value a column."""
        entities = {entity.id: entity for entity in record.entities}
        for row in self.find_rows(record, entities):
            yield [column.value(row) for column in self.columns]
