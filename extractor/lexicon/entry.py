"""Reading a data file of the lexicon: typed entries, or one clear error."""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import LexiconError


class Entry(BaseModel):
    """Base of lexicon entries: frozen, unknown keys refused. ``example`` must contain what the entry describes."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


E = TypeVar("E", bound=Entry)


def read_toml(name: str, table: str, entry: type[E]) -> tuple[E, ...]:
    """Return the entries of the array ``[[table]]`` in the data file ``name``.

    Raises LexiconError, naming file, entry and reason, where the file is missing, malformed or empty.
    """
    return validate_rows(name, _load_toml(name).get(table), entry, what=table)


def read_csv(name: str, entry: type[E]) -> tuple[E, ...]:
    """Return one entry for each row of the CSV ``name``; empty cells are left to the entry's defaults.

    Raises LexiconError, naming file, entry and reason, where the file is missing, malformed or empty.
    """
    rows = [{k: v for k, v in row.items() if v} for row in csv.DictReader(_read(name).splitlines())]
    return validate_rows(name, rows, entry, what="row")


def validate_rows(name: str, rows: Any, entry: type[E], *, what: str) -> tuple[E, ...]:
    """Return ``rows`` as entries, or raise LexiconError with file, number of the entry and reason."""
    if not isinstance(rows, list) or not rows:
        raise LexiconError(f"{name}: no {what} in it")
    found = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(entry.model_validate(row))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise LexiconError(f"{name}: {what} {number} ({row}): {place}: {first['msg']}") from error
    return tuple(found)


def by_name(name: str, values: Iterable[tuple[str, object]], table: type[E]) -> E:
    """Return the ``values``, each with the name that the code calls it, as the fields of ``table``.

    Raises LexiconError with the file ``name`` where a value is named twice, or the names are not those of the fields.
    """
    found = list(values)
    twice = [each for each, times in Counter(each for each, _ in found).items() if times > 1]
    if twice:
        raise LexiconError(f"{name}: {twice[0]} is given twice")
    wrong = sorted({each for each, _ in found} ^ table.model_fields.keys())
    if wrong:
        raise LexiconError(f"{name}: {wrong[0]}: in the file or in {table.__name__}, not in both")
    return validate_rows(name, [dict(found)], table, what="table")[0]


def _read(name: str) -> str:
    try:
        return files("extractor.lexicon").joinpath(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LexiconError(f"{name}: the data file is missing") from error


@cache
def _load_toml(name: str) -> dict[str, Any]:
    """Return what is in the file; one file has several tables, and parsing it takes longer than all else on them."""
    try:
        return tomllib.loads(_read(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: {error}") from error
