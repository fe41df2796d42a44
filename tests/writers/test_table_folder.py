"""A folder with one file a table."""

from pathlib import Path

import duckdb
import pytest

from extractor.records import ArticleRecord
from extractor.tables.names import TableName
from extractor.writers.formats import Format
from extractor.writers.table_folder import write_table_folder


@pytest.mark.parametrize("written_as", [Format.CSV, Format.PARQUET])
def test_each_table_is_a_file_of_its_rows(tmp_path: Path, full_record: ArticleRecord, written_as: Format) -> None:
    assert write_table_folder(iter([full_record] * 2), tmp_path / "out", written_as) == 2
    read = "read_csv" if written_as is Format.CSV else "read_parquet"
    rows = {
        path.name: duckdb.sql(f"SELECT count(*) FROM {read}('{path}')").fetchall()[0][0]
        for path in (tmp_path / "out").iterdir()
    }
    assert rows == {f"statements.{written_as}": 4, f"entities.{written_as}": 6, f"mentions.{written_as}": 8}


def test_one_table_alone_can_be_had(tmp_path: Path, full_record: ArticleRecord) -> None:
    write_table_folder([full_record], tmp_path, Format.CSV, table=TableName.ENTITIES)
    assert [path.name for path in tmp_path.iterdir()] == ["entities.csv"]


def test_no_records_are_headings_but_never_replace_rows(tmp_path: Path, full_record: ArticleRecord) -> None:
    assert write_table_folder([], tmp_path, Format.CSV) == 0
    assert len((tmp_path / "mentions.csv").read_text(encoding="utf-8-sig").splitlines()) == 1
    write_table_folder([full_record], tmp_path, Format.CSV)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert write_table_folder([], tmp_path, Format.CSV) == 0
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("written_as", [Format.CSV, Format.PARQUET])
def test_records_that_break_off_change_no_file(tmp_path: Path, record: ArticleRecord, written_as: Format) -> None:
    write_table_folder([record], tmp_path, written_as)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def broken():
        yield record
        yield record
        raise ValueError("broken off")

    with pytest.raises(ValueError, match="broken off"):
        write_table_folder(broken(), tmp_path, written_as)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
