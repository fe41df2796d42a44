"""Workbooks, read back by another library than the one that wrote them."""

import io
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from extractor.records import ArticleRecord
from extractor.tables.every import TABLES
from extractor.tables.names import TableName
from extractor.writers import workbook
from extractor.writers.workbook import MOST_UNITS, write_xlsx

Make = Callable[..., ArticleRecord]


def written(*records: ArticleRecord, table: TableName | None = None) -> bytes:
    stream = io.BytesIO()
    assert write_xlsx(records, stream, table=table) == len(records)
    assert not stream.closed
    return stream.getvalue()


def sheets(data: bytes) -> dict[str, list[dict[str, Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for sheet in book.worksheets:
        heading, *rows = sheet.iter_rows()
        names = [cell.value for cell in heading]
        found[sheet.title] = [dict(zip(names, row, strict=True)) for row in rows]
    return found


def test_each_table_is_a_sheet_and_the_last_explains_the_columns(full_record: ArticleRecord) -> None:
    found = sheets(written(full_record))
    assert {name: len(rows) for name, rows in found.items() if name != "columns"} == {
        "statements": 2,
        "entities": 3,
        "mentions": 4,
    }
    assert list(found) == ["statements", "entities", "mentions", "columns"]
    explained = [(row["table"].value, row["column"].value) for row in found["columns"]]
    assert explained == [(name, column.name) for name, table in TABLES.items() for column in table.columns]
    assert all(row["meaning"].value for row in found["columns"])


def test_one_table_alone_can_be_had(full_record: ArticleRecord) -> None:
    assert list(sheets(written(full_record, table=TableName.MENTIONS))) == ["mentions", "columns"]


def test_numbers_are_numbers_and_words_are_words(full_record: ArticleRecord) -> None:
    row, nested = sheets(written(full_record))["statements"]
    assert (row["start"].value, row["start"].data_type) == (14, "n")
    assert (row["confidence"].value, row["confidence"].data_type) == (0.75, "n")
    assert (nested["content_start"].value, nested["within"].value) == (full_record.statements[1].content[0].start, "s1")
    assert row["content_start"].value == "14 / 28"
    assert row["speaker"].value == "𠮷田首相 / 専門家"
    assert row["speaker_entity"].value == "e1 / "
    assert row["url"].hyperlink is None
    assert nested["date"].value is None


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝", "{=", "https://"])
def test_what_looks_like_a_formula_or_a_link_is_words_and_unchanged(make_record: Make, sign: str) -> None:
    content = f'{sign}HYPERLINK("https://example.org";"𠮷")'
    (row,) = sheets(written(make_record(content=content)))["statements"]
    assert (row["content"].value, row["content"].data_type) == (content, "s")
    assert row["content"].hyperlink is None


@pytest.mark.parametrize(
    ("content", "held"),
    [
        pytest.param("あ" * MOST_UNITS, "あ" * MOST_UNITS, id="just fits"),
        pytest.param("あ" * (MOST_UNITS + 1), "あ" * (MOST_UNITS - 1) + "…", id="one too many"),
        pytest.param("𠮷" * 16_383, "𠮷" * 16_383, id="pairs that fit"),
        pytest.param("𠮷" * 16_384, "𠮷" * 16_383 + "…", id="a pair too many"),
        pytest.param("あ" + "𠮷" * 16_384, "あ" + "𠮷" * 16_382 + "…", id="no half of a pair"),
    ],
)
def test_a_cell_that_is_too_long_is_cut_and_named(
    make_record: Make, content: str, held: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "extractor"):
        (row,) = sheets(written(make_record(content=content)))["statements"]
    assert row["content"].value == held
    assert len(held.encode("utf-16-le")) // 2 <= MOST_UNITS
    said = [message for message in caplog.messages if "content in row 2 of statements is cut" in message]
    assert len(said) == (held != content)
    assert all(message.startswith("a.txt: ") for message in said)


def test_past_the_last_row_the_table_goes_on_in_another_sheet(
    make_record: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    found = sheets(written(*(make_record(path=f"{number}.txt") for number in range(5))))
    paths = {name: [row["path"].value for row in rows] for name, rows in found.items() if "statements" in name}
    assert paths == {
        "statements": ["0.txt", "1.txt"],
        "statements 2": ["2.txt", "3.txt"],
        "statements 3": ["4.txt"],
    }


def test_no_records_are_headings() -> None:
    found = sheets(written())
    assert [len(found[name]) for name in TableName] == [0, 0, 0]


def test_headings_stay_in_view_and_rows_can_be_filtered(full_record: ArticleRecord) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(full_record)))["entities"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(TABLES[TableName.ENTITIES].columns)).column_letter}4"


def test_the_same_records_give_the_same_bytes(full_record: ArticleRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(full_record)
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert written(full_record) == first


def test_records_that_break_off_leave_nothing_behind(
    record: ArticleRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken():
        yield record
        raise ValueError("broken off")

    with pytest.raises(ValueError, match="broken off"):
        write_xlsx(broken(), io.BytesIO())
    assert list(tmp_path.iterdir()) == []


class Full(io.BytesIO):
    def write(self, data: Any, /) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_an_error_of_the_system(record: ArticleRecord) -> None:
    with pytest.raises(OSError, match="No space left") as caught:
        write_xlsx([record], Full())
    assert caught.value.errno == 28
