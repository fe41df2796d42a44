"""Figures of acts."""

import pytest

from extractor.training.act_examples import ActExample
from extractor.training.act_scores import score_acts


def example(act: str, *, required: bool = True) -> ActExample:
    return ActExample("a1", {}, act, required)


def test_accuracy_majority_and_f1_of_each_act() -> None:
    examples = [example("assert"), example("assert"), example("assert"), example("evaluate")]
    figures = score_acts(examples, ["assert", "assert", "evaluate", "evaluate"])
    assert (figures.n, figures.accuracy, figures.majority) == (4, 0.75, 0.75)
    assert figures.f1 == {"assert": 0.8, "evaluate": 0.667}
    assert figures.macro_f1 == pytest.approx(0.734, abs=0.001)


def test_an_act_that_is_never_said_has_none_right() -> None:
    assert score_acts([example("deny"), example("assert")], ["assert", "assert"]).f1["deny"] == 0.0


def test_what_gold_does_not_require_does_not_count() -> None:
    figures = score_acts([example("assert"), example("deny", required=False)], ["assert", "assert"])
    assert (figures.n, figures.accuracy) == (1, 1.0)
