from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.evaluation.floors import Floors, check_floors, load_floors, pin_floors
from extractor.evaluation.scoring import Evaluation, evaluate_documents

TEXT = "首相は雨だと述べた。外相は雪だと語った。"
GOLD = (
    {"content": ["雨だ"], "cue": "述べた", "source": [{"mention": "首相", "generic": "首相"}]},
    {"content": ["雪だ"], "cue": "語った", "source": [{"mention": "外相", "generic": "外相"}]},
)
SAID = (
    {"content": "雨だ", "cue": "述べた", "speakers": ["首相"]},
    {"content": "雪だ", "cue": "語った", "speakers": ["外相"]},
)


@pytest.fixture
def evaluations(make_gold: Any, make_prediction: Any) -> tuple[Evaluation, Evaluation]:
    """Of one statement found, and of both."""
    gold = make_gold(TEXT, statements=GOLD)
    worse, better = (make_prediction(TEXT, statements=SAID[:count]) for count in (1, 2))
    return evaluate_documents([gold], [worse], resamples=0), evaluate_documents([gold], [better], resamples=0)


def test_what_is_pinned_is_read_back_and_kept(tmp_path: Path, evaluations: tuple[Evaluation, Evaluation]) -> None:
    worse, _ = evaluations
    pinned = pin_floors(worse, tmp_path / "floors.toml")
    assert load_floors(tmp_path / "floors.toml") == pinned
    assert pinned.floors["joint.f1"] == 0.6667
    assert check_floors(worse, pinned) == []


def test_a_fallen_figure_is_told(tmp_path: Path, evaluations: tuple[Evaluation, Evaluation]) -> None:
    worse, better = evaluations
    fallen = check_floors(worse, pin_floors(better, tmp_path / "floors.toml"))
    assert "joint.f1 is 0.6667, below its floor 1.0000" in fallen
    assert not any(line.startswith("content_exact") for line in fallen)


def test_a_floor_is_raised_but_not_lowered_unless_told_to(
    tmp_path: Path, evaluations: tuple[Evaluation, Evaluation]
) -> None:
    worse, better = evaluations
    path = tmp_path / "floors.toml"
    pin_floors(worse, path)
    pin_floors(better, path)
    with pytest.raises(GoldError, match=r"not lowered unless told to: joint\.f1 is 0\.6667"):
        pin_floors(worse, path)
    assert load_floors(path).floors["joint.f1"] == 1.0
    pin_floors(worse, path, lower=True)
    assert load_floors(path).floors["joint.f1"] == 0.6667


def test_floors_of_another_gold_do_not_hold(evaluations: tuple[Evaluation, Evaluation]) -> None:
    worse, _ = evaluations
    (line,) = check_floors(worse, Floors(gold_sha256="0", floors={"joint.f1": 0.1}))
    assert "the gold is not that of the floors" in line


def test_a_floor_of_an_unknown_figure_is_told(evaluations: tuple[Evaluation, Evaluation]) -> None:
    worse, _ = evaluations
    floors = Floors(gold_sha256=worse.gold_sha256, floors={"joint.f2": 0.1})
    assert check_floors(worse, floors) == ["joint.f2 is not measured"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('[floors]\n"joint.f1" = 0.5\n', "gold_sha256: Field required", id="no-digest"),
        pytest.param('gold_sha256 = "0"\n[floors]\n"joint.f1" = 1.5\n', r"floors, joint\.f1: ", id="above-one"),
        pytest.param("floors", "not TOML", id="not-toml"),
    ],
)
def test_a_malformed_file_is_told(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(GoldError, match=message):
        load_floors(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="pin the floors first"):
        load_floors(tmp_path / "floors.toml")
