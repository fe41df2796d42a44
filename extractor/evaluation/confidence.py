"""Whether confidence ranks: are statements with high confidence right more often?"""

from collections.abc import Iterable

from extractor.evaluation.calibration import Calibration, Estimate, calibrate
from extractor.evaluation.statements import Judged, is_spurious


def confidence_figures(judged: Iterable[Judged]) -> Calibration | None:
    """Return how well confidence ranks the statements that the main figures count, and how far it is to be believed.

    Right: found with the right speakers. Wrong: with others, or spurious. Optional gold counts for neither.
    None where there are fewer than two statements, or one has no confidence.
    """
    estimates: list[Estimate] = []
    for each in judged:
        if each.predicted is None or not (is_spurious(each) or (each.gold is not None and each.gold.required)):
            continue
        if each.predicted.confidence is None:
            return None
        estimates.append((each.predicted.confidence, each.right))
    return calibrate(estimates) if len(estimates) > 1 else None
