"""``hatsugen evaluate``: one call into the scorer, and what is shown of it."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.records import ArticleRecord
from extractor.writers.jsonl import write_jsonl

Run = Any

GOLD = {  # of the record that the fixture makes
    "doc": "a",
    "entities": [{"key": "ルビオ", "type": "PERSON", "mentions": [[0, 3]]}],
    "statements": [
        {
            "content": [[10, 24]],
            "form": "direct",
            "cue": [26, 29],
            "source": [{"mention": [0, 3], "key": "ルビオ"}],
            "act": "predict",
        }
    ],
}


@pytest.fixture(autouse=True)
def scored_files(tmp_path: Path, make_record: Callable[..., ArticleRecord]) -> None:
    record = make_record()
    gold = GOLD | {"sha256": hashlib.sha256(record.text.encode()).hexdigest()}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    with (tmp_path / "pred.jsonl").open("wb") as stream:
        write_jsonl([record], stream)


def test_figures_are_printed(run: Run) -> None:
    result = run("evaluate", "gold.jsonl", "pred.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "joint" in result.stdout


def test_json_holds_all_figures(run: Run) -> None:
    result = run("evaluate", "gold.jsonl", "pred.jsonl", "--json")
    assert json.loads(result.stdout)["scores"]["joint"]["f1"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(["gold.jsonl"], "Missing argument 'PRED'", id="one path"),
        pytest.param(["gone.jsonl", "pred.jsonl"], "gone.jsonl", id="no gold"),
        pytest.param(["gold.jsonl", "gone.jsonl"], "gone.jsonl", id="no predictions"),
        pytest.param(["pred.jsonl", "gold.jsonl"], "pred.jsonl", id="the wrong way round"),
        pytest.param(["gold.jsonl", "pred.jsonl", "--errors", "-1"], "--errors", id="a negative number"),
    ],
)
def test_what_cannot_be_scored_ends_with_2(run: Run, arguments: list[str], reason: str) -> None:
    result = run("evaluate", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert "Traceback" not in result.stderr
