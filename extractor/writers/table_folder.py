"""A folder with one file a table: out/statements.parquet, out/entities.parquet, out/mentions.parquet."""

from collections.abc import Iterable
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from extractor.records import ArticleRecord
from extractor.tables.every import TABLES
from extractor.tables.names import TableName
from extractor.writers.csv_table import csv_rows
from extractor.writers.formats import Format
from extractor.writers.parquet import parquet_rows
from extractor.writers.replacing import replacing

_ROWS = {Format.CSV: csv_rows, Format.PARQUET: parquet_rows}


def write_table_folder(
    records: Iterable[ArticleRecord], folder: Path, written_as: Format, *, table: TableName | None = None
) -> int:
    """Write every table, or ``table`` alone, below ``folder``, which is made where missing; return how many articles.

    written_as: CSV or Parquet. All records are read once; no file is replaced before all of them are complete, and
    what an earlier run wrote is never replaced by nothing.
    """
    names = [table] if table else list(TABLES)
    paths = {name: folder / f"{name}.{written_as}" for name in names}
    coming = iter(records)
    first = next(coming, None)
    if first is None and any(path.exists() for path in paths.values()):
        return 0
    written = 0
    with ExitStack() as files:
        streams = {name: files.enter_context(replacing(path)) for name, path in paths.items()}
        with ExitStack() as rows:
            adders = [rows.enter_context(_ROWS[written_as](streams[name], name)) for name in names]
            for record in chain(() if first is None else (first,), coming):
                for add in adders:
                    add(record)
                written += 1
    return written
