"""One JSON array of records, written as they come: one record a line between the brackets."""

from collections.abc import Iterable, Iterator
from typing import IO

from pydantic import TypeAdapter, ValidationError

from extractor.errors import ArticleError
from extractor.records import ArticleRecord


def write_json(records: Iterable[ArticleRecord], stream: IO[bytes]) -> int:
    """Write a JSON array of all records and return how many."""
    written = 0
    for record in records:
        stream.write(b",\n" if written else b"[\n")
        stream.write(record.model_dump_json().encode())
        written += 1
    stream.write(b"\n]\n" if written else b"[]\n")
    return written


def read_json(stream: IO[bytes]) -> Iterator[ArticleRecord]:
    """Yield the records of an array, or the one record of a file that holds one.

    The whole file is read at once. Raises ArticleError where it does not hold records.
    """
    adapter: TypeAdapter[ArticleRecord | list[ArticleRecord]] = TypeAdapter(ArticleRecord | list[ArticleRecord])
    try:
        found = adapter.validate_json(stream.read())
    except ValidationError as error:
        raise ArticleError("not records of this version of the program") from error
    yield from found if isinstance(found, list) else [found]
