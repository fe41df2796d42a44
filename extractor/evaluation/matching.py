"""Which predicted statement is which gold statement."""

from dataclasses import dataclass, field

from extractor.evaluation.document import GoldDocument
from extractor.evaluation.predictions import Prediction
from extractor.evaluation.spans import characters, dice

ENOUGH = 0.5  # least Dice overlap of two contents, in characters, for them to be the same statement


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs of statements by their indices, with the Dice overlap of their contents."""

    of_gold: dict[int, tuple[int, float]] = field(default_factory=dict)  # gold index: predicted index, overlap
    of_predicted: dict[int, tuple[int, float]] = field(default_factory=dict)


def match_statements(gold: GoldDocument, prediction: Prediction) -> Matching:
    """Pair statements whose contents overlap enough, one to one, the best pair first."""
    gold_sets = [characters(statement.content) for statement in gold.statements]
    predicted_sets = [characters(statement.spans) for statement in prediction.statements]
    pairs = [(dice(p, g), i, j) for i, p in enumerate(predicted_sets) for j, g in enumerate(gold_sets)]
    matching = Matching()
    for overlap, i, j in sorted(pairs, reverse=True):
        if overlap >= ENOUGH and i not in matching.of_predicted and j not in matching.of_gold:
            matching.of_predicted[i] = (j, overlap)
            matching.of_gold[j] = (i, overlap)
    return matching
