"""JSON Lines: one record a line, Japanese not escaped, keys in the order of the contract."""

from collections.abc import Iterable, Iterator
from typing import IO

from pydantic import ValidationError

from extractor.errors import ArticleError
from extractor.records import ArticleRecord


def write_jsonl(records: Iterable[ArticleRecord], stream: IO[bytes]) -> int:
    """Write one record a line and return how many."""
    written = 0
    for record in records:
        stream.write(record.model_dump_json().encode() + b"\n")
        written += 1
    return written


def read_jsonl(stream: IO[bytes]) -> Iterator[ArticleRecord]:
    """Yield the records that ``write_jsonl`` wrote; empty lines are passed over.

    Raises ArticleError with the number of the line, counted from 1, where a line is not a record.
    """
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield _parse(line, number)


def _parse(line: bytes, number: int) -> ArticleRecord:
    try:
        return ArticleRecord.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = f"{place}: {first['msg']}" if place else first["msg"]
        raise ArticleError(f"line {number}: not a record of this version of the program ({what})") from error
