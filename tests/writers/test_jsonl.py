"""JSON Lines out and in again."""

import io
import json

import pytest

from extractor.errors import ArticleError
from extractor.writers.jsonl import read_jsonl, write_jsonl


def test_what_is_written_is_read_back(make_record):
    records = [make_record(key="1"), make_record(key="2", content="改行\nと\u2028と𠮷")]
    stream = io.BytesIO()
    assert write_jsonl(records, stream) == 2
    assert list(read_jsonl(io.BytesIO(stream.getvalue()))) == records


def test_one_line_a_record_with_japanese_as_it_is(record):
    stream = io.BytesIO()
    write_jsonl([record], stream)
    line = stream.getvalue().decode("utf-8")
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert "ルビオ" in line
    assert list(json.loads(line))[:2] == ["schema_version", "id"]


def test_records_are_written_as_they_come(make_record):
    stream = io.BytesIO()

    def records():
        for number in range(3):
            assert stream.getvalue().count(b"\n") == number
            yield make_record(key=str(number))

    assert write_jsonl(records(), stream) == 3


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        pytest.param(b'{"id": "x"}', "schema|source|text", id="fields missing"),
        pytest.param(b"not json", "Invalid JSON", id="not JSON"),
    ],
)
def test_a_line_that_is_no_record_is_named_by_its_number(record, broken, what):
    stream = io.BytesIO(record.model_dump_json().encode() + b"\n\n" + broken + b"\n")
    with pytest.raises(ArticleError, match=rf"^line 3: not a record .*(?:{what})"):
        list(read_jsonl(stream))
