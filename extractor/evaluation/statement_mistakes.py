"""What went wrong with the statements of one document.

Only what the main figures count: required gold, and predictions that match nothing and have a clause.
"""

from collections.abc import Iterator

from extractor.evaluation.document import GoldSource, GoldStatement
from extractor.evaluation.mistakes import Mistake, on_one_line, words_at
from extractor.evaluation.predictions import PredictedStatement
from extractor.evaluation.spans import Span
from extractor.evaluation.statements import (
    EDGES,
    Judged,
    content_text,
    has_cue,
    is_spurious,
    predicted_text,
    required_of,
)


def statement_mistakes(judged: list[Judged], doc: str, text: str) -> Iterator[Mistake]:
    """Yield every mistake, gold statements first. ``text``: of the article."""
    for gold, each in required_of(judged):
        wanted = f"{_gold_words(gold, text)} <{_sources(gold, text)}>"
        if each.predicted is None:
            yield Mistake(f"statement missed: {gold.form.value}", doc, wanted)
            continue
        if not each.right and (gold.source or each.predicted.speakers):
            yield Mistake(_speaker_kind(gold, each.predicted), doc, f"{wanted} got <{_speakers(each.predicted)}>")
        yield from _content_mistakes(gold, each.predicted, doc, text)
        yield from _other_mistakes(gold, each.predicted, doc, text)
    for each in judged:
        if each.predicted is not None and is_spurious(each):
            shown = f"{_predicted_words(each.predicted)} <{_speakers(each.predicted)}>"
            yield Mistake(f"statement spurious: {each.predicted.form}", doc, shown)


def _speaker_kind(gold: GoldStatement, predicted: PredictedStatement) -> str:
    """Return the kind of mistake by how the text gives the source, and by whether any speaker was found."""
    if not gold.source:
        return "speaker given: nobody is named"
    found = "wrong" if predicted.speakers else "not found"
    if all(source.mention is None for source in gold.source):
        return f"speaker {found}: left out in the text"
    if all(source.key is None for source in gold.source):
        return f"speaker {found}: unnamed in the text"
    return f"speaker {found}: stated in the text"


def _content_mistakes(gold: GoldStatement, predicted: PredictedStatement, doc: str, text: str) -> Iterator[Mistake]:
    if content_text(gold, text) == predicted_text(predicted):
        return
    start, end = _bare(gold.content, text)
    predicted_start, predicted_end = _bare(predicted.spans, text)
    shown = f"{_gold_words(gold, text)} got {_predicted_words(predicted)}"
    kinds = {
        "content starts too early (too long)": predicted_start < start,
        "content starts too late (too short)": predicted_start > start,
        "content ends too late (too long)": predicted_end > end,
        "content ends too early (too short)": predicted_end < end,
        "content differs between its ends": (predicted_start, predicted_end) == (start, end),
    }
    yield from (Mistake(kind, doc, shown) for kind, made in kinds.items() if made)


def _bare(spans: tuple[Span, ...], text: str) -> Span:
    """Return where a content starts and ends once the marks at its edges are taken off."""
    offsets = [offset for start, end in spans for offset in range(start, end) if text[offset : offset + 1] not in EDGES]
    return (offsets[0], offsets[-1] + 1) if offsets else spans[0]


def _other_mistakes(gold: GoldStatement, predicted: PredictedStatement, doc: str, text: str) -> Iterator[Mistake]:
    words = _gold_words(gold, text)
    if predicted.form != gold.form:
        yield Mistake(f"form wrong: {gold.form.value}", doc, f"{words} got {predicted.form}")
    if predicted.act != gold.act:
        yield Mistake(f"act wrong: {gold.act.value}", doc, f"{words} got {predicted.act}")
    if gold.cue is not None and not has_cue(predicted, gold):
        found = "wrong" if predicted.cue else "not found"
        got = f" got {predicted.cue.text}" if predicted.cue else ""
        yield Mistake(f"cue {found}", doc, f"{words} ({words_at(*gold.cue, text)}){got}")


def _gold_words(gold: GoldStatement, text: str) -> str:
    return on_one_line(" … ".join(words_at(start, end, text) for start, end in gold.content))


def _predicted_words(predicted: PredictedStatement) -> str:
    return on_one_line(" … ".join(piece.text for piece in predicted.content))


def _sources(gold: GoldStatement, text: str) -> str:
    return "; ".join(_source(source, text) for source in gold.source)


def _source(source: GoldSource, text: str) -> str:
    """Return the words of the text, and who is meant by them where that is another word."""
    meant = source.key or source.generic or ""
    words = words_at(*source.mention, text) if source.mention else "∅"
    return words if meant in words and meant else f"{words} = {meant}"


def _speakers(predicted: PredictedStatement) -> str:
    return "; ".join(speaker.text or "?" for speaker in predicted.speakers)
