"""What went wrong with topics, dates and stances of the statements that are found in one document."""

from collections.abc import Iterator

from extractor.evaluation.abouts import found_statements, stances_of
from extractor.evaluation.document import GoldDocument, GoldStatement
from extractor.evaluation.mistakes import Mistake, on_one_line
from extractor.evaluation.predictions import PredictedStatement
from extractor.evaluation.statements import Judged
from extractor.records import Place

_PLACES = {Place.CONTENT: "in the content", Place.SENTENCE: "in its sentence", Place.INHERITED: "before it"}


def about_mistakes(gold: GoldDocument, judged: list[Judged], text: str) -> Iterator[Mistake]:
    """Yield every mistake. ``text``: of the article."""
    for wanted, predicted in found_statements(judged) if gold.topics else ():
        words = on_one_line("".join(text[start:end] for start, end in wanted.content), width=60)
        for kind, shown in (*_topics(wanted, predicted), *_stances(wanted, predicted), *_dates(wanted, predicted)):
            yield Mistake(kind, gold.doc, f"{words}: {shown}")


def _topics(gold: GoldStatement, predicted: PredictedStatement) -> Iterator[tuple[str, str]]:
    found = stances_of(predicted).keys()
    for topic in sorted(gold.about.keys() - found):
        yield f"topic missed: {_PLACES[gold.about[topic].where]}", topic
    yield from (("topic spurious", topic) for topic in sorted(found - gold.about.keys()))


def _stances(gold: GoldStatement, predicted: PredictedStatement) -> Iterator[tuple[str, str]]:
    stances = stances_of(predicted)
    for topic in sorted(stances.keys() & gold.about.keys()):
        wanted, given = gold.about[topic].stance, stances[topic]
        if given and given != wanted:
            yield "stance wrong", f"{topic} {wanted or 'none'} got {given}"
        elif wanted and not given:
            yield "stance not found", f"{topic} {wanted}"


def _dates(gold: GoldStatement, predicted: PredictedStatement) -> Iterator[tuple[str, str]]:
    date = predicted.date.value if predicted.date else None
    if gold.date is None:
        if date is not None:
            yield "date of saying spurious", date
    elif date != gold.date.value:
        yield (
            f"date of saying {'wrong' if date else 'missed'}: {_PLACES[gold.date.where]}",
            f"{gold.date.value} got {date}",
        )
