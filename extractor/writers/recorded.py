"""Reading back what was written: a file of JSON Lines, an array, or a folder of one file an article."""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from extractor.errors import ArticleError
from extractor.records import ArticleRecord
from extractor.writers.json_array import read_json
from extractor.writers.jsonl import read_jsonl

PEEKED = 200  #: bytes from which records are told
ENDINGS = {".json", ".jsonl"}  #: of files of records
STDIN = "-"  #: standard input, where a path is asked for
# Keys have a fixed order: every record begins with the version of its contract.
_BEGINNING = re.compile(rb'\s*(?:\[\s*)?\{\s*"schema_version"\s*:')
NOTHING = re.compile(rb"\s*(?:\[\s*\]\s*)?")  # what is written where there are no records


def find_record_files(path: Path) -> list[Path]:
    """Return the files of records that ``path`` is or holds, none where it holds articles to be read instead."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
        return files if files and all(map(_holds_records, files)) else []
    return [path] if _holds_records(path) else []


def read_all_records(paths: Iterable[str | Path]) -> Iterator[ArticleRecord]:
    """Return the records of files, of folders, and of standard input where a path is -; none is kept.

    A file without records (nothing, or []) gives none. Raises ArticleError at once where a path holds something else,
    and while reading where a file is damaged.
    """
    return chain.from_iterable([_of_stdin() if str(path) == STDIN else _of_path(Path(path)) for path in paths])


def _of_path(path: Path) -> Iterator[ArticleRecord]:
    if not path.exists():
        raise ArticleError(f"{path}: there is no such file or folder")
    files = [path] if path.is_file() and _is_empty(path) else find_record_files(path)
    if not files:
        raise ArticleError(f"{path}: no records in it; give what `hatsugen extract` wrote as .jsonl or .json")
    return chain.from_iterable(map(read_records, files))


def _of_stdin() -> Iterator[ArticleRecord]:
    stream = getattr(sys.stdin, "buffer", None) or io.BytesIO()
    peeking = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)
    begins = peeking.peek(PEEKED)[:PEEKED]
    if not (begins_with_record(begins) or NOTHING.fullmatch(begins)):
        raise ArticleError("standard input: no records in it; give what `hatsugen extract` wrote")
    return read_record_stream(peeking, "standard input", is_array=begins.lstrip().startswith(b"["))


def read_records(path: Path) -> Iterator[ArticleRecord]:
    """Yield the records of one file. Raises ArticleError, which names the file, where it does not hold any."""
    with path.open("rb") as stream:
        yield from read_record_stream(stream, str(path), is_array=path.suffix != ".jsonl")


def read_record_stream(stream: IO[bytes], name: str, *, is_array: bool) -> Iterator[ArticleRecord]:
    """Yield the records of JSON Lines, or of an array or a single record.

    Raises ArticleError, which begins with ``name``, where it does not hold any.
    """
    try:
        yield from read_json(stream) if is_array else read_jsonl(stream)
    except ArticleError as error:
        raise ArticleError(f"{name}: {error}") from error


def begins_with_record(data: bytes) -> bool:
    """Whether the first bytes of a file or a stream are those of a record."""
    return _BEGINNING.match(data) is not None


def _holds_records(path: Path) -> bool:
    if path.suffix not in ENDINGS or not path.is_file():
        return False
    with path.open("rb") as stream:
        return begins_with_record(stream.read(PEEKED))


def _is_empty(path: Path) -> bool:
    with path.open("rb") as stream:
        return path.suffix in ENDINGS and NOTHING.fullmatch(stream.read(PEEKED)) is not None
