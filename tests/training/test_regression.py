"""Fitting and choosing, on examples whose answer is known."""

import pytest

from extractor.training.examples import Example
from extractor.training.regression import Choice, choose, estimate, fit, hold_out

pytest.importorskip("sklearn")


def examples(*, flipped: bool = False, docs: int = 12) -> list[Example]:
    """Return four statements an article: ``good`` ones are right (flipped: wrong) in three of four articles."""
    made = []
    for number in range(docs):
        for good in (True, False, True, False):
            right = good ^ flipped if number % 4 else not (good ^ flipped)
            made.append(Example(f"a{number}", {"good": 1.0} if good else {"bad": 1.0}, right))
    return made


def test_what_is_right_more_often_weighs_more() -> None:
    weights = fit(examples(), 1.0)
    assert weights.weights["good"] > 0 > weights.weights["bad"]
    assert weights.probability({"good": 1.0}) == pytest.approx(0.75, abs=0.05)


def test_weights_are_sorted_rounded_and_the_same_each_time() -> None:
    weights = fit(examples(), 0.5)
    assert list(weights.weights) == ["bad", "good"]
    assert all(value == round(value, 3) for value in weights.weights.values())
    assert fit(examples(), 0.5).model_dump_json() == weights.model_dump_json()


def test_a_weaker_penalty_lets_weights_grow() -> None:
    assert fit(examples(), 2.0).weights["good"] > fit(examples(), 0.05).weights["good"]


def test_estimates_stand_beside_the_truth() -> None:
    weights = fit(examples(), 1.0)
    assert estimate(examples()[4:6], weights) == (
        (weights.probability({"good": 1.0}), True),
        (weights.probability({"bad": 1.0}), False),
    )


def test_an_article_is_estimated_by_a_model_that_has_not_seen_it() -> None:
    # the one feature of each article tells the truth about it: who has seen the article knows, nobody else does
    told = [Example(f"a{n}", {f"a{n}-{number % 2}": 1.0}, bool(number % 2)) for n in range(10) for number in range(4)]
    seen = [confidence for confidence, right in estimate(told, fit(told, 2.0)) if right]
    held = [confidence for confidence, _ in hold_out(told, (), 2.0)]
    assert min(seen) > 0.6
    assert max(held) - min(held) < 0.1


def test_further_examples_are_taken_where_they_help_and_left_where_they_mislead() -> None:
    few = examples(docs=5)
    assert choose(few, examples(docs=40)).also
    assert not choose(examples(), examples(flipped=True, docs=40)).also


def test_without_further_examples_there_is_only_the_strength_to_choose() -> None:
    choice = choose(examples(), ())
    assert isinstance(choice, Choice)
    assert not choice.also
    assert len(choice.estimates) == len(examples())
