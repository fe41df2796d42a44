"""How far from a gold statement its speaker is given in the text."""

from enum import StrEnum

from extractor.evaluation.document import GoldDocument, GoldSource, GoldStatement
from extractor.evaluation.spans import Span

_ENDS_OF_SENTENCES = frozenset("。！？!?")


class Distance(StrEnum):
    """Where the words that give the speaker stand, seen from the statement; a line is a paragraph."""

    SAME_SENTENCE = "same sentence"
    EARLIER_SENTENCE = "earlier sentence"
    EARLIER_PARAGRAPH = "earlier paragraph"
    LATER = "later"
    NOWHERE = "nowhere"  # nobody is named, or by no word of the text


def speaker_distance(statement: GoldStatement, document: GoldDocument, text: str) -> Distance:
    """Return how far off the first source of ``statement`` is given.

    A stated source stands where the annotation has it; one left out stands where the text last gives its name, or
    the noun for it, before the statement. text: of the article.

    「雨だ」と首相は述べた。「雪だ」とも述べた。  →  SAME_SENTENCE for 雨だ, EARLIER_SENTENCE for 雪だ
    """
    if not statement.source:
        return Distance.NOWHERE
    start, end = _extent(statement)
    source = statement.source[0]
    places = [source.mention] if source.mention else _places(source, document, text)
    before = max((place for place in places if place[0] < end), default=None)
    if before is not None:
        return _between(text[before[1] : start])
    after = min(places, default=None)
    if after is None:
        return Distance.NOWHERE
    return Distance.SAME_SENTENCE if _in_one_sentence(text[end : after[0]]) else Distance.LATER


def _extent(statement: GoldStatement) -> Span:
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _places(source: GoldSource, document: GoldDocument, text: str) -> list[Span]:
    """Return where the text names an omitted source: mentions of its entity, else its noun."""
    named = [span for entity in document.entities if entity.key == source.key for span in entity.mentions]
    if named or not source.generic:
        return named
    noun = source.generic
    return [(at, at + len(noun)) for at in range(len(text)) if text.startswith(noun, at)]


def _between(gap: str) -> Distance:
    """Return the distance over the ``gap`` between the source and the statement after it."""
    if "\n" in gap:
        return Distance.EARLIER_PARAGRAPH
    return Distance.SAME_SENTENCE if _in_one_sentence(gap) else Distance.EARLIER_SENTENCE


def _in_one_sentence(gap: str) -> bool:
    return not _ENDS_OF_SENTENCES.intersection(gap) and "\n" not in gap
