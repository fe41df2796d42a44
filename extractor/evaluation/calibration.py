"""Whether confidence means what it says: of statements with confidence 0.8, are eight in ten right?"""

import math
from collections.abc import Sequence
from itertools import pairwise

from extractor.evaluation.figures import Frozen

Estimate = tuple[float, bool]  # confidence, and whether the statement is right


class Bin(Frozen):
    """Statements of neighbouring confidence: how many, their mean confidence, the share of them that is right."""

    n: int
    confidence: float
    right: float


class Calibration(Frozen):
    """How well confidence ranks, and how far it lies from the truth.

    n: statements. right: the share of them that is right. ranking: the chance that a right one has more confidence
    than a wrong one, ties being half; None where all or none are right. brier: mean squared distance of confidence
    and truth (Brier, 1950); base_brier: the same for one who always says ``right``. log_loss: mean surprise, in nats,
    infinite where certainty was wrong. upper_half, lower_half: the share of right ones above and below the median.
    bins: groups of equal size, the least confidence first.
    """

    n: int
    right: float
    ranking: float | None
    brier: float
    base_brier: float
    log_loss: float
    upper_half: float
    lower_half: float
    bins: tuple[Bin, ...]


def calibrate(estimates: Sequence[Estimate], bins: int = 5) -> Calibration:
    """Return the figures of ``estimates``; the order of equal confidences is that in which they are given.

    bins: groups of equal size for the curve, fewer where there are fewer estimates.
    Raises ValueError where there are fewer than two estimates.
    """
    if len(estimates) < 2:
        raise ValueError("fewer than two statements rank in no way")
    bins = min(bins, len(estimates))
    ranked = sorted(estimates, key=lambda estimate: estimate[0])
    base = _right(ranked)
    middle = len(ranked) // 2
    cuts = [len(ranked) * number // bins for number in range(bins + 1)]
    return Calibration(
        n=len(ranked),
        right=round(base, 4),
        ranking=ranking([p for p, right in ranked if right], [p for p, right in ranked if not right]),
        brier=round(sum((p - right) ** 2 for p, right in ranked) / len(ranked), 4),
        base_brier=round(base * (1 - base), 4),
        log_loss=round(sum(_surprise(p, right) for p, right in ranked) / len(ranked), 4),
        upper_half=round(_right(ranked[middle:]), 4),
        lower_half=round(_right(ranked[:middle]), 4),
        bins=tuple(_bin(ranked[start:end]) for start, end in pairwise(cuts)),
    )


def ranking(right: Sequence[float], wrong: Sequence[float]) -> float | None:
    """Return the chance that a right statement has more confidence than a wrong one, a tie being half.

    1 is a perfect ranking, 0.5 none at all (the area under the ROC curve: Hanley and McNeil, 1982).
    None where either is empty.
    """
    if not right or not wrong:
        return None
    above = sum((r > w) + (r == w) / 2 for r in right for w in wrong)
    return round(above / (len(right) * len(wrong)), 4)


def _right(estimates: Sequence[Estimate]) -> float:
    return sum(right for _, right in estimates) / len(estimates)


def _surprise(confidence: float, right: bool) -> float:
    chance = confidence if right else 1 - confidence
    return -math.log(chance) if chance > 0 else math.inf


def _bin(estimates: Sequence[Estimate]) -> Bin:
    mean = sum(p for p, _ in estimates) / len(estimates)
    return Bin(n=len(estimates), confidence=round(mean, 4), right=round(_right(estimates), 4))
