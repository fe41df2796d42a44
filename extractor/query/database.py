"""A database in memory whose views read the files of records, and which can do nothing else."""

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

import duckdb

from extractor.query.sources import Source

_LARGEST = 1 << 28  # bytes of one record; an array of records may be larger


@contextmanager
def open_records(sources: Sequence[Source]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection with the views of ``views.sql`` over ``sources``; close it at the end.

    It can read these files alone, has no network, and loads no extension: none of that can be switched on again.
    """
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"}) as connection:
        allowed = ", ".join(_quoted(source.path) for source in sources)
        connection.execute(f"SET allowed_paths = [{allowed}]; SET enable_external_access = false")
        connection.execute(f"CREATE VIEW records AS {_reading(sources)}")
        connection.execute(read_data("views.sql"))
        connection.execute("SET lock_configuration = true")
        yield connection


@cache
def read_data(name: str) -> str:
    """Return a data file of this package."""
    return files("extractor.query").joinpath(name).read_text(encoding="utf-8")


def _reading(sources: Sequence[Source]) -> str:
    """Return the SELECT that reads all sources, those of one format at once; no row where there are none."""
    kinds = tomllib.loads(read_data("records.toml"))
    columns = ", ".join(f"{name}: {_quoted(kind)}" for name, kind in kinds.items())
    paths: dict[str, list[str]] = {}
    for source in sources:
        paths.setdefault(source.format, []).append(_quoted(source.path))
    parts = [
        f"SELECT * FROM read_json([{', '.join(of_format)}], format = {_quoted(format_)}, columns = {{{columns}}}, "
        f"records = true, filename = true, maximum_object_size = {_LARGEST})"
        for format_, of_format in paths.items()
    ]
    nothing = ", ".join(f"NULL::{kind} AS {name}" for name, kind in {**kinds, "filename": "VARCHAR"}.items())
    return " UNION ALL ".join(parts) or f"SELECT {nothing} WHERE false"


def _quoted(words: str) -> str:
    """Return a string of SQL; nothing in ``words`` can end it."""
    return "'" + words.replace("'", "''") + "'"
