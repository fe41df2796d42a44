"""The sentences of a content, each with its last predicate."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractor.layers import ContentFound
from extractor.syntax import (
    is_auxiliary_stem,
    is_ending,
    is_full_stop,
    is_helping_verb,
    is_mark,
    is_particle,
    is_verb,
    is_verbal_noun,
    token_range,
)


@dataclass(frozen=True, slots=True)
class ContentSentence:
    """One sentence of a content.

    start, end: its tokens without the marks behind it. predicate: token of its last predicate, the last word where it
    has none.
    """

    start: int
    end: int
    predicate: int


def split_content(doc: Doc, content: ContentFound) -> Iterator[ContentSentence]:
    """Yield the sentences from the content's first piece to its last, in text order; marks alone are none.

    「助かった。ありがとう」  →  助かった, ありがとう
    """
    start, end = token_range(doc, content.start, content.end)
    for index in range(start, end):
        if is_full_stop(doc[index]) or (doc[index].is_space and "\n" in doc[index].text):
            yield from _sentence(doc, start, index)
            start = index + 1
    yield from _sentence(doc, start, end)


def _sentence(doc: Doc, start: int, end: int) -> Iterator[ContentSentence]:
    while end > start and (doc[end - 1].is_space or is_mark(doc[end - 1])):
        end -= 1
    if start < end:
        predicate = end - 1
        while predicate > start and _stands_behind(doc[predicate], doc[predicate - 1]):
            predicate -= 1
        yield ContentSentence(start, end, predicate)


def _stands_behind(token: Token, before: Token) -> bool:
    """Whether ``token`` can be the ending of a predicate that ``before`` belongs to."""
    if is_helping_verb(token):
        return is_particle(before) or is_ending(before) or is_verb(before) or is_verbal_noun(before)
    return is_particle(token) or is_ending(token) or is_auxiliary_stem(token) or is_mark(token)
