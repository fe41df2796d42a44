"""Training the act: what is written, and that the same articles give the same bytes."""

import json
from pathlib import Path

import pytest

from extractor.api import Extractor
from extractor.attribution.act_features import FEATURE_SET
from extractor.attribution.acts import PART
from extractor.errors import ModelError
from extractor.trained import Passport, load_classes
from extractor.training import acts

pytest.importorskip("sklearn")

SAID = {"assert": "雨が降った", "evaluate": "とても残念だ", "demand": "急ぐべきだ"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of five articles, each with one statement of three acts."""
    folder = tmp_path / "gold"
    (folder / "texts").mkdir(parents=True)
    rows = []
    for number in range(5):
        text, statements = "", []
        for act, content in SAID.items():
            start = len(text) + 6
            text += f"山田市長は「{content}」と述べた。"
            source = {"mention": (start - 6, start - 2), "generic": "市長"}
            place = (start, start + len(content))
            statements.append({"content": [place], "form": "direct", "act": act, "source": [source]})
        (folder / "texts" / f"a{number}.txt").write_text(text, encoding="utf-8")
        rows.append(json.dumps({"doc": f"a{number}", "sha256": "", "statements": statements}))
    (folder / "gold.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


@pytest.fixture
def _loaded(extractor_loaded: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Train with the pipeline of the other tests; its weights do not change the features."""
    monkeypatch.setattr(acts, "build_pipeline", lambda settings: extractor_loaded.nlp)


@pytest.mark.ginza
@pytest.mark.usefixtures("_loaded")
def test_the_part_is_written_with_its_passport(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(gold), "--also", str(gold), "--score", str(gold), "--out", str(tmp_path / PART)]
    assert acts.main(arguments) == 0
    weights = load_classes(PART, feature_set=FEATURE_SET, folder=tmp_path)
    assert list(weights.classes) == sorted(SAID)
    assert weights.classes["demand"].weights["ending=duty"] > 0 > weights.classes["assert"].weights["ending=duty"]
    passport = Passport.model_validate_json((tmp_path / PART / "meta.json").read_text(encoding="utf-8"))
    assert [(each.name, each.documents, each.statements) for each in passport.data] == [
        ("learn", 5, 15), ("also", 5, 15), ("score", 5, 15),
    ]  # fmt: skip
    assert passport.writes == "statements.act"
    assert passport.scores["score"]["accuracy"] == 1.0
    assert "held out of learn: 15 statements, 1.000 right (always the commonest: 0.333)" in capsys.readouterr().out


@pytest.mark.ginza
@pytest.mark.usefixtures("_loaded")
def test_the_same_gold_gives_the_same_bytes(gold: Path, tmp_path: Path) -> None:
    written = []
    for name in ("first", "second"):
        acts.train(gold, out=tmp_path / name)
        written.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert written[0] == written[1]


def test_training_loads_a_pipeline_that_needs_no_weights(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def build(settings: object) -> None:
        asked.append(settings)
        raise ModelError("stop here")

    monkeypatch.setattr(acts, "build_pipeline", build)
    with pytest.raises(ModelError, match="stop here"):
        acts.train(gold)
    assert asked == [{"extractor_statements": {"confidence": False, "act": False}}]


def test_gold_that_cannot_be_read_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(acts, "build_pipeline", lambda settings: None)
    assert acts.main([str(tmp_path)]) == 2
    message = "neither gold.jsonl nor gold/ in it; name a folder of annotated articles"
    assert capsys.readouterr().err == f"{tmp_path}: {message}\n"
