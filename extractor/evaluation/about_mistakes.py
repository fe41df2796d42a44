"""What went wrong with topics, dates and stances of the statements that are found in one document."""

from collections.abc import Iterator

from extractor.evaluation.abouts import found_statements, stances_of
from extractor.evaluation.document import GoldDocument, GoldStatement
from extractor.evaluation.mistakes import Mistake, on_one_line
from extractor.evaluation.predictions import PredictedStatement
from extractor.evaluation.statements import Judged


def about_mistakes(gold: GoldDocument, judged: list[Judged], text: str) -> Iterator[Mistake]:
    """Yield every mistake. ``text``: of the article."""
    for wanted, predicted in found_statements(judged) if gold.topics else ():
        words = on_one_line("".join(text[start:end] for start, end in wanted.content), width=60)
        for kind, shown in (*_topics(wanted, predicted), *_stances(wanted, predicted), *_dates(wanted, predicted)):
            yield Mistake(kind, gold.doc, f"{words}: {shown}")


def _topics(gold: GoldStatement, predicted: PredictedStatement) -> Iterator[tuple[str, str]]:
    found = stances_of(predicted).keys()
    yield from (("topic missed", topic) for topic in sorted(gold.about.keys() - found))
    yield from (("topic spurious", topic) for topic in sorted(found - gold.about.keys()))


def _stances(gold: GoldStatement, predicted: PredictedStatement) -> Iterator[tuple[str, str]]:
    stances = stances_of(predicted)
    for topic in sorted(stances.keys() & gold.about.keys()):
        wanted, given = gold.about[topic], stances[topic]
        if given and given != wanted:
            yield "stance wrong", f"{topic} {wanted or 'none'} got {given}"
        elif wanted and not given:
            yield "stance not found", f"{topic} {wanted}"


def _dates(gold: GoldStatement, predicted: PredictedStatement) -> Iterator[tuple[str, str]]:
    date = predicted.date.value if predicted.date else None
    if date == gold.date:
        return
    if gold.date is None:
        yield "date of saying spurious", f"{date}"
    else:
        yield f"date of saying {'wrong' if date else 'missed'}", f"{gold.date} got {date}"
