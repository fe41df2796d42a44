import json
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation.__main__ import main

TEXT = "首相は雨だと述べた。外相は雪だと語った。"
GOLD = (
    {"content": ["雨だ"], "cue": "述べた", "source": [{"mention": "首相", "generic": "首相"}]},
    {"content": ["雪だ"], "cue": "語った", "source": [{"mention": "外相", "generic": "外相"}]},
)


@pytest.fixture
def files(tmp_path: Path, make_gold: Any, make_perfect: Any) -> tuple[list[str], list[str]]:
    """Arguments that name a perfect and a worse prediction of the same gold, with the same floors."""
    gold = make_gold(TEXT, statements=GOLD)
    (tmp_path / "gold.jsonl").write_text(gold.model_dump_json() + "\n", "utf-8")
    record = make_perfect(gold).model_dump(mode="json")
    (tmp_path / "good.json").write_text(json.dumps(record), "utf-8")
    (tmp_path / "bad.json").write_text(json.dumps({**record, "statements": record["statements"][:1]}), "utf-8")
    gold_path, floors = str(tmp_path / "gold.jsonl"), str(tmp_path / "floors.toml")
    return [gold_path, str(tmp_path / "good.json"), floors], [gold_path, str(tmp_path / "bad.json"), floors]


def test_a_fallen_figure_fails_the_gate(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = files
    assert main([*good, "--pin"]) == 0
    assert main(good) == 0
    assert "no figure is below its floor" in capsys.readouterr().out
    assert main(bad) == 1
    assert "joint.f1 is 0.6667, below its floor 1.0000" in capsys.readouterr().out


def test_pinning_lower_floors_has_to_be_told(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = files
    main([*good, "--pin"])
    assert main([*bad, "--pin"]) == 2
    assert "not lowered unless told to" in capsys.readouterr().err
    assert main([*bad, "--pin", "--lower"]) == 0


def test_missing_floors_are_told_on_one_line(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    good, _ = files
    assert main(good) == 2
    assert capsys.readouterr().err.count("\n") == 1
