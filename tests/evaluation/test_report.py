from typing import Any

import pytest

from extractor.evaluation.report import render
from extractor.evaluation.scoring import evaluate_documents

TEXT = "首相は雨だと述べた。"
STATEMENT = {"content": ["雨だ"], "cue": "述べた", "source": [{"mention": "首相", "generic": "首相"}]}


@pytest.fixture
def report(make_gold: Any, make_prediction: Any) -> str:
    golds = [make_gold(TEXT, statements=(STATEMENT,), doc="a"), make_gold(TEXT, statements=(STATEMENT,), doc="b")]
    spurious = {"content": "首相は雨だと述べた", "form": "mixed", "confidence": 0.1}
    right = {"content": "雨だ", "cue": "述べた", "speakers": ["首相"], "confidence": 0.9}
    predicted = make_prediction(TEXT, statements=(right, spurious), doc="a")
    return render(evaluate_documents(golds, [predicted], errors=1, resamples=20))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["documents", "2"], id="documents"),
        pytest.param(["without", "prediction", "1", "b"], id="missing"),
        pytest.param(["detection", "0.5000", "0.5000", "0.5000"], id="detection"),
        pytest.param(["content", "exact", "1.0000"], id="share"),
        pytest.param(["indirect", "2", "1", "1", "0.5000"], id="form"),
        pytest.param(["source", "stated", "2", "1", "1", "0.5000"], id="source"),
        pytest.param(["speaker:", "same", "sentence", "2", "1", "1", "0.5000"], id="distance"),
        pytest.param(["confidence", "ranking", "1.0000"], id="ranking"),
        pytest.param(["right", "above", "the", "median", "1.0000"], id="upper-half"),
        pytest.param(["right", "below", "the", "median", "0.0000"], id="lower-half"),
        pytest.param(["1", "0.9000", "1.0000"], id="confidence-curve"),
        pytest.param(["1", "statement", "missed:", "indirect"], id="mistake"),
        pytest.param(["b:", "雨だ", "<首相>"], id="example"),
        pytest.param(["1", "statement", "spurious:", "mixed"], id="spurious"),
    ],
)
def test_a_line_tells(report: str, words: list[str]) -> None:
    assert any(line.split()[: len(words)] == words for line in report.splitlines())


def test_the_interval_stands_beside_the_figure(report: str) -> None:
    line = next(line for line in report.splitlines() if line.startswith("detection"))
    assert "–" in line.split()[4]


def test_no_line_ends_in_blanks(report: str) -> None:
    assert report.endswith("\n")
    assert all(line == line.rstrip() for line in report.splitlines())
