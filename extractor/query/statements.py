"""Statements by who speaks, what about, when and how."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from extractor.query.conditions import Conditions
from extractor.query.database import read_data
from extractor.query.found import FoundStatement
from extractor.query.reading import read_with
from extractor.readers.outcomes import ReadFailure

_AT_ONCE = 1000  # rows


def query_statements(
    paths: Iterable[str | Path], conditions: Conditions | None = None, *, limit: int | None = None
) -> Iterator[FoundStatement | ReadFailure]:
    """Yield the statements that fulfil ``conditions``, in the order of date, path and place in the article.

    paths: files that ``hatsugen extract`` wrote as .jsonl or .json, or folders of them. limit: at most so many
    statements. A file that cannot be read, or holds no records, is yielded first, as a failure; the others count.
    Raises QueryError where there is no file of records at all.
    """
    parameters = {**(conditions or Conditions()).as_parameters(), "limit": limit}

    def find(connection: DuckDBPyConnection) -> Iterator[FoundStatement]:
        found = connection.execute(read_data("statements.sql"), parameters)
        return _rows(found)

    with read_with(paths, find) as (statements, failures):
        yield from failures
        yield from statements


def _rows(found: DuckDBPyConnection) -> Iterator[FoundStatement]:
    names = [column[0] for column in found.description or ()]
    while rows := found.fetchmany(_AT_ONCE):
        for row in rows:
            yield FoundStatement.model_validate(dict[str, Any](zip(names, row, strict=True)))
