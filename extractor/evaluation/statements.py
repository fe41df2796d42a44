"""Counting what is right and wrong in the statements of one document.

The main figures count required gold. A prediction that matches optional or reported gold, or is itself of the
form "reported", is neither right nor wrong in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from extractor.evaluation.document import GoldDocument, GoldStatement
from extractor.evaluation.matching import match_statements
from extractor.evaluation.predictions import PredictedStatement, Prediction
from extractor.evaluation.spans import overlaps
from extractor.evaluation.speakers import SpeakerJudge
from extractor.records import Form

EDGES = '「」『』“”"、。 　\n'  # marks whose presence at the edges of a content is a matter of taste


class StatementCounts(NamedTuple):
    """Counts of one document or, added up, of several."""

    found: int = 0  # required gold statements that a prediction matches
    missed: int = 0
    spurious: int = 0  # predictions that match nothing
    joint: int = 0  # found, with the right speakers
    overlap: float = 0.0  # sum of the Dice overlaps of those found; the counts below are of those found too
    exact: int = 0  # same content but for EDGES
    form: int = 0
    act: int = 0
    with_cue: int = 0  # gold has a cue
    cue: int = 0  # and the predicted cue overlaps it
    reported_found: int = 0  # gold of the form "reported", optional ones left out
    reported_missed: int = 0
    reported_predicted: int = 0  # predictions of the form "reported"
    reported_right: int = 0  # those that match any gold statement


class SourceKind(StrEnum):
    """How the text gives the source of a gold statement."""

    STATED = "stated"
    ZERO = "zero"  # the subject is left out


def source_kind(gold: GoldStatement) -> SourceKind:
    """Return ZERO where there are sources and none is mentioned. A statement without any source is STATED."""
    zero = bool(gold.source) and all(source.mention is None for source in gold.source)
    return SourceKind.ZERO if zero else SourceKind.STATED


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold statement beside the prediction that matches it, or a spurious prediction (``gold`` None).

    overlap: Dice of the contents, 0 where there is no pair. right: whether the speakers are the right ones.
    """

    gold: GoldStatement | None
    predicted: PredictedStatement | None
    overlap: float = 0.0
    right: bool = False


def judge_statements(gold: GoldDocument, prediction: Prediction) -> list[Judged]:
    """Return every gold statement in order, then every prediction that matches none."""
    matching = match_statements(gold, prediction)
    judge = SpeakerJudge(gold, prediction)
    judged = []
    for j, statement in enumerate(gold.statements):
        if j in matching.of_gold:
            i, overlap = matching.of_gold[j]
            predicted = prediction.statements[i]
            judged.append(Judged(statement, predicted, overlap, judge.right(predicted, statement.source)))
        else:
            judged.append(Judged(statement, None))
    spurious = (p for i, p in enumerate(prediction.statements) if i not in matching.of_predicted)
    return judged + [Judged(None, predicted) for predicted in spurious]


def is_spurious(judged: Judged) -> bool:
    """Whether it counts against precision: matches nothing, and has a clause."""
    return judged.gold is None and judged.predicted is not None and judged.predicted.form != Form.REPORTED


def required_of(judged: list[Judged]) -> Iterator[tuple[GoldStatement, Judged]]:
    """Yield those with required gold, with that gold."""
    for each in judged:
        if each.gold is not None and each.gold.required:
            yield each.gold, each


def count_statements(judged: list[Judged], text: str) -> StatementCounts:
    """Return the counts of one document. ``text``: of its article."""
    required = list(required_of(judged))
    pairs = [(gold, each.predicted) for gold, each in required if each.predicted is not None]
    reported = [each for each in judged if each.gold and each.gold.form is Form.REPORTED and not each.gold.optional]
    reported_predicted = [each for each in judged if each.predicted and each.predicted.form == Form.REPORTED]
    return StatementCounts(
        found=len(pairs),
        missed=len(required) - len(pairs),
        spurious=sum(is_spurious(each) for each in judged),
        joint=sum(each.right for _, each in required),
        overlap=sum(each.overlap for _, each in required),
        exact=sum(content_text(gold, text) == predicted_text(predicted) for gold, predicted in pairs),
        form=sum(predicted.form == gold.form for gold, predicted in pairs),
        act=sum(predicted.act == gold.act for gold, predicted in pairs),
        with_cue=sum(gold.cue is not None for gold, _ in pairs),
        cue=sum(has_cue(predicted, gold) for gold, predicted in pairs),
        reported_found=sum(each.predicted is not None for each in reported),
        reported_missed=sum(each.predicted is None for each in reported),
        reported_predicted=len(reported_predicted),
        reported_right=sum(each.gold is not None for each in reported_predicted),
    )


def has_cue(predicted: PredictedStatement, gold: GoldStatement) -> bool:
    """Whether both have a cue, and the two overlap."""
    return predicted.cue is not None and gold.cue is not None and overlaps(predicted.cue.span, gold.cue)


def content_text(gold: GoldStatement, text: str) -> str:
    """Return the content of a gold statement without the marks at its edges."""
    return "".join(text[start:end] for start, end in gold.content).strip(EDGES)


def predicted_text(predicted: PredictedStatement) -> str:
    """Return the content of a predicted statement without the marks at its edges."""
    return "".join(piece.text for piece in predicted.content).strip(EDGES)
