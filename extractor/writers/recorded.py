"""Reading back what was written: a file of JSON Lines, an array, or a folder of one file an article."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from extractor.errors import ArticleError
from extractor.records import ArticleRecord
from extractor.writers.json_array import read_json
from extractor.writers.jsonl import read_jsonl

PEEKED = 200  #: bytes from which records are told
# Keys have a fixed order: every record begins with the version of its contract.
_BEGINNING = re.compile(rb'\s*(?:\[\s*)?\{\s*"schema_version"\s*:')


def find_record_files(path: Path) -> list[Path]:
    """Return the files of records that ``path`` is or holds, none where it holds articles to be read instead."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
        return files if files and all(map(_holds_records, files)) else []
    return [path] if _holds_records(path) else []


def read_records(path: Path) -> Iterator[ArticleRecord]:
    """Yield the records of one file. Raises ArticleError, which names the file, where it does not hold any."""
    with path.open("rb") as stream:
        yield from read_record_stream(stream, str(path), is_array=path.suffix != ".jsonl")


def read_record_stream(stream: IO[bytes], name: str, *, is_array: bool) -> Iterator[ArticleRecord]:
    """Yield the records of JSON Lines, or of an array or a single record; errors begin with ``name``."""
    try:
        yield from read_json(stream) if is_array else read_jsonl(stream)
    except ArticleError as error:
        raise ArticleError(f"{name}: {error}") from error


def begins_with_record(data: bytes) -> bool:
    """Whether the first bytes of a file or a stream are those of a record."""
    return _BEGINNING.match(data) is not None


def _holds_records(path: Path) -> bool:
    if path.suffix not in {".json", ".jsonl"} or not path.is_file():
        return False
    with path.open("rb") as stream:
        return begins_with_record(stream.read(PEEKED))
