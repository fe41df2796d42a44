"""A registry as JSON: one object, written an entry at a time, so that it never is in memory a second time."""

from collections.abc import Iterable
from typing import IO

from pydantic import ValidationError

from extractor.errors import ArticleError
from extractor.merging.registry import Registry
from extractor.records import Record


def write_registry(registry: Registry, stream: IO[bytes]) -> None:
    """Write ``registry`` as one JSON object with one article, entry and group a line. Equal ones give equal bytes."""
    stream.write(f'{{"registry_version": "{registry.registry_version}"'.encode())
    for name in ("articles", "entries", "copies"):
        stream.write(f',\n"{name}": ['.encode())
        _write_lines(getattr(registry, name), stream)
        stream.write(b"]")
    stream.write(b"}\n")


def read_registry(stream: IO[bytes]) -> Registry:
    """Return the registry that ``write_registry`` wrote. Raises ArticleError where it is none."""
    try:
        return Registry.model_validate_json(stream.read())
    except ValidationError as error:
        raise ArticleError("not a registry of this version of the program") from error


def _write_lines(records: Iterable[Record], stream: IO[bytes]) -> None:
    before = b"\n"
    for record in records:
        stream.write(before + record.model_dump_json().encode())
        before = b",\n"
