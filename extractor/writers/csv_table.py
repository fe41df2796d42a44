"""CSV for spreadsheets: one row a statement, an entity or a mention.

UTF-8 with byte-order mark and CR LF, which is what Excel needs to open Japanese by a double click. An article without
statements has no row among the statements. Where a cell holds several things they are joined by ``JOINT``.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from extractor.records import ArticleRecord
from extractor.tables.cells import cell_text
from extractor.tables.every import TABLES
from extractor.tables.names import TableName

# What a spreadsheet takes for a formula when a cell begins with it. Excel folds full-width signs: ＝1+1 counts.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(records: Iterable[ArticleRecord], stream: IO[bytes], *, table: TableName = TableName.STATEMENTS) -> int:
    """Write a heading and the rows of ``table``; return how many articles there were."""
    written = 0
    with csv_rows(stream, table) as add:
        for record in records:
            add(record)
            written += 1
    return written


@contextmanager
def csv_rows(stream: IO[bytes], name: TableName) -> Iterator[Callable[[ArticleRecord], None]]:
    """Write the heading, and give a function that writes the rows of a record. The stream stays open."""
    table = TABLES[name]
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    rows = csv.writer(text)

    def add(record: ArticleRecord) -> None:
        for row in table.values(record):
            rows.writerow([guarded(cell_text(value)) for value in row])

    try:
        rows.writerow([column.name for column in table.columns])
        yield add
    finally:
        text.detach()  # the stream is the caller's to close


def guarded(cell: str) -> str:
    """Put ' before what a spreadsheet would run: =HYPERLINK(…) in an article stays words."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
