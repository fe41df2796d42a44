import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import GoldError
from extractor.evaluation.document import GoldDocument
from extractor.evaluation.figures import Retrieval, flatten
from extractor.evaluation.parts import Part
from extractor.evaluation.predictions import Prediction
from extractor.evaluation.scoring import Evaluation, evaluate, evaluate_documents, gold_digest

RAIN = "首相は「雨だ」と述べた。また「傘を持て」と語った。外相は支持を表明した。米国とＮＡＴＯは来た。"
SNOW = "局長は雪だとした。"

Golds = list[GoldDocument]


@pytest.fixture
def golds(make_gold: Callable[..., GoldDocument]) -> Golds:
    premier = {"key": "首相", "names": ["首相"], "type": "person"}
    us = {"key": "アメリカ", "names": ["米国"], "type": "country", "iso": "US"}
    nato = {"names": ["ＮＡＴＯ"], "type": "organization"}
    rain = (
        {"content": ["雨だ"], "form": "direct", "cue": "述べた", "source": [{"mention": "首相", "key": "首相"}]},
        {"content": ["傘を持て"], "form": "direct", "cue": "語った", "act": "demand", "source": [{"key": "首相"}]},
        {"content": ["支持"], "form": "reported", "cue": "表明", "source": [{"mention": "外相", "generic": "外相"}]},
    )
    snow = ({"content": ["雪だ"], "cue": "した", "source": [{"mention": "局長", "generic": "局長"}]},)
    return [
        make_gold(RAIN, entities=(premier, us, nato), statements=rain, doc="rain"),
        make_gold(SNOW, statements=snow, doc="snow"),
    ]


def test_a_perfect_prediction_has_all_figures_at_one(golds: Golds, make_perfect: Any) -> None:
    evaluation = evaluate_documents(golds, [make_perfect(gold) for gold in golds])
    assert set(flatten(evaluation.scores).values()) == {1.0}
    assert set(evaluation.intervals.values()) <= {(1.0, 1.0), (0.0, 1.0)}  # reported gold is in one document only
    assert evaluation.mistakes == ()
    assert evaluation.other_text == ()


def test_no_prediction_scores_nothing(golds: Golds) -> None:
    evaluation = evaluate_documents(golds, [])
    assert set(flatten(evaluation.scores).values()) == {0.0}
    assert evaluation.missing == ("rain", "snow")
    assert evaluation.scores.missing == 2
    assert {kind.kind: kind.count for kind in evaluation.mistakes}["statement missed: direct"] == 2


def test_figures_of_two_documents_by_hand(golds: Golds, make_prediction: Any) -> None:
    said = (
        {"content": "雨だ", "form": "direct", "cue": "述べた", "speakers": ["首相"]},
        {"content": "傘を持て", "form": "direct", "cue": "語った", "speakers": ["外相"]},
        {"content": "米国とＮＡＴＯは来た", "speakers": []},
    )
    scores = evaluate_documents(golds, [make_prediction(RAIN, statements=said, doc="rain")], resamples=0).scores
    assert scores.detection == Retrieval(p=0.6667, r=0.6667, f1=0.6667, n=3)  # 2 of 3 given, 2 of 3 wanted
    assert scores.joint == Retrieval(p=0.3333, r=0.3333, f1=0.3333, n=3)
    assert scores.speaker_accuracy == 0.5
    assert scores.act_accuracy == 0.5
    assert scores.by_form == {"direct": Part(n=2, found=2, joint=1), "indirect": Part(n=1, found=0, joint=0)}
    assert sum(part.n for part in scores.by_distance.values()) == 3
    assert scores.by_source == {"stated": Part(n=2, found=1, joint=1), "zero": Part(n=1, found=1, joint=0)}
    assert scores.reported.n == 1
    assert (scores.documents, scores.missing) == (2, 1)


@given(data=st.data())
def test_the_order_of_documents_changes_nothing(data: st.DataObject) -> None:
    names = data.draw(st.permutations("abcd"))
    golds = [GoldDocument(doc=name, sha256="0", text=name) for name in names]
    predictions = [Prediction.model_validate({"source": {"path": name}, "text": name}) for name in sorted(names)]
    in_order = sorted(golds, key=lambda gold: gold.doc)
    assert evaluate_documents(golds, predictions, resamples=9) == evaluate_documents(in_order, predictions, resamples=9)


def test_the_order_of_predictions_changes_nothing(golds: Golds, make_perfect: Any) -> None:
    predictions = [make_perfect(gold) for gold in golds]
    assert evaluate_documents(golds, predictions) == evaluate_documents(golds[::-1], predictions[::-1])


def test_predictions_of_other_documents_are_passed_over(golds: Golds, make_perfect: Any, make_prediction: Any) -> None:
    predictions = [make_perfect(gold) for gold in golds]
    more = [make_prediction("余り", doc="other"), make_prediction("余り", doc="other")]
    assert evaluate_documents(golds, predictions + more) == evaluate_documents(golds, predictions)


def test_two_predictions_of_one_document_are_told(golds: Golds, make_prediction: Any) -> None:
    twice = [make_prediction(RAIN, doc="rain"), make_prediction(RAIN, doc="rain")]
    with pytest.raises(GoldError, match="two predictions for the document rain"):
        evaluate_documents(golds, twice)


def test_predictions_of_nothing_that_is_annotated_are_refused(tmp_path: Path, golds: Golds) -> None:
    (tmp_path / "gold.jsonl").write_text("".join(gold.model_dump_json() + "\n" for gold in golds), encoding="utf-8")
    (tmp_path / "pred.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(GoldError, match="no prediction of an annotated article"):
        evaluate(tmp_path / "gold.jsonl", tmp_path / "pred.jsonl")


def test_another_text_is_told(golds: Golds, make_prediction: Any) -> None:
    predictions = [make_prediction(RAIN + " ", doc="rain"), make_prediction(SNOW, doc="snow")]
    assert evaluate_documents(golds, predictions, resamples=0).other_text == ("rain",)


def test_the_seed_decides_the_intervals(golds: Golds, make_perfect: Any) -> None:
    predictions = [make_perfect(golds[0])]
    first, second, again = (evaluate_documents(golds, predictions, resamples=5, seed=seed) for seed in (1, 2, 1))
    assert first == again
    assert first.intervals != second.intervals


def test_the_digest_is_of_the_annotation_alone(golds: Golds) -> None:
    assert gold_digest(golds) == gold_digest(golds[::-1])
    assert gold_digest(golds) == gold_digest([gold.model_copy(update={"text": None}) for gold in golds])
    assert gold_digest(golds) != gold_digest(golds[:1])


def test_files_are_evaluated_and_the_outcome_survives_json(tmp_path: Path, golds: Golds, make_perfect: Any) -> None:
    predictions = [make_perfect(golds[0])]
    golds = [gold.model_copy(update={"text": None}) for gold in golds]
    lines = "".join(gold.model_dump_json(exclude={"text"}) + "\n" for gold in golds)
    (tmp_path / "gold.jsonl").write_text(lines, "utf-8")
    records = [prediction.model_dump(mode="json") for prediction in predictions]
    (tmp_path / "out.json").write_text(json.dumps(records), "utf-8")
    evaluation = evaluate(tmp_path / "gold.jsonl", tmp_path / "out.json", errors=1, resamples=5, seed=1)
    assert evaluation == evaluate_documents(golds, predictions, errors=1, resamples=5, seed=1)
    assert evaluation != evaluate_documents(golds, predictions, errors=1, resamples=5, seed=2)
    assert Evaluation.model_validate_json(evaluation.model_dump_json()) == evaluation
