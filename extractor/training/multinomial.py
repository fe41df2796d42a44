"""Multinomial logistic regression: fitted on examples, its strength of regularisation chosen by folds of articles."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from extractor.trained import ClassWeights, LinearWeights
from extractor.training.act_examples import ActExample

STRENGTHS = (0.05, 0.1, 0.2, 0.3, 0.5)  # inverse strength of the L2 penalty, the strongest first
FOLDS = 10
_LEAST = 2  # examples that a feature must occur in
_PLACES = 3  # of a weight: more would differ between machines and be read by nobody
_TOLERANCE, _ITERATIONS = 1e-7, 5000


@dataclass(frozen=True, slots=True)
class ActChoice:
    """What the folds chose. strength: of ``STRENGTHS``.

    answers: for each example the act that a model answers which has not seen its article.
    """

    strength: float
    answers: tuple[str, ...]
    log_loss: float


def fit_classes(examples: Sequence[ActExample], strength: float) -> ClassWeights:
    """Return weights by act for every feature that occurs twice in ``examples``, sorted by name and rounded.

    examples: of three acts or more, for of two scikit-learn fits one set of weights.
    """
    counts = Counter(name for example in examples for name in example.features)
    names = sorted(name for name, count in counts.items() if count >= _LEAST)
    column = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in column:
                matrix[row, column[name]] = value
    model = LogisticRegression(C=strength, tol=_TOLERANCE, max_iter=_ITERATIONS)
    with threadpool_limits(1):  # several threads add up in another order each time, and wait for each other
        model.fit(matrix, np.array([example.act for example in examples]))
    rows = zip(model.classes_, model.intercept_, model.coef_, strict=True)
    return ClassWeights(classes={str(act): _weights(names, intercept, row) for act, intercept, row in rows})


def _weights(names: Sequence[str], intercept: float, row: Sequence[float]) -> LinearWeights:
    weights = {name: round(float(weight), _PLACES) + 0.0 for name, weight in zip(names, row, strict=True)}
    return LinearWeights(intercept=round(float(intercept), _PLACES), weights=weights)


def hold_out(examples: Sequence[ActExample], strength: float) -> ActChoice:
    """Return answers on ``examples``, each by a model of other folds; a fold is whole articles."""
    groups = [example.doc for example in examples]
    answers: dict[int, str] = {}
    losses = []
    for learn, held in GroupKFold(min(FOLDS, len(set(groups)))).split(groups, groups=groups):
        weights = fit_classes([examples[index] for index in learn], strength)
        for index in map(int, held):
            shares = weights.probabilities(examples[index].features)
            answers[index] = weights.likeliest(examples[index].features)
            losses.append(-math.log(max(shares.get(examples[index].act, 0.0), 1e-6)))
    loss = math.fsum(losses) / len(losses)
    return ActChoice(strength, tuple(answers[index] for index in range(len(examples))), loss)


def choose_strength(examples: Sequence[ActExample]) -> ActChoice:
    """Return the strength that surprises least on ``examples`` held out, with the answers."""
    return min((hold_out(examples, strength) for strength in STRENGTHS), key=lambda choice: choice.log_loss)
