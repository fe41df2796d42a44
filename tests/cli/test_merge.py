"""``hatsugen merge``: a table to read, or a registry to keep."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extractor.merging import merge_records
from extractor.merging.writing import read_registry
from extractor.records import ArticleRecord
from extractor.schema import build_registry_schema
from extractor.writers.jsonl import write_jsonl

Run = Any
CONTENT = "会談で議論の一部になるだろうと思うが確かではない"


@pytest.fixture
def records(tmp_path: Path, make_record: Callable[..., ArticleRecord]) -> list[ArticleRecord]:
    """Two records in r.jsonl, of two papers that print one statement."""
    made = [
        make_record(path="a.txt", content=CONTENT, key="1"),
        make_record(path="b.txt", content=CONTENT.replace("確かで", "定か"), key="2"),
    ]
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl(made, stream)
    return made


def test_a_table_shows_who_is_who_and_what_differs(run: Run, records: list[ArticleRecord]) -> None:
    result = run("merge", "r.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert next(line.split()[:5] for line in result.stdout.splitlines() if "person" in line) == [
        "person",
        "ルビオ",
        "国務長官",
        "2",
        "2",
    ]
    assert "定か←確かで" in result.stdout.replace("\n", "").replace(" ", "")
    assert result.stdout.endswith("2 articles, 1 entity, 1 statement published more than once\n")


def test_the_file_is_what_the_library_returns(run: Run, records: list[ArticleRecord], tmp_path: Path) -> None:
    assert run("merge", "r.jsonl", "-o", "registry.json").exit_code == 0
    with (tmp_path / "registry.json").open("rb") as stream:
        assert read_registry(stream) == merge_records(records)
    written = json.loads((tmp_path / "registry.json").read_text("utf-8"))
    jsonschema.validate(written, build_registry_schema())
    assert run("merge", "r.jsonl", "-o", "-").stdout == (tmp_path / "registry.json").read_text("utf-8")


def test_standard_input_is_read_too(run: Run, records: list[ArticleRecord], tmp_path: Path) -> None:
    piped = run("merge", "-", "-o", "-", stdin=(tmp_path / "r.jsonl").read_bytes())
    assert piped.stdout == run("merge", "r.jsonl", "-o", "-").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("gone.jsonl",), "gone.jsonl: no such file or folder"),
        (("a.txt",), "a.txt: holds no records; make some with: hatsugen extract a.txt -o statements.jsonl"),
        (("r.jsonl", "-o", "r.jsonl"), "r.jsonl: is among what is read; write elsewhere"),
        (("r.jsonl", "-o", "."), ".: a folder; name a file in it, such as registry.json"),
        (("broken.jsonl",), "broken.jsonl: line 1: not a record"),
    ],
)
def test_wrong_use_ends_with_2_and_one_line(
    run: Run, records: list[ArticleRecord], tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "a.txt").write_text("首相は述べた。", "utf-8")
    (tmp_path / "broken.jsonl").write_text('{"schema_version": "1.1"}\n', "utf-8")
    before = (tmp_path / "r.jsonl").read_bytes()
    result = run("merge", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"hatsugen: {message}")
    assert result.stderr.count("\n") == 1
    assert (tmp_path / "r.jsonl").read_bytes() == before


def test_no_records_are_an_empty_registry(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(b"")
    result = run("merge", "r.jsonl", "-o", "-")
    assert json.loads(result.stdout) == {"registry_version": "1.0", "articles": [], "entries": [], "copies": []}
