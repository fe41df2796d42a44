"""Telling files of records from articles, and reading them."""

import pytest

from extractor.errors import ArticleError
from extractor.writers.folder import write_folder
from extractor.writers.json_array import write_json
from extractor.writers.jsonl import write_jsonl
from extractor.writers.recorded import find_record_files, read_records


@pytest.mark.parametrize(("name", "write"), [("r.jsonl", write_jsonl), ("r.json", write_json)])
def test_written_records_are_known_and_read(tmp_path, record, name, write):
    path = tmp_path / name
    with path.open("wb") as stream:
        write([record, record], stream)
    assert find_record_files(path) == [path]
    assert list(read_records(path)) == [record, record]


def test_a_folder_of_records_is_known(tmp_path, make_record):
    write_folder([make_record(path="b.txt"), make_record(path="a/c.txt")], tmp_path)
    files = find_record_files(tmp_path)
    assert [file.name for file in files] == ["c.txt.json", "b.txt.json"]
    assert [record.source.path for file in files for record in read_records(file)] == ["a/c.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.txt", '{"schema_version": "1.0"}', id="a text"),
        pytest.param("a.jsonl", '{"text": "schema_version"}', id="articles in JSON Lines"),
        pytest.param("a.json", "", id="an empty file"),
    ],
)
def test_articles_are_not_taken_for_records(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert find_record_files(tmp_path / name) == []
    assert find_record_files(tmp_path) == []


def test_a_folder_that_also_holds_articles_is_read_as_articles(tmp_path, record):
    write_folder([record], tmp_path)
    (tmp_path / "b.txt").write_text("記事", encoding="utf-8")
    assert find_record_files(tmp_path) == []


def test_a_broken_file_is_named(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text('{"schema_version": "9.9"}\n', encoding="utf-8")
    with pytest.raises(ArticleError, match=r"r\.jsonl: line 1: not a record"):
        list(read_records(path))
