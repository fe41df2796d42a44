import json
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.evaluation.predictions import read_predictions

RECORD: dict[str, Any] = {
    "source": {"path": "folder/a.txt", "format": "txt"},
    "text": "首相は雨だと述べた",
    "entities": [
        {
            "id": "e1",
            "type": "person",
            "name": "首相",
            "mentions": [{"start": 0, "end": 2, "text": "首相", "kind": "name"}],
        }
    ],
    "statements": [{"content": [{"start": 3, "end": 5, "text": "雨だ"}], "form": "indirect", "speakers": []}],
}
OTHER = {**RECORD, "source": {"path": "b.html"}}


def write(path: Path, data: object) -> Path:
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return path


def as_lines(folder: Path) -> Path:
    path = folder / "out.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in (RECORD, OTHER)), "utf-8")
    return path


def as_list(folder: Path) -> Path:
    return write(folder / "out.json", [RECORD, OTHER])


def as_folder(folder: Path) -> Path:
    (folder / "out" / "deeper").mkdir(parents=True)
    write(folder / "out" / "deeper" / "a.json", RECORD)
    write(folder / "out" / "b.json", OTHER)
    return folder / "out"


@pytest.mark.parametrize("layout", [as_lines, as_list, as_folder], ids=["lines", "list", "folder"])
def test_predictions_are_read_in_every_layout(tmp_path: Path, layout: Any) -> None:
    predictions = read_predictions(layout(tmp_path))
    assert {prediction.doc for prediction in predictions} == {"a", "b"}
    assert all(prediction.statements[0].spans == ((3, 5),) for prediction in predictions)


def test_a_single_record_is_read(tmp_path: Path) -> None:
    assert [prediction.doc for prediction in read_predictions(write(tmp_path / "a.json", RECORD))] == ["a"]


def test_unknown_fields_are_passed_over(tmp_path: Path) -> None:
    record = {**RECORD, "tool": "another", "source": {"path": "a.txt", "crawler": 3}}
    assert read_predictions(write(tmp_path / "a.json", record))[0].doc == "a"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param(
            "a.jsonl", '{"text": "x"}\n', "line 1: not an article record: source: Field required", id="no-source"
        ),
        pytest.param("a.jsonl", "\n[\n", "line 2: not JSON", id="not-json"),
        pytest.param("a.json", "[{}]", "record 1: not an article record", id="in-a-list"),
        pytest.param("a.json", '"x"', "not an article record", id="a-string"),
    ],
)
def test_malformed_predictions_are_told(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(GoldError, match=message):
        read_predictions(path)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \.json file in it"):
        read_predictions(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_predictions(tmp_path / "none.jsonl")
