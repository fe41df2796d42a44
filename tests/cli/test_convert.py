"""``hatsugen convert`` and the formats of tables: what was extracted, in another format, by command and by library."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

import extractor
from extractor.cli.destination import forbid_bytes_on_a_terminal
from extractor.records import ArticleRecord
from extractor.writers.destination import choose_destination
from extractor.writers.folder import write_folder
from extractor.writers.jsonl import write_jsonl

Run = Any


@pytest.fixture(autouse=True)
def extracted(run: Run, tmp_path: Path, full_record: ArticleRecord, record: ArticleRecord) -> Path:
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl([full_record, record], stream)
    return tmp_path


def csv_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_workbook_has_every_table(run: Run, extracted: Path) -> None:
    result = run("convert", "r.jsonl", "-o", "r.xlsx")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "hatsugen: 2 articles, 3 statements (3 with a speaker)\n"
    book = openpyxl.load_workbook(extracted / "r.xlsx")
    assert {sheet.title: sheet.max_row - 1 for sheet in book if sheet.title != "columns"} == {
        "statements": 3,
        "entities": 4,
        "mentions": 5,
    }


@pytest.mark.parametrize(
    ("options", "rows"),
    [((), 3), (("--table", "entities"), 4), (("--table", "mentions"), 5)],
    ids=["by default", "entities", "mentions"],
)
def test_csv_and_parquet_hold_one_table(run: Run, extracted: Path, options: tuple[str, ...], rows: int) -> None:
    for name in ("r.csv", "r.parquet"):
        assert run("convert", "r.jsonl", "-o", name, *options).exit_code == 0
    assert len(csv_rows((extracted / "r.csv").read_bytes())) == rows
    assert duckdb.sql(f"SELECT count(*) FROM '{extracted / 'r.parquet'}'").fetchall() == [(rows,)]


@pytest.mark.parametrize("written_as", ["csv", "parquet"])
def test_a_folder_holds_a_file_a_table(run: Run, extracted: Path, written_as: str) -> None:
    assert run("convert", "r.jsonl", "-o", "out/", "--format", written_as).exit_code == 0
    names = sorted(path.name for path in (extracted / "out").iterdir())
    assert names == [f"{name}.{written_as}" for name in ("entities", "mentions", "statements")]


def test_there_and_back_is_the_same(run: Run, extracted: Path) -> None:
    for source, output in [("r.jsonl", "r.json"), ("r.json", "out/"), ("out", "back.jsonl")]:
        assert run("convert", source, "-o", output).exit_code == 0
    lines = (extracted / "back.jsonl").read_bytes().splitlines()
    assert sorted(lines) == sorted((extracted / "r.jsonl").read_bytes().splitlines())


def test_standard_output_and_input(run: Run, extracted: Path) -> None:
    given = (extracted / "r.jsonl").read_text(encoding="utf-8")
    result = run("convert", "-", "--format", "jsonld", stdin=given)
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["@graph"]) == 3
    assert csv_rows(run("convert", "r.jsonl", "--format", "csv").stdout_bytes)[0]["speaker"] == "𠮷田首相 / 専門家"


def test_extract_writes_tables_as_convert_does(run: Run, extracted: Path) -> None:
    (extracted / "a.txt").write_text("首相は「行く」と述べた。\n", encoding="utf-8")
    run("extract", "a.txt", "-o", "a.jsonl")
    for name in ("{}.csv", "{}.xlsx", "{}.parquet", "{}.jsonld"):
        assert run("extract", "a.txt", "-o", name.format("direct")).exit_code == 0
        assert run("convert", "a.jsonl", "-o", name.format("later")).exit_code == 0
        assert (extracted / name.format("direct")).read_bytes() == (extracted / name.format("later")).read_bytes()


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [pytest.param("e.jsonl", "", 0, id="nothing"), pytest.param("e.json", "[]\n", 0, id="an empty array")],
)
def test_no_records_are_a_table_without_rows(run: Run, extracted: Path, name: str, text: str, rows: int) -> None:
    (extracted / name).write_text(text, encoding="utf-8")
    assert run("convert", name, "-o", "e.csv").exit_code == 0
    assert len(csv_rows((extracted / "e.csv").read_bytes())) == rows
    assert b"speaker_name" in (extracted / "e.csv").read_bytes()


def test_a_cell_that_is_cut_is_named(run: Run, extracted: Path, make_record: Callable[..., ArticleRecord]) -> None:
    write_folder([make_record(content="あ" * 40_000)], extracted / "long")
    result = run("convert", "long", "-o", "long.xlsx")
    assert result.exit_code == 0
    assert result.stderr.startswith("hatsugen: a.txt: content in row 2 of statements is cut")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(["a.txt", "-o", "x.csv"], "a.txt: no records in it; give what", id="an article"),
        pytest.param(["gone.jsonl", "-o", "x.csv"], "gone.jsonl: there is no such file", id="missing"),
        pytest.param(["void", "-o", "x.csv"], "void: no records in it", id="an empty folder"),
        pytest.param(["r.jsonl", "a.txt", "-o", "x.csv"], "a.txt: no records in it", id="one of two"),
        pytest.param(["bad.jsonl", "-o", "x.xlsx"], "bad.jsonl: line 2: not a record", id="damaged"),
        pytest.param(["bad.jsonl", "-o", "x.parquet"], "bad.jsonl: line 2: not a record", id="damaged for parquet"),
        pytest.param(["r.jsonl", "-o", "x.doc"], "x.doc: no format has this ending", id="ending"),
        pytest.param(["r.jsonl", "-o", "r.jsonl"], "r.jsonl lies in r.jsonl, which is read", id="onto itself"),
        pytest.param(["r.jsonl", "-o", "x/", "--format", "jsonld"], "for jsonld name a file", id="folder"),
        pytest.param(["r.jsonl", "-o", "x.jsonld", "--table", "mentions"], "jsonld has no tables", id="no table"),
    ],
)
def test_wrong_use_ends_with_2_and_one_reason(run: Run, extracted: Path, arguments: list[str], reason: str) -> None:
    (extracted / "a.txt").write_text("首相は「行く」と述べた。\n", encoding="utf-8")
    (extracted / "bad.jsonl").write_bytes((extracted / "r.jsonl").read_bytes().splitlines()[0] + b"\n{}\n")
    (extracted / "void").mkdir()
    before = sorted(extracted.rglob("*"))
    result = run("convert", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1
    assert sorted(extracted.rglob("*")) == before


def test_a_terminal_gets_no_workbook(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    forbid_bytes_on_a_terminal(choose_destination("-", extractor.Format.CSV))
    with pytest.raises(Exception, match="2"):
        forbid_bytes_on_a_terminal(choose_destination("-", extractor.Format.XLSX))
    assert "xlsx is no text for a terminal" in capsys.readouterr().err


def test_the_columns_are_listed(run: Run) -> None:
    lines = run("schema", "tables").stdout.splitlines()
    assert lines[0].split("\t") == ["table", "column", "type", "meaning"]
    assert "mentions\tstart\tBIGINT\twhere it begins in the article, in code points" in lines


def test_the_library_does_what_the_command_does(run: Run, extracted: Path) -> None:
    run("convert", "r.jsonl", "-o", "command.parquet", "--table", "mentions")
    assert extractor.convert(["r.jsonl"], extracted / "library.parquet", table="mentions") == 2
    assert (extracted / "library.parquet").read_bytes() == (extracted / "command.parquet").read_bytes()
    records = list(extractor.read_all_records(["r.jsonl"]))
    assert extractor.write_records(records, "again.x", written_as="jsonl") == 2
    assert (extracted / "again.x").read_bytes() == (extracted / "r.jsonl").read_bytes()
    with pytest.raises(extractor.OutputError, match=r"no format has this ending"):
        extractor.write_records(records, "again.doc")
