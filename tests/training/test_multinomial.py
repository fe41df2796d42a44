"""Fitting acts and choosing the strength, on examples whose answer is known."""

import pytest

from extractor.training.act_examples import ActExample
from extractor.training.multinomial import STRENGTHS, choose_strength, fit_classes, hold_out

pytest.importorskip("sklearn")

ACTS = ("assert", "demand", "evaluate")


def examples(docs: int = 12) -> list[ActExample]:
    """Return one statement of each act an article, with a feature that tells it and one of its own."""
    return [
        ActExample(f"a{number}", {f"shows-{act}": 1.0, f"own-{number}-{act}": 1.0}, act, True)
        for number in range(docs)
        for act in ACTS
    ]


def test_what_shows_an_act_makes_it_likeliest() -> None:
    weights = fit_classes(examples(), 0.5)
    assert [weights.likeliest({f"shows-{act}": 1.0}) for act in ACTS] == list(ACTS)


def test_weights_are_sorted_rounded_and_the_same_each_time() -> None:
    weights = fit_classes(examples(), 0.2)
    assert list(weights.classes) == list(ACTS)
    assert list(weights.classes["demand"].weights) == [f"shows-{act}" for act in ACTS]  # what occurs once is left out
    assert all(value == round(value, 3) for value in weights.classes["demand"].weights.values())
    assert fit_classes(examples(), 0.2).model_dump_json() == weights.model_dump_json()


def test_an_article_is_answered_by_a_model_that_has_not_seen_it() -> None:
    told = [ActExample(f"a{n}", {f"a{n}-{act}": 1.0}, act, True) for n in range(10) for act in ACTS for _ in range(2)]
    assert {fit_classes(told, 0.5).likeliest(each.features) == each.act for each in told} == {True}
    assert len(set(hold_out(told, 0.5).answers)) == 1


def test_the_strength_that_surprises_least_is_chosen() -> None:
    choice = choose_strength(examples())
    assert choice.strength == max(STRENGTHS)  # every feature tells the truth
    assert list(choice.answers) == [each.act for each in examples()]
    assert choice.log_loss < hold_out(examples(), min(STRENGTHS)).log_loss
