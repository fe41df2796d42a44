"""``hatsugen query``: what it writes in each format, and how it ends."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.cli.query import query
from extractor.query import Conditions
from extractor.records import ArticleRecord
from extractor.writers.jsonl import write_jsonl

Run = Any


@pytest.fixture
def records(run: Run, tmp_path: Path, make_record: Callable[..., ArticleRecord]) -> Path:
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl([make_record(path="a.txt"), make_record(path="b.txt", content="=1+1の件は別だ", key="2")], stream)
    return tmp_path / "r.jsonl"


def test_a_table_shows_date_speaker_content_and_place(run: Run, records: Path) -> None:
    result = run("query", "r.jsonl", "--who", "ﾙﾋﾞｵ", "--text", "会談")
    assert (result.exit_code, result.stderr) == (0, "")
    row = next(line for line in result.stdout.splitlines() if "a.txt" in line)
    assert row.split()[:2] == ["(2025-08-17)", "ルビオ米国務長官"]
    assert "a.txt:10-24" in row
    assert result.stdout.endswith("1 statement\n")


def test_json_and_json_lines_hold_the_same(run: Run, records: Path) -> None:
    lines = [json.loads(line) for line in run("query", "r.jsonl", "--format", "jsonl").stdout.splitlines()]
    assert json.loads(run("query", "r.jsonl", "--format", "json").stdout) == lines
    assert [line["path"] for line in lines] == ["a.txt", "b.txt"]
    assert json.loads(run("query", "r.jsonl", "--who", "誰", "--format", "json").stdout) == []


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(run: Run, records: Path) -> None:
    text = run("query", "r.jsonl", "--format", "csv").stdout_bytes.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["content"] for row in rows] == ["会談で議論の一部になるだろう", "'=1+1の件は別だ"]
    assert rows[0]["speakers"] == "ルビオ"


def test_sql_gives_its_own_columns(run: Run, records: Path) -> None:
    sql = "SELECT speaker, count(*) AS n, max(first_day) AS last FROM statements GROUP BY speaker"
    result = run("query", "r.jsonl", "--sql", sql, "--format", "jsonl")
    assert json.loads(result.stdout) == {"speaker": "ルビオ", "n": 2, "last": "2025-08-17"}
    assert run("query", "r.jsonl", "--sql", sql).stdout.endswith("1 row\n")


def test_columns_lists_every_view(run: Run) -> None:
    rows = [json.loads(line) for line in run("query", "--columns", "--format", "jsonl").stdout.splitlines()]
    assert {row["view"] for row in rows} == {"articles", "statements", "speakers", "entities", "mentions", "topics"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name files or folders of records"),
        (("missing.jsonl",), "missing.jsonl: "),
        (("r.jsonl", "--act", "denny"), "act 'denny': not known; use assert, deny, "),
        (("r.jsonl", "--from", "yesterday"), "date 'yesterday': write it like 2025-08-17"),
        (("r.jsonl", "--sql", "SELECT x FROM statements"), 'SQL: Referenced column "x" not found'),
        (("r.jsonl", "--sql", "SELECT 1", "--who", "誰"), "--sql stands alone"),
    ],
)
def test_wrong_use_is_one_line_and_two(run: Run, records: Path, arguments: tuple[str, ...], message: str) -> None:
    result = run("query", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"hatsugen: {message}")
    assert result.stderr.count("\n") == 1


def test_a_foreign_file_costs_itself_alone(run: Run, records: Path) -> None:
    Path("foreign.json").write_text("{}", encoding="utf-8")
    result = run("query", "r.jsonl", "foreign.json", "--format", "jsonl")
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 2
    assert result.stderr.startswith("hatsugen: foreign.json: no records; name what hatsugen extract wrote")


def test_the_command_asks_what_the_library_asks() -> None:
    beside = {"paths", "limit", "shape", "sql", "columns", "return"}
    assert set(query.__annotations__) - beside == set(Conditions.__dataclass_fields__)


def test_it_ends_well_as_a_process(records: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "query", str(records), "--who", "ルビオ", "--format", "csv"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"\xef\xbb\xbfdate,")
    assert done.stdout.count(b"\r\n") == 3
