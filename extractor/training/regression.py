"""Logistic regression: fitted on examples, its strength of regularisation chosen by folds of whole articles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from extractor.evaluation.calibration import Estimate, calibrate
from extractor.trained import LinearWeights
from extractor.training.examples import Example

STRENGTHS = (0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0)  # inverse strength of the L2 penalty, the strongest first
FOLDS = 10
_PLACES = 3  # of a weight: more would differ between machines and be read by nobody
_SOLVER, _TOLERANCE = "newton-cholesky", 1e-8


@dataclass(frozen=True, slots=True)
class Choice:
    """What the folds chose. strength: of ``STRENGTHS``. also: whether the further examples help.

    estimates: of the main examples, each by a model that has not seen its article.
    """

    strength: float
    also: bool
    estimates: tuple[Estimate, ...]


def fit(examples: Sequence[Example], strength: float) -> LinearWeights:
    """Return weights for every feature that occurs in ``examples``, sorted by name and rounded."""
    names = sorted({name for example in examples for name in example.features})
    model = LogisticRegression(C=strength, solver=_SOLVER, tol=_TOLERANCE)
    with threadpool_limits(1):  # several threads add up in another order each time, and wait for each other
        model.fit(_matrix(examples, names), np.array([example.right for example in examples]))
    weights = {name: round(float(weight), _PLACES) + 0.0 for name, weight in zip(names, model.coef_[0], strict=True)}
    return LinearWeights(intercept=round(float(model.intercept_[0]), _PLACES), weights=weights)


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> NDArray[np.float64]:
    column = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            matrix[row, column[name]] = value
    return matrix


def estimate(examples: Sequence[Example], weights: LinearWeights) -> tuple[Estimate, ...]:
    """Return the probability that each example is right, with the truth."""
    return tuple((weights.probability(example.features), example.right) for example in examples)


def hold_out(examples: Sequence[Example], also: Sequence[Example], strength: float) -> tuple[Estimate, ...]:
    """Return estimates of ``examples``, each by a model of ``also`` and of other folds; a fold is whole articles."""
    groups = [example.doc for example in examples]
    estimates: dict[int, Estimate] = {}
    for learn, held in GroupKFold(min(FOLDS, len(set(groups)))).split(groups, groups=groups):
        weights = fit([*(examples[index] for index in learn), *also], strength)
        fold = estimate([examples[index] for index in held], weights)
        estimates.update(zip(map(int, held), fold, strict=True))
    return tuple(estimates[index] for index in range(len(examples)))


def choose(examples: Sequence[Example], also: Sequence[Example]) -> Choice:
    """Return the strength, and whether to learn from ``also`` too, that surprise least on ``examples`` held out."""
    choices = [
        Choice(strength, bool(extra), hold_out(examples, extra, strength))
        for extra in (((), also) if also else ((),))
        for strength in STRENGTHS
    ]
    return min(choices, key=lambda choice: calibrate(choice.estimates).log_loss)
