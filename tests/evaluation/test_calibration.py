"""Calibration: figures worked out by hand."""

import math

import pytest

from extractor.evaluation.calibration import Bin, Estimate, calibrate, ranking

# by confidence: wrong, wrong, right, wrong, right, right
ESTIMATES: list[Estimate] = [(0.9, True), (0.1, False), (0.8, True), (0.4, True), (0.6, False), (0.2, False)]


def test_figures_of_six_statements() -> None:
    figures = calibrate(ESTIMATES, bins=3)
    assert (figures.n, figures.right) == (6, 0.5)
    assert figures.ranking == 0.8889  # eight of nine pairs
    assert figures.brier == round((0.01 + 0.01 + 0.04 + 0.36 + 0.36 + 0.04) / 6, 4)
    assert figures.base_brier == 0.25
    losses = [math.log(chance) for chance in (0.9, 0.9, 0.8, 0.4, 0.4, 0.8)]
    assert figures.log_loss == round(-sum(losses) / 6, 4)
    assert (figures.lower_half, figures.upper_half) == (0.3333, 0.6667)
    assert figures.bins == (
        Bin(n=2, confidence=0.15, right=0),
        Bin(n=2, confidence=0.5, right=0.5),
        Bin(n=2, confidence=0.85, right=1),
    )


def test_bins_hold_every_statement_once() -> None:
    assert [each.n for each in calibrate([*ESTIMATES, (0.3, True)], bins=5).bins] == [1, 1, 2, 1, 2]


def test_statements_that_are_all_right_rank_in_no_way() -> None:
    figures = calibrate([(0.5, True)] * 5)
    assert (figures.ranking, figures.base_brier, figures.brier) == (None, 0, 0.25)


def test_certainty_that_is_wrong_surprises_without_bound() -> None:
    assert calibrate([(1.0, False), (0.5, True)], bins=2).log_loss == math.inf


def test_few_statements_make_a_curve_of_few_bins() -> None:
    assert [each.n for each in calibrate(ESTIMATES[:2]).bins] == [1, 1]


def test_one_statement_ranks_in_no_way() -> None:
    with pytest.raises(ValueError, match="fewer than two statements"):
        calibrate(ESTIMATES[:1])


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        pytest.param([0.9], [0.1], 1.0, id="in-order"),
        pytest.param([0.1], [0.9], 0.0, id="upside-down"),
        pytest.param([0.5], [0.5, 0.4], 0.75, id="a-tie-is-half"),
        pytest.param([], [0.5], None, id="none-right"),
        pytest.param([0.5], [], None, id="none-wrong"),
    ],
)
def test_ranking(right: list[float], wrong: list[float], expected: float | None) -> None:
    assert ranking(right, wrong) == expected
