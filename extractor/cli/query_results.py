"""What a query found, as a table for reading, JSON, JSON Lines or CSV."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from typing import Any

import typer
from rich.table import Table

from extractor.cli.progress import counted
from extractor.cli.query_options import Shape
from extractor.cli.statements import NOBODY
from extractor.cli.tables import cell, plain_table, print_clean, table_console
from extractor.query import FoundName, FoundStatement, Selected, ViewColumn
from extractor.readers import ReadFailure
from extractor.tables.cells import JOINT
from extractor.writers.csv_table import guarded

Row = dict[str, Any]

_RATIOS = {"speaker": 5, "content": 9, "about": 3, "where": 5, "description": 6}  # of the width that dates leave


def write_found(found: Iterable[FoundStatement | ReadFailure], shape: Shape) -> list[ReadFailure]:
    """Write the statements to standard output and return the failures."""
    failures: list[ReadFailure] = []
    statements = _statements(found, failures)
    if shape is Shape.TABLE:
        rows = [_read_row(each) for each in statements]
        print_clean(table_console(), _table(("date", "speaker", "content", "about", "where"), rows))
        typer.echo(counted(len(rows), "statement"))
    elif shape is Shape.CSV:
        _write_csv(FoundStatement.model_fields, map(_flat, statements))
    else:
        _write_json((each.model_dump(mode="json") for each in statements), shape)
    return failures


def write_selected(selected: Selected, shape: Shape) -> list[ReadFailure]:
    """Write the rows of a SELECT to standard output and return the failures."""
    _write_rows(selected.columns, selected.rows, shape)
    return selected.failures


def write_views(columns: Sequence[ViewColumn], shape: Shape) -> None:
    """Write what the views hold to standard output."""
    rows = [tuple(asdict(each).values()) for each in columns]
    _write_rows(tuple(asdict(columns[0])), rows, shape)


def _statements(found: Iterable[FoundStatement | ReadFailure], failures: list[ReadFailure]) -> Iterator[FoundStatement]:
    for each in found:
        if isinstance(each, ReadFailure):
            failures.append(each)
        else:
            yield each


def _write_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], shape: Shape) -> None:
    if shape is Shape.TABLE:
        print_clean(table_console(), _table(columns, [[_words(value) for value in row] for row in rows]))
        typer.echo(counted(len(rows), "row"))
    elif shape is Shape.CSV:
        _write_csv(columns, ([_words(value) for value in row] for row in rows))
    else:
        _write_json((dict(zip(columns, row, strict=True)) for row in rows), shape)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = plain_table()
    for column in columns:
        table.add_column(cell(column), overflow="fold", ratio=_RATIOS.get(column), no_wrap=column == "date")
    for row in rows:
        table.add_row(*map(cell, row))
    return table


def _read_row(found: FoundStatement) -> tuple[str, ...]:
    """The date of publication stands in brackets, for the text does not tell when it was said."""
    date = found.date or NOBODY
    return (
        date if found.date_from != "published" else f"({date})",
        "、".join(map(_name, found.speakers)) or NOBODY,
        " … ".join(span.text for span in found.content),
        "、".join(dict.fromkeys(each.text for each in found.about)) or NOBODY,
        f"{found.path or found.article}:{found.start}-{found.end}",
    )


def _name(found: FoundName) -> str:
    return found.text if found.name is None or found.name in found.text else f"{found.text} = {found.name}"


def _flat(found: FoundStatement) -> list[str]:
    """Return a row of cells; where a cell holds several things they are joined."""
    row: Row = found.model_dump(mode="json")
    row["speakers"] = JOINT.join(each.name or each.text for each in found.speakers)
    row["addressee"] = (found.addressee.name or found.addressee.text) if found.addressee else None
    row["content"] = JOINT.join(span.text for span in found.content)
    row["about"] = JOINT.join(each.topic or each.name or each.text for each in found.about)
    return [_words(value) for value in row.values()]


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _write_csv(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> None:
    """Write what Excel opens by a double click: UTF-8 with byte-order mark, CR LF, and nothing that it would run."""
    text = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8-sig", errors="backslashreplace", newline="")
    try:
        table = csv.writer(text)
        for row in chain([list(columns)], rows):
            table.writerow(map(guarded, row))
    finally:
        text.detach()


def _write_json(rows: Iterable[Row], shape: Shape) -> None:
    lines = (json.dumps(row, ensure_ascii=False, default=str) for row in rows)
    if shape is Shape.JSONL:
        for line in lines:
            typer.echo(line)
        return
    before = "[\n"
    for line in lines:
        typer.echo(before + line, nl=False)
        before = ",\n"
    typer.echo("[]" if before == "[\n" else "\n]")
