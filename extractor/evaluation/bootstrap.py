"""Confidence intervals by the bootstrap over articles.

Articles, not statements, are drawn: statements of one article share its style and its speakers. The interval is
the percentile one (Efron and Tibshirani, 1993, An Introduction to the Bootstrap, chapter 13).
"""

import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Interval = tuple[float, float]  # lower and upper bound, 95 %

T = TypeVar("T")


def intervals(
    articles: Sequence[T], measure: Callable[[Sequence[T]], Mapping[str, float]], *, resamples: int, seed: int
) -> dict[str, Interval]:
    """Return the 95 % interval of each figure that ``measure`` gives.

    articles: what is drawn from, with replacement, as many as there are; the counts of one article each. A figure
    that ``measure`` gives for some draws only has its interval from those.
    Returns nothing where there are fewer than two resamples, or fewer than two articles: of one article nothing
    can be told about others.
    """
    if resamples < 2 or len(articles) < 2:
        return {}
    draw = random.Random(seed)
    drawn: dict[str, list[float]] = {}
    for _ in range(resamples):
        for name, value in measure(draw.choices(articles, k=len(articles))).items():
            drawn.setdefault(name, []).append(value)
    return {name: _middle(values) for name, values in drawn.items() if len(values) > 1}


def _middle(values: list[float]) -> Interval:
    """Return the bounds of the middle 95 % of ``values``: the first and last of 39 cuts into 40 parts."""
    cuts = statistics.quantiles(values, n=40, method="inclusive")
    return round(cuts[0], 4), round(cuts[-1], 4)
