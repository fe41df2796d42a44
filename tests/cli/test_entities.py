"""``hatsugen entities``: what is named how often, in articles or records."""

from pathlib import Path
from typing import Any

from extractor.records import ArticleRecord
from extractor.writers.jsonl import write_jsonl

Run = Any


def test_records_are_counted_as_they_are(run: Run, tmp_path: Path, record: ArticleRecord) -> None:
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl([record, record], stream)
    result = run("entities", "r.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    (row,) = (line for line in result.stdout.splitlines() if line.strip().startswith("person"))
    assert row.split() == ["person", "ルビオ", "2", "2"]
    assert result.stdout.endswith("2 articles, 1 entity\n")


def test_a_failure_is_named_and_the_rest_is_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("首相は「行く」と述べた。\n", encoding="utf-8")
    result = run("entities", "a.txt", "gone.txt")
    assert result.exit_code == 1
    assert "ルビオ" in result.stdout
    assert "hatsugen: gone.txt: " in result.stderr


def test_nothing_to_read_ends_with_2(run: Run) -> None:
    result = run("entities", "gone.txt")
    assert (result.exit_code, result.stdout) == (2, "")
