"""Parquet, read back by DuckDB."""

import io
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from extractor.errors import OutputError
from extractor.records import ArticleRecord
from extractor.tables.every import TABLES
from extractor.tables.names import TableName
from extractor.writers.parquet import write_parquet

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(*records: ArticleRecord, table: TableName = TableName.STATEMENTS, name: str = "t.parquet") -> Path:
        with (tmp_path / name).open("wb") as stream:
            assert write_parquet(records, stream, table=table) == len(records)
            assert not stream.closed
        return tmp_path / name

    return write


@pytest.mark.parametrize("name", TableName)
@pytest.mark.parametrize("is_empty", [True, False], ids=["empty", "full"])
def test_types_are_fixed_whatever_the_rows_hold(
    write: Write, full_record: ArticleRecord, name: TableName, is_empty: bool
) -> None:
    path = write(*(() if is_empty else (full_record,)), table=name)
    described = duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
    assert [(row[0], row[1]) for row in described] == [(each.name, each.kind) for each in TABLES[name].columns]


@pytest.mark.parametrize("name", TableName)
def test_every_value_comes_back(write: Write, full_record: ArticleRecord, name: TableName) -> None:
    path = write(full_record, full_record, table=name)
    found = duckdb.sql(f"SELECT * FROM '{path}'").fetchall()
    wanted = [
        tuple(list(value) if isinstance(value, tuple) else value for value in row)
        for row in TABLES[name].values(full_record)
    ]
    assert found == wanted * 2


def test_lists_can_be_asked_for_what_they_hold(write: Write, full_record: ArticleRecord) -> None:
    path = write(full_record)
    query = f"SELECT statement, len(content[1]) FROM '{path}' WHERE list_contains(speaker_country, 'JP')"
    assert duckdb.sql(query).fetchall() == [("s1", 12)]
    assert duckdb.sql(f"SELECT len(speaker[1]) FROM '{path}' WHERE statement = 's1'").fetchall() == [(4,)]


@pytest.mark.parametrize("content", ["=1+1", "a\0b", 'い、"ろ"\nは\\', "𠮷" * 40_000, "null", "{}"], ids=ascii)
def test_words_are_unchanged(write: Write, make_record: Callable[..., ArticleRecord], content: str) -> None:
    path = write(make_record(content=content))
    assert duckdb.sql(f"SELECT content FROM '{path}'").fetchall() == [([content],)]


def test_the_order_is_that_of_the_records(write: Write, make_record: Callable[..., ArticleRecord]) -> None:
    path = write(*(make_record(path=f"{number}.txt") for number in range(5000)))
    found = duckdb.sql(f"SELECT path FROM '{path}'").fetchall()
    assert found == [(f"{number}.txt",) for number in range(5000)]


def test_the_file_tells_what_its_columns_mean(write: Write, full_record: ArticleRecord) -> None:
    found = duckdb.sql(f"SELECT key, value FROM parquet_kv_metadata('{write(full_record)}')").fetchall()
    told = {key.decode(): value.decode() for key, value in found}
    assert told == {column.name: column.meaning for column in TABLES[TableName.STATEMENTS].columns}


def test_the_same_records_give_the_same_bytes(write: Write, full_record: ArticleRecord) -> None:
    assert write(full_record, name="a").read_bytes() == write(full_record, name="b").read_bytes()


def test_records_that_break_off_leave_nothing_behind(
    record: ArticleRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken():
        yield record
        raise ValueError("broken off")

    stream = io.BytesIO()
    with pytest.raises(ValueError, match="broken off"):
        write_parquet(broken(), stream)
    assert (list(tmp_path.iterdir()), stream.getvalue()) == ([], b"")


def test_what_duckdb_refuses_is_one_line(record: ArticleRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.writers.parquet._SETTINGS", {"no_such_setting": 1})
    with pytest.raises(OutputError, match="table of statements cannot be written as Parquet") as caught:
        write_parquet([record], io.BytesIO())
    assert "\n" not in str(caught.value)
