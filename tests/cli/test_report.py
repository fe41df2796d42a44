"""``hatsugen report``: one page, whole or not at all."""

from pathlib import Path
from typing import Any

import pytest

from extractor.records import ArticleRecord
from extractor.writers.jsonl import write_jsonl

Run = Any


@pytest.fixture
def records(tmp_path: Path, record: ArticleRecord) -> Path:
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl([record], stream)
    return tmp_path / "r.jsonl"


def test_a_page_is_written(run: Run, records: Path) -> None:
    result = run("report", "r.jsonl", "-o", "report.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "hatsugen: 1 article, 1 statement (1 with a speaker)\n"
    assert "会談で議論の一部になるだろう" in records.with_name("report.html").read_text(encoding="utf-8")


def test_the_page_can_open_in_english(run: Run, records: Path) -> None:
    assert '<html lang="en">' in run("report", "r.jsonl", "--language", "en").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "report.txt"], "'report.txt' is no page; name a file that ends in .html, or - for standard output"),
        (["--language", "fr"], "--language fr: the page speaks ja and en"),
    ],
)
def test_wrong_use_is_one_line(run: Run, records: Path, arguments: list[str], message: str) -> None:
    result = run("report", "r.jsonl", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"hatsugen: {message}\n")


def test_a_page_is_not_written_where_it_would_be_read(run: Run, records: Path) -> None:
    result = run("report", ".", "-o", "report.html")
    assert result.exit_code == 2
    assert "lies in ., which is read" in result.stderr


def test_a_page_is_left_as_it_was_where_records_are_broken(run: Run, records: Path) -> None:
    page = records.with_name("report.html")
    page.write_text("before", encoding="utf-8")
    records.write_text(records.read_text(encoding="utf-8") + '{"schema_version":"9"}\n', encoding="utf-8")
    result = run("report", "r.jsonl", "-o", "report.html")
    assert result.exit_code == 2
    assert "line 2" in result.stderr
    assert page.read_text(encoding="utf-8") == "before"
