"""How many acts are right: accuracy beside that of always saying the commonest, and F1 of each act."""

from collections import Counter
from collections.abc import Sequence

from extractor.trained import PartFile
from extractor.training.act_examples import ActExample

_PLACES = 3


class ActScores(PartFile):
    """Figures on required statements. majority: accuracy of always saying the commonest act. f1: by act."""

    n: int
    accuracy: float
    majority: float
    macro_f1: float
    f1: dict[str, float]


def score_acts(examples: Sequence[ActExample], answers: Sequence[str]) -> ActScores:
    """Return the figures of ``answers`` on those of ``examples`` that gold requires; at least one must be required."""
    pairs = [(each.act, answer) for each, answer in zip(examples, answers, strict=True) if each.required]
    gold, said = Counter(act for act, _ in pairs), Counter(answer for _, answer in pairs)
    right = Counter(act for act, answer in pairs if act == answer)
    f1 = {act: round(2 * right[act] / (gold[act] + said[act]), _PLACES) for act in sorted(gold)}
    return ActScores(
        n=len(pairs),
        accuracy=round(right.total() / len(pairs), _PLACES),
        majority=round(max(gold.values()) / len(pairs), _PLACES),
        macro_f1=round(sum(f1.values()) / len(f1), _PLACES),
        f1=f1,
    )
