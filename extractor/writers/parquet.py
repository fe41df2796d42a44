"""Parquet: one table a file, its columns typed, lists as lists. DuckDB writes it, out of rows kept in a temporary file.

The same records give the same bytes with the same version of DuckDB. What each column means stands in the file's
metadata under the column's name: ``SELECT * FROM parquet_kv_metadata('statements.parquet')``.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import duckdb

from extractor.errors import OutputError
from extractor.records import ArticleRecord
from extractor.tables.every import TABLES
from extractor.tables.names import TableName

# One thread: with several, what stands in which row group depends on how many there are. It is as quick.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def write_parquet(
    records: Iterable[ArticleRecord], stream: IO[bytes], *, table: TableName = TableName.STATEMENTS
) -> int:
    """Write the rows of ``table``, none of which is held in memory; return how many articles there were.

    Raises OutputError where DuckDB cannot write it.
    """
    written = 0
    with parquet_rows(stream, table) as add:
        for record in records:
            add(record)
            written += 1
    return written


@contextmanager
def parquet_rows(stream: IO[bytes], name: TableName) -> Iterator[Callable[[ArticleRecord], None]]:
    """Give a function that takes the rows of a record; when the block ends well, ``stream`` gets the file."""
    table = TABLES[name]
    names = [column.name for column in table.columns]
    with TemporaryDirectory(prefix="hatsugen-") as folder:
        rows, made = Path(folder, "rows.jsonl"), Path(folder, "made.parquet")
        with rows.open("w", encoding="utf-8") as lines:

            def add(record: ArticleRecord) -> None:
                for row in table.values(record):
                    lines.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")

            yield add
        _convert(rows, made, name)
        with made.open("rb") as parquet:
            shutil.copyfileobj(parquet, stream)


def _convert(rows: Path, made: Path, name: TableName) -> None:
    columns = TABLES[name].columns
    types = ", ".join(f"{_quoted(column.name)}: {_quoted(column.kind)}" for column in columns)
    meanings = ", ".join(f"{_quoted(column.name)}: {_quoted(column.meaning)}" for column in columns)
    query = (
        f"COPY (SELECT * FROM read_json({_quoted(str(rows))}, format = 'newline_delimited', columns = {{{types}}})) "
        f"TO {_quoted(str(made))} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{meanings}}})"
    )
    try:
        with duckdb.connect(":memory:", config={**_SETTINGS, "temp_directory": str(made.parent)}) as base:
            base.execute(query)
    except duckdb.Error as error:
        first = str(error).splitlines()[0]
        raise OutputError(f"the table of {name} cannot be written as Parquet ({first})") from error


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
