"""The words of an article as plain data: offsets, tags, and the kinds of character in them.

Finders work on this view rather than on spaCy's ``Doc``: a name may be one character inside a token.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import TypeVar

from extractor.lexicon.forms import FormIndex
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.doc_words import DocWords

V = TypeVar("V")

_PART = load_parts_of_speech()
PERSON_TAG = _PART.person_name
SURNAME_TAG = _PART.surname
GIVEN_TAG = _PART.given_name
PLACE_TAG = _PART.place_name
STATE_TAG = _PART.state_name
PROPER_TAG = _PART.proper_noun
NOUN_TAG = _PART.noun

_BRACKETS = frozenset("（）()")
_PIECE = re.compile(r"[（）()]|[^（）()]+")

KATAKANA = re.compile(r"[ァ-ヺー]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
KANJI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆ヶ\U00020000-\U0003ffff]")


def _pieces(word: str, start: int, tag: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and tag of each piece of ``word``, which is cut before and behind brackets."""
    bracket = tag if tag.startswith(_PART.mark) else _PART.bracket
    for piece in _PIECE.finditer(word):
        yield start + piece.start(), start + piece.end(), bracket if piece.group() in _BRACKETS else tag


def is_katakana(text: str) -> bool:
    """Whether ``text`` is katakana throughout; False where it is empty. トランプ → True"""
    return bool(text) and all(KATAKANA.match(char) for char in text)


def is_latin(text: str) -> bool:
    """Whether ``text`` is Latin letters throughout; False where it is empty. NATO → True"""
    return bool(text) and all(LATIN.match(char) for char in text)


def is_kanji(text: str) -> bool:
    """Whether ``text`` is Chinese characters throughout; False where it is empty. 佐々木 → True"""
    return bool(text) and all(KANJI.match(char) for char in text)


@dataclass(frozen=True)
class Words:
    """The words of an article in order.

    starts, ends: offsets in ``text``, end exclusive. tags: SudachiPy's parts of speech. unknown: whether no vector
    was trained for the word, as for most names that are new. unlisted: whether the dictionary lacks it.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    tags: Sequence[str]
    unknown: Sequence[bool]
    unlisted: Sequence[bool]

    @classmethod
    def of(cls, doc: DocWords) -> "Words":
        """Return the words of ``doc`` without blanks; a word with its reading is cut: 柚衣|（|ゆい|）."""
        odd = {word for word in set(doc.words) if word.isspace() or not _BRACKETS.isdisjoint(word)}
        rows: list[tuple[int, int, str, int]] = []
        for index, (word, start, end, tag) in enumerate(zip(doc.words, doc.starts, doc.ends, doc.tags, strict=True)):
            if word not in odd:
                rows.append((start, end, tag, index))
            elif not word.isspace():
                rows.extend((*piece, index) for piece in _pieces(word, start, tag))
        starts, ends, tags, places = zip(*rows, strict=True) if rows else ((), (), (), ())
        return cls(
            text=doc.text,
            starts=starts,
            ends=ends,
            tags=tags,
            unknown=[doc.unknown[index] for index in places],
            unlisted=[doc.unlisted[index] for index in places],
        )

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """Return the word at ``index``."""
        return self.text[self.starts[index] : self.ends[index]]

    @cached_property
    def by_start(self) -> dict[int, int]:
        """From offset to the word that begins there."""
        return {start: index for index, start in enumerate(self.starts)}

    @cached_property
    def by_end(self) -> dict[int, int]:
        """From offset to the word that ends there."""
        return {end: index for index, end in enumerate(self.ends)}

    def places(self, index: FormIndex[V]) -> Iterator[int]:
        """Yield the offsets at which a word begins, and a form of ``index`` may."""
        return compress(self.starts, index.may_begin(*self._openings))

    @cached_property
    def _openings(self) -> tuple[list[str], list[str]]:
        """The first two characters from the beginning of each word on, and the first one."""
        pairs = [self.text[start : start + 2] for start in self.starts]
        return pairs, [pair[0] for pair in pairs]

    def endings(self, index: FormIndex[V]) -> Iterator[int]:
        """Yield the offsets at which a word ends, and a form of ``index`` may."""
        return filter(self.by_end.__contains__, index.endings(self.text))

    def covering(self, offset: int) -> int:
        """Return the word at or before ``offset``, -1 where there is none."""
        return bisect_right(self.starts, offset) - 1

    def begins(self, offset: int) -> bool:
        """Whether a word begins at ``offset`` or nothing but blanks is there."""
        return offset in self.by_start or not self._inside(offset)

    def stops(self, offset: int) -> bool:
        """Whether a word ends at ``offset`` or nothing but blanks is before it."""
        return offset in self.by_end or not self._inside(offset)

    def _inside(self, offset: int) -> bool:
        index = self.covering(offset - 1)
        return index >= 0 and self.starts[index] < offset < self.ends[index]

    def inside(self, start: int, end: int) -> range:
        """Return the indexes of all words that share a character with ``text[start:end]``."""
        first = self.covering(start)
        if first < 0 or self.ends[first] <= start:
            first += 1
        last = first
        while last < len(self) and self.starts[last] < end:
            last += 1
        return range(first, last)

    def tags_in(self, start: int, end: int) -> list[str]:
        """Return the tags of all words that share a character with ``text[start:end]``."""
        return [self.tags[index] for index in self.inside(start, end)]

    def joined(self, left: int, right: int) -> bool:
        """Whether the words at ``left`` and ``right`` stand side by side without a blank."""
        return 0 <= left < right < len(self) and self.ends[left] == self.starts[right]

    def same_kind_beside(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether the katakana or Latin run at either edge of ``text[start:end]`` goes on outside.

        スラン in フランス → (False, False) for フランス, (True, False) for ランス
        """
        return _goes_on(self.text, start - 1, start), _goes_on(self.text, end, end - 1)


def _goes_on(text: str, outside: int, edge: int) -> bool:
    if not 0 <= outside < len(text):
        return False
    return any(kind.match(text[outside]) and kind.match(text[edge]) for kind in (KATAKANA, LATIN))
