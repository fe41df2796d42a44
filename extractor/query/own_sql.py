"""SQL of one's own over the views of the records."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from extractor.errors import QueryError
from extractor.query.database import open_records, read_data
from extractor.query.reading import read_with
from extractor.readers.outcomes import ReadFailure


@dataclass(frozen=True)
class Selected:
    """What a SELECT gives. columns: their names. rows: their values in Python's types. failures: files left out."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    failures: list[ReadFailure]


@dataclass(frozen=True)
class ViewColumn:
    """A column of a view that SQL can ask. type: as DuckDB names it."""

    view: str
    column: str
    type: str
    description: str


def select(paths: Iterable[str | Path], sql: str) -> Selected:
    """Run one SELECT over the views of the records in ``paths``; ``describe_views`` lists them.

    Nothing can be written, and no file read but those. Raises QueryError, in one line, for anything that is not one
    SELECT, for what DuckDB says against it, and where there is no file of records at all.
    """

    def ask(connection: duckdb.DuckDBPyConnection) -> tuple[Sequence[str], list[tuple[Any, ...]]]:
        _require_a_select(connection, sql)
        found = connection.execute(sql)
        return [column[0] for column in found.description or ()], found.fetchall()

    with read_with(paths, ask) as ((columns, rows), failures):
        return Selected(tuple(columns), rows, failures)


def describe_views() -> list[ViewColumn]:
    """Return every column of every view, as ``columns.toml`` describes it."""
    with open_records([]) as connection:
        found = connection.execute("SELECT table_name, column_name, data_type FROM duckdb_columns()").fetchall()
    types = {(view, column): kind for view, column, kind in found}
    return [
        ViewColumn(view, column, types[view, column], description)
        for view, columns in tomllib.loads(read_data("columns.toml")).items()
        for column, description in columns.items()
    ]


def _require_a_select(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse what is more, or something else: the files that may be read could be written too, by COPY."""
    kinds = [statement.type for statement in connection.extract_statements(sql)]
    if kinds != [duckdb.StatementType.SELECT]:
        raise QueryError("SQL: give one SELECT; nothing else is run")
