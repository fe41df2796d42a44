"""Doing something with all files of records that can be read; those that cannot are named, and cost nothing else."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import duckdb

from extractor.errors import QueryError
from extractor.query.database import open_records
from extractor.query.sources import Source, find_sources
from extractor.readers.outcomes import ReadFailure
from extractor.readers.paths import printable

T = TypeVar("T")


@contextmanager
def read_with(
    paths: Iterable[str | Path], ask: Callable[[duckdb.DuckDBPyConnection], T]
) -> Iterator[tuple[T, list[ReadFailure]]]:
    """Yield what ``ask`` returns for a connection to the records of ``paths``, and the files left out.

    Where a file turns out to be damaged in the middle, all is asked again without it. The connection is open inside the
    block. Raises QueryError, naming each file's problem, where none is left, and for what DuckDB says against the SQL.
    """
    sources, failures = find_sources(paths)
    while True:
        if not sources and failures:
            raise QueryError("; ".join(failure.message for failure in failures))
        with open_records(sources) as connection:
            try:
                answer = ask(connection)
            except duckdb.Error as error:
                damaged = _damaged(sources, error)
                if damaged is None:
                    raise QueryError(f"SQL: {_one_line(error)}") from error
                failures.append(_failure(damaged, error))
            else:
                yield answer, failures
                return
        sources = [source for source in sources if source != damaged]


def _damaged(sources: Iterable[Source], error: duckdb.Error) -> Source | None:
    """Return the file that DuckDB complains about."""
    if not isinstance(error, duckdb.InvalidInputException | duckdb.IOException | duckdb.ConversionException):
        return None
    return next((source for source in sources if f'"{source.path}"' in str(error)), None)


def _failure(source: Source, error: duckdb.Error) -> ReadFailure:
    path = printable(source.path)
    what = _one_line(error).partition(f'"{source.path}"')[2].lstrip(", ").rstrip(". ")
    return ReadFailure(path, "json", f"{path}: damaged {what}; extract it again")


def _one_line(error: duckdb.Error) -> str:
    """Return the first line of what DuckDB says, without the kind of error: that is in what follows."""
    return str(error).partition("\n")[0].partition("Error: ")[2]
