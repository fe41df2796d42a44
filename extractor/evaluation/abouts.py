"""Counting what found statements are about, when they were said, and what their speakers think of it.

Only statements that are found count, and only in documents whose gold says these things.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from extractor.evaluation.document import GoldDocument, GoldStatement
from extractor.evaluation.predictions import PredictedStatement
from extractor.evaluation.statements import Judged
from extractor.records import Place


class AboutCounts(NamedTuple):
    """Counts of one document or, added up, of several."""

    documents: int = 0  # whose gold says what statements are about
    right: int = 0  # topics of statements
    spurious: int = 0
    missed: int = 0
    content: int = 0  # topics that words of the content show
    content_found: int = 0
    sentence: int = 0  # words of the sentence
    sentence_found: int = 0
    inherited: int = 0  # words before it
    inherited_found: int = 0
    dated: int = 0  # the text tells when it was said
    dates_given: int = 0  # whether it does or not
    dates_right: int = 0
    dated_here: int = 0  # the sentence tells
    dates_right_here: int = 0
    stances: int = 0  # topics found right towards which gold has a stance
    stances_given: int = 0  # of those
    judged: int = 0  # stances given towards topics found right, gold having one or not
    judged_right: int = 0


def count_abouts(gold: GoldDocument, judged: list[Judged]) -> AboutCounts:
    """Return the counts of one document; nothing but zeros where its gold does not say what statements are about."""
    counts = AboutCounts()
    if not gold.topics:
        return counts
    for wanted, predicted in found_statements(judged):
        counts = AboutCounts(*map(sum, zip(counts, _count(wanted, predicted), strict=True)))
    return counts._replace(documents=1)


def found_statements(judged: list[Judged]) -> Iterator[tuple[GoldStatement, PredictedStatement]]:
    """Yield each gold statement that is found, with what was found."""
    for each in judged:
        if each.gold is not None and each.predicted is not None:
            yield each.gold, each.predicted


def _count(gold: GoldStatement, predicted: PredictedStatement) -> AboutCounts:
    stances = stances_of(predicted)
    both = gold.about.keys() & stances.keys()
    wanted = {topic for topic in both if gold.about[topic].stance}
    given = {topic for topic in both if stances[topic]}
    places = Counter(about.where for about in gold.about.values())
    found = Counter(gold.about[topic].where for topic in both)
    date_right = gold.date is not None and predicted.date is not None and gold.date.value == predicted.date.value
    here = gold.date is not None and gold.date.where is Place.SENTENCE
    return AboutCounts(
        right=len(both),
        spurious=len(stances.keys() - gold.about.keys()),
        missed=len(gold.about.keys() - stances.keys()),
        content=places[Place.CONTENT],
        content_found=found[Place.CONTENT],
        sentence=places[Place.SENTENCE],
        sentence_found=found[Place.SENTENCE],
        inherited=places[Place.INHERITED],
        inherited_found=found[Place.INHERITED],
        dated=gold.date is not None,
        dates_given=predicted.date is not None,
        dates_right=date_right,
        dated_here=here,
        dates_right_here=here and date_right,
        stances=len(wanted),
        stances_given=len(wanted & given),
        judged=len(given),
        judged_right=sum(gold.about[topic].stance == stances[topic] for topic in given),
    )


def stances_of(predicted: PredictedStatement) -> dict[str, str | None]:
    """Return the topics of a statement, each with the stance towards it, None where there is none."""
    return {about.topic: about.stance.value if about.stance else None for about in predicted.about if about.topic}
