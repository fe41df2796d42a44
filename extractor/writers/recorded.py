"""Reading back what was written: a file of JSON Lines, an array, or a folder of one file an article."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractor.errors import ArticleError
from extractor.records import ArticleRecord
from extractor.writers.json_array import read_json
from extractor.writers.jsonl import read_jsonl

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
        try:
            yield from read_jsonl(stream) if path.suffix == ".jsonl" else read_json(stream)
        except ArticleError as error:
            raise ArticleError(f"{path}: {error}") from error


def _holds_records(path: Path) -> bool:
    if path.suffix not in {".json", ".jsonl"} or not path.is_file():
        return False
    with path.open("rb") as stream:
        return _BEGINNING.match(stream.read(200)) is not None
