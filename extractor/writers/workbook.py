"""An Excel workbook: a sheet each table, and a sheet that says what the columns mean.

Words stay words, whatever they begin with; numbers are numbers. Rows go to temporary files as they come, so that no
sheet sits in memory. What Excel cannot hold is never dropped in silence: past the last row that a sheet can have, the
table goes on in another (statements 2); a cell that is too long is cut, ends with …, and is named in a warning.
The same records give the same bytes with the same version of XlsxWriter and zlib.
"""

import logging
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.worksheet import Worksheet

from extractor.records import ArticleRecord
from extractor.tables.cells import cell_text
from extractor.tables.every import TABLES
from extractor.tables.listing import list_columns
from extractor.tables.names import TableName
from extractor.tables.table import Column, Kind, Table, Value

logger = logging.getLogger(__name__)

MOST_ROWS = 1_048_576  #: rows of a sheet, the heading among them
MOST_UNITS = 32_767  #: UTF-16 units of a cell; 𠮷 is two of them
_CUT = "…"

_CREATED = datetime(1980, 1, 1, tzinfo=UTC)  # what XlsxWriter dates the parts of a workbook; now would differ each time
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "use_zip64": True}
_WIDTHS = {Kind.TEXT: 16, Kind.WHOLE: 8, Kind.NUMBER: 10, Kind.TEXTS: 20, Kind.WHOLES: 10}  # characters
_WIDE = {"content": 70, "title": 30}


def write_xlsx(records: Iterable[ArticleRecord], stream: IO[bytes], *, table: TableName | None = None) -> int:
    """Write a workbook with every table, or with ``table`` alone; return how many articles there were.

    Raises OSError where the disk is full.
    """
    tables = [TABLES[table]] if table else list(TABLES.values())
    written = 0
    with TemporaryDirectory(prefix="hatsugen-") as folder:
        made = Path(folder, "made.xlsx")  # not the stream: a ZipFile that is given up writes once more to it
        book = Workbook(made, {**_OPTIONS, "tmpdir": folder})
        book.set_properties({"created": _CREATED})
        bold = book.add_format({"bold": True})
        sheets = [_Sheets(book, each, bold) for each in tables]
        try:
            for record in records:
                for sheet in sheets:
                    sheet.add(record)
                written += 1
            for sheet in sheets:
                sheet.finish()
            _explain(book, tables, bold)
            book.close()
        except FileCreateError as error:  # a full disk
            raise error.args[0] from error
        finally:
            for page in book.worksheets():
                page._opt_close()  # XlsxWriter has no other way to give a book up
        with made.open("rb") as workbook:
            shutil.copyfileobj(workbook, stream)
    return written


class _Sheets:
    """One table in one sheet, or in as many as it takes."""

    def __init__(self, book: Workbook, table: Table[Any], bold: CellFormat) -> None:
        self.book, self.table, self.bold = book, table, bold
        self.number = 0
        self._begin()

    def add(self, record: ArticleRecord) -> None:
        """Write the rows of a record."""
        for row in self.table.values(record):
            if self.next_row == MOST_ROWS:
                self.finish()
                self._begin()
            for place, (column, value) in enumerate(zip(self.table.columns, row, strict=True)):
                self._write(place, column, value, record)
            self.next_row += 1

    def finish(self) -> None:
        """Make the rows of the sheet at hand ones that can be filtered."""
        self.sheet.autofilter(0, 0, self.next_row - 1, len(self.table.columns) - 1)

    def _begin(self) -> None:
        self.number += 1
        self.sheet = self.book.add_worksheet(f"{self.table.name} {self.number}" if self.number > 1 else self.table.name)
        _head(self.sheet, [column.name for column in self.table.columns], self.bold)
        for place, column in enumerate(self.table.columns):
            self.sheet.set_column(place, place, _WIDE.get(column.name, _WIDTHS[column.kind]))
        self.next_row = 1

    def _write(self, place: int, column: Column[Any], value: Value, record: ArticleRecord) -> None:
        if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], int):
            value = value[0]  # the usual case of a list of offsets: a number, not words that look like one
        if isinstance(value, int | float):
            self.sheet.write_number(self.next_row, place, value)
        elif text := cell_text(value):
            held = _cut(text)
            if held != text:
                logger.warning(
                    "%s: %s in row %d of %s is cut, for a cell of Excel holds %d characters; csv and parquet hold all",
                    record.source.path or record.id,
                    *(column.name, self.next_row + 1, self.sheet.get_name(), MOST_UNITS),
                )
            self.sheet.write_string(self.next_row, place, held)


def _head(sheet: Worksheet, names: Iterable[str], bold: CellFormat) -> None:
    """Write a heading that stays in view."""
    for place, name in enumerate(names):
        sheet.write_string(0, place, name, bold)
    sheet.freeze_panes(1, 0)


def _explain(book: Workbook, tables: list[Table[Any]], bold: CellFormat) -> None:
    """Add the sheet that says what each column of each table means."""
    heading, *lines = list_columns(tables)
    sheet = book.add_worksheet("columns")
    _head(sheet, heading, bold)
    sheet.set_column(0, 2, _WIDTHS[Kind.TEXTS])
    sheet.set_column(3, 3, _WIDE["content"])
    for number, line in enumerate(lines, start=1):
        for place, text in enumerate(line):
            sheet.write_string(number, place, text)


def _cut(text: str) -> str:
    """Return ``text`` as far as a cell holds it, a mark at its end where that is not all."""
    if len(text) * 2 <= MOST_UNITS or _units(text) <= MOST_UNITS:
        return text
    kept = text.encode("utf-16-le")[: (MOST_UNITS - len(_CUT)) * 2].decode("utf-16-le", errors="ignore")
    return kept + _CUT


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
