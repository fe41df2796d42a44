"""Training the confidence: what is written, and that the same articles give the same bytes."""

import json
from pathlib import Path

import pytest

from extractor.api import Extractor
from extractor.attribution.confidence import FEATURE_SET, PART
from extractor.errors import ModelError
from extractor.trained import Passport, load_linear
from extractor.training import confidence

pytest.importorskip("sklearn")

RIGHT, WRONG = "山田市長は「あすは雨が降るだろう」と述べた。", "景気は年内に上向くとみられる。"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of five articles: what is quoted is a statement, what is thought by nobody is none."""
    folder = tmp_path / "gold"
    (folder / "texts").mkdir(parents=True)
    rows = []
    for number in range(5):
        (folder / "texts" / f"a{number}.txt").write_text(f"{RIGHT}\n{WRONG}\n", encoding="utf-8")
        source = {"mention": (0, 4), "generic": "市長"}
        statement = {"content": [(6, 16)], "form": "direct", "act": "predict", "source": [source]}
        rows.append(json.dumps({"doc": f"a{number}", "sha256": "", "statements": [statement]}))
    (folder / "gold.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


@pytest.fixture
def _loaded(extractor_loaded: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Train with the pipeline of the other tests; its weights change neither features nor outcomes."""
    monkeypatch.setattr(confidence, "build_pipeline", lambda settings: extractor_loaded.nlp)


@pytest.mark.ginza
@pytest.mark.usefixtures("_loaded")
def test_the_part_is_written_with_its_passport(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert confidence.main([str(gold), "--score", str(gold), "--out", str(tmp_path / PART)]) == 0
    weights = load_linear(PART, feature_set=FEATURE_SET, folder=tmp_path).weights
    assert weights["form=direct"] > 0 > weights["form=indirect"]
    passport = Passport.model_validate_json((tmp_path / PART / "meta.json").read_text(encoding="utf-8"))
    assert [(each.name, each.documents, each.statements) for each in passport.data] == [
        ("learn", 5, 10),
        ("score", 5, 10),
    ]
    assert passport.reads == ("headings", "quotes", "mentions", "entities", "cues", "contents", "speakers")
    assert passport.scores["score"]["ranking"] == 1.0
    shown = capsys.readouterr().out
    assert "held out of learn: 10 statements, 0.50 right, ranking 1.0" in shown


@pytest.mark.ginza
@pytest.mark.usefixtures("_loaded")
def test_the_same_gold_gives_the_same_bytes(gold: Path, tmp_path: Path) -> None:
    written = []
    for name in ("first", "second"):
        confidence.train(gold, also=gold, out=tmp_path / name)
        written.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert written[0] == written[1]


def test_training_loads_a_pipeline_that_needs_no_weights(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def build(settings: object) -> None:
        asked.append(settings)
        raise ModelError("stop here")

    monkeypatch.setattr(confidence, "build_pipeline", build)
    with pytest.raises(ModelError, match="stop here"):
        confidence.train(gold)
    assert asked == [{"extractor_statements": {"confidence": False, "act": False}}]


def test_gold_that_cannot_be_read_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(confidence, "build_pipeline", lambda settings: None)
    what = "annotated articles"
    assert confidence.main([str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path}: neither gold.jsonl nor gold/ in it; name a folder of {what}\n"
