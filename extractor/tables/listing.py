"""The columns of all tables as a list to print."""

from collections.abc import Iterable, Iterator
from typing import Any

from extractor.tables.every import TABLES
from extractor.tables.table import Table


def list_columns(tables: Iterable[Table[Any]] = tuple(TABLES.values())) -> Iterator[tuple[str, str, str, str]]:
    """Yield table, column, type as SQL has it, and meaning: a heading, then each column of each of ``tables``."""
    yield ("table", "column", "type", "meaning")
    for table in tables:
        for column in table.columns:
            yield (table.name, column.name, column.kind, column.meaning)
