"""Files of records: every shape that is written, and what is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import QueryError
from extractor.query import FoundStatement, query_statements
from extractor.readers import ReadFailure
from extractor.records import ArticleRecord
from extractor.writers.folder import write_folder
from extractor.writers.json_array import write_json
from tests.query.conftest import Write


def test_arrays_folders_and_lines_give_the_same(
    write: Write, tmp_path: Path, make_record: Callable[..., ArticleRecord]
) -> None:
    records = [make_record(path="a.txt", key="1"), make_record(path="b.txt", key="2")]
    with (tmp_path / "array.json").open("wb") as stream:
        write_json(records, stream)
    write_folder(records, tmp_path / "out")
    rows = list(query_statements([tmp_path / "array.json", tmp_path / "out", write()]))
    assert [row.path for row in rows if isinstance(row, FoundStatement)] == [
        *("a.txt", "a.txt", "b.txt", "b.txt"),
        "r.jsonl.txt",
    ]


def test_what_holds_no_records_is_named_and_the_rest_is_read(write: Write, tmp_path: Path) -> None:
    good = write()
    (tmp_path / "foreign.json").write_text('{"a": 1}', encoding="utf-8")
    (tmp_path / "cut.jsonl").write_bytes(good.read_bytes() + good.read_bytes()[:300] + b"\n")
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "r.errors.jsonl").write_text('{"path": "x"}\n', encoding="utf-8")
    rows = list(query_statements([tmp_path, tmp_path / "missing.jsonl"]))
    failures = [row.message for row in rows if isinstance(row, ReadFailure)]
    assert [Path(message.partition(":")[0]).name for message in failures] == [
        "foreign.json",
        "missing.jsonl",
        "cut.jsonl",
    ]
    assert not any("\n" in message for message in failures)
    assert [row.file for row in rows if isinstance(row, FoundStatement)] == [str(good)]


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="missing"):
        list(query_statements([tmp_path / "missing.jsonl"]))


@pytest.mark.parametrize("name", ["it's.jsonl", "c*.jsonl", "b[1].jsonl", "発言 録.jsonl"])
def test_any_name_of_a_file_is_read(write: Write, name: str) -> None:
    assert len(list(query_statements([write(name)]))) == 1


def test_a_name_that_fits_another_file_reads_no_other(write: Write) -> None:
    write("a1.jsonl")
    with pytest.raises(QueryError, match="rename"):
        list(query_statements([write("a[1].jsonl")]))
