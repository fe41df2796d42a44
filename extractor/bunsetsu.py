"""Bunsetsu: where one ends, which of its words is its head, what particle it carries.

All ranges are token indexes, end exclusive.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.brackets import OPENING_QUOTES
from extractor.doc_text import words_of
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.syntax import JOINERS, NOMINAL

_PART = load_parts_of_speech()
_FUNCTION = (_PART.particle, _PART.auxiliary, _PART.suffix, _PART.auxiliary_stem)
_CLOSING_MARKS = (_PART.closing_bracket, _PART.comma, _PART.full_stop)
_KEY = "extractor_bunsetsu"

# What is kept of a token as bits: whether a bunsetsu begins with it, whether it can be a head, whether it can begin a
# particle, whether it is a mark or a blank, which is no part of one, whether it is a comma.
_BEGINS, _CONTENT, _PARTICLE, _NO_PART, _COMMA = 1, 2, 4, 8, 16


@dataclass(frozen=True, slots=True)
class Phrase:
    """A bunsetsu: content words and the function words after them.

    start, end: its tokens. head: its last content word. particle: its particles joined, also compound ones
    (は, には, に対し, によると), "" where it has none. comma: whether 、 ends it.
    """

    start: int
    end: int
    head: int
    particle: str
    comma: bool


def phrases(doc: Doc, start: int, end: int, units: dict[int, int]) -> Iterator[Phrase]:
    """Yield the bunsetsu of the tokens ``start`` to ``end`` of a parsed ``doc``.

    units: for the first token of each bracketed passage, the token after it; such a passage is one word.

    首相は/記者団に対し/「重要だ」との/見方を/示した。
    """
    marks, words = _marks(doc), words_of(doc)
    index = start
    while index < end:
        first = index
        index = min(units.get(index, index + 1), end)
        head = index - 1
        while index < end:
            if index in units:
                if words[index] in OPENING_QUOTES:
                    break
                index = min(units[index], end)
                continue
            if marks[index] & _BEGINS:
                break
            if marks[index] & _CONTENT:
                head = index
            index += 1
        yield _phrase(words, marks, first, index, head)


def _phrase(words: list[str], marks: bytes, start: int, end: int, head: int) -> Phrase:
    particle, comma = "", False
    for index in range(head + 1, end):
        mark = marks[index]
        comma = comma or bool(mark & _COMMA)
        if not mark & _NO_PART and (particle or mark & _PARTICLE):
            particle += words[index]
    return Phrase(start, end, head, particle, comma)


def head_words(doc: Doc, phrase: Phrase) -> list[Token]:
    """Return the head of ``phrase`` and the words after it, marks and blanks left out: 応じ|て in 取材に/応じて、."""
    return [token for token in doc[phrase.head : phrase.end] if not token.is_punct and not token.is_space]


def in_relative(doc: Doc, phrase: Phrase, end: int) -> bool:
    """Whether ``phrase`` belongs to a clause that modifies a noun before the token ``end``: サイトで|交わした言葉を."""
    head = doc[phrase.head].head
    return not phrase.comma and head.dep_ == "acl" and phrase.end <= head.i < end and head.head.i < end


def _marks(doc: Doc) -> bytes:
    """Return the bits of each token of ``doc``, made once and then kept with it."""
    marks = doc.user_data.get(_KEY)
    if marks is None:
        marks = doc.user_data[_KEY] = bytes(_made(doc))
    return bytes(marks)


class _Kind(NamedTuple):
    """What a tag tells. helping: whether it is a verb that can help another."""

    nominal: bool
    function: bool
    helping: bool
    particle: bool
    prefix: bool
    opening: bool
    closing: bool
    comma: bool


@cache
def _kind(tag: str) -> _Kind:
    return _Kind(
        tag.startswith(NOMINAL),
        tag.startswith((*_FUNCTION, *_CLOSING_MARKS)),
        tag.startswith(_PART.helping_verb),
        tag.startswith(_PART.particle),
        tag.startswith(_PART.prefix),
        tag.startswith(_PART.opening_bracket),
        tag.startswith(_PART.closing_bracket),
        tag.startswith(_PART.comma),
    )


class _Token(NamedTuple):
    """A token, and what it is where it stands. function: whether it leans on the word before it: 対し in に対し."""

    text: str
    kind: _Kind
    nominal: bool
    function: bool


def _made(doc: Doc) -> Iterator[int]:
    """Yield the bits of each token of ``doc``."""
    strings = doc.vocab.strings
    fixed, helping = strings["fixed"], strings["aux"]
    before = _Token("", _kind(""), nominal=False, function=False)
    rows = doc.to_array(["TAG", "DEP", "IS_PUNCT", "IS_SPACE"]).tolist()
    kinds = {tag: _kind(strings[tag]) for tag in {row[0] for row in rows}}
    for text, (tag, relation, is_mark, is_blank) in zip(words_of(doc), rows, strict=True):
        kind = kinds[tag]
        function = kind.function or relation == fixed or (kind.helping and relation == helping)
        token = _Token(text, kind, kind.nominal or text in JOINERS, function)
        content = (token.nominal or not function) and not is_blank
        yield (
            _BEGINS * _begins(before, token)
            | _CONTENT * content
            | _PARTICLE * (kind.particle or relation == fixed)
            | _NO_PART * bool(is_mark or is_blank)
            | _COMMA * kind.comma
        )
        before = token


def _begins(before: _Token, token: _Token) -> bool:
    """Whether a bunsetsu begins at ``token`` when ``before`` stands in front of it."""
    if before.kind.comma and not token.kind.closing:
        return True
    if token.function or before.kind.prefix or before.kind.opening:
        return False
    if token.kind.opening:
        return token.text in OPENING_QUOTES or not before.nominal
    if token.nominal and before.nominal:
        return False
    return token.text not in JOINERS and before.text not in JOINERS
