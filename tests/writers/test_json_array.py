"""One JSON array out and in again."""

import io
import json

import pytest

from extractor.errors import ArticleError
from extractor.writers.json_array import read_json, write_json


@pytest.mark.parametrize("number", [0, 1, 3])
def test_what_is_written_is_an_array_and_is_read_back(make_record, number):
    records = [make_record(key=str(each)) for each in range(number)]
    stream = io.BytesIO()
    assert write_json(records, stream) == number
    assert [each["id"] for each in json.loads(stream.getvalue())] == [each.id for each in records]
    assert list(read_json(io.BytesIO(stream.getvalue()))) == records


def test_a_file_of_one_record_is_read(record):
    assert list(read_json(io.BytesIO(record.model_dump_json(indent=2).encode()))) == [record]


def test_other_json_is_refused():
    with pytest.raises(ArticleError, match="not records"):
        list(read_json(io.BytesIO(b'[{"text": "x"}]')))
