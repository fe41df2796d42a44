"""Where records go: the place and the format that are asked for, and writing them there."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from extractor.errors import OutputError
from extractor.records import ArticleRecord
from extractor.tables.names import TableName
from extractor.writers.annotations import write_jsonld
from extractor.writers.csv_table import write_csv
from extractor.writers.folder import write_folder
from extractor.writers.formats import TABULAR, Format
from extractor.writers.json_array import write_json
from extractor.writers.jsonl import write_jsonl
from extractor.writers.parquet import write_parquet
from extractor.writers.replacing import UnchangedError, replacing
from extractor.writers.table_folder import write_table_folder
from extractor.writers.workbook import write_xlsx

STDOUT = "-"  # standard output, where a path is asked for
_IN_FOLDERS = {Format.JSON, Format.CSV, Format.PARQUET}


@dataclass(frozen=True)
class Destination:
    """A place and a format. path: None for standard output. table: None for what the format holds by itself."""

    path: Path | None
    format: Format
    table: TableName | None = None
    is_folder: bool = False

    def write(self, records: Iterable[ArticleRecord]) -> int:
        """Write all records and return how many. A file is replaced only when all are written, and never by nothing."""
        if self.path is None:
            written = self._to_stream(records, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return written
        if self.is_folder and self.format is Format.JSON:
            return write_folder(records, self.path)
        if self.is_folder:
            return write_table_folder(records, self.path, self.format, table=self.table)
        was_there, written = self.path.is_file(), 0
        with replacing(self.path) as stream:
            written = self._to_stream(records, stream)
            if was_there and not written:
                raise UnchangedError
            if self.path.is_file() or not self.path.exists():  # no device: it must be there after a power cut
                stream.flush()
                os.fsync(stream.fileno())
        return written

    def _to_stream(self, records: Iterable[ArticleRecord], stream: IO[bytes]) -> int:
        table = self.table or TableName.STATEMENTS
        writers: dict[Format, Callable[[Iterable[ArticleRecord], IO[bytes]], int]] = {
            Format.JSONL: write_jsonl,
            Format.JSON: write_json,
            Format.JSONLD: write_jsonld,
            Format.CSV: partial(write_csv, table=table),
            Format.PARQUET: partial(write_parquet, table=table),
            Format.XLSX: partial(write_xlsx, table=self.table),
        }
        return writers[self.format](records, stream)


def choose_destination(output: str, written_as: Format | None = None, table: TableName | None = None) -> Destination:
    """Return the place and the format that are asked for; raise OutputError where they do not fit.

    out.csv → CSV; out/ or a folder that exists → a folder; - → standard output, JSON Lines unless told otherwise.
    """
    if output == STDOUT:
        destination = Destination(None, written_as or Format.JSONL, table)
    elif not output:
        raise OutputError("-o is empty; name a file, a folder (name/), or - for standard output")
    elif output.endswith(("/", os.sep)) or Path(output).is_dir():
        destination = Destination(Path(output), written_as or Format.JSON, table, is_folder=True)
    else:
        destination = Destination(Path(output), written_as or _format_of(output), table)
    _check(destination, output)
    return destination


def write_records(
    records: Iterable[ArticleRecord],
    output: str | Path,
    *,
    written_as: Format | str | None = None,
    table: TableName | str | None = None,
) -> int:
    """Write records to a file or a folder, whole or not at all; return how many articles there were.

    output: .jsonl, .json, .csv, .xlsx, .parquet or .jsonld; a folder that exists, or a name that ends with /, gets one
    JSON file an article, or one file a table where ``written_as`` is csv or parquet; - is standard output.
    written_as: the format, where the ending does not tell. table: statements, entities or mentions, for csv and
    parquet the statements by default, for xlsx and folders all. Raises OutputError where these do not fit.
    """
    asked = Format(written_as) if written_as else None
    return choose_destination(os.fspath(output), asked, TableName(table) if table else None).write(records)


def _format_of(output: str) -> Format:
    ending = Path(output).suffix.lower().removeprefix(".")
    if ending not in set(Format):
        endings = ", ".join(f".{each}" for each in Format)
        raise OutputError(f"{output}: no format has this ending; use {endings} or a folder (name/), or give --format")
    return Format(ending)


def _check(destination: Destination, output: str) -> None:
    asked = destination.format
    if destination.is_folder and asked not in _IN_FOLDERS:
        raise OutputError(
            f"{output}: a folder gets one JSON file an article, or with --format csv or parquet one file a table; "
            f"for {asked} name a file"
        )
    if destination.table and asked not in TABULAR:
        raise OutputError(f"--table {destination.table}: {asked} has no tables; use csv, xlsx or parquet")
