"""A text as the string of its words' normal forms, in which a wording is found whatever its inflection or numerals.

発射した is 発射為るた, of which 発射為る, the normal form of 発射する, is a slice.
The normal forms are SudachiPy's: 第五条, 第５条 and 第5条 are one, as are ヴェトナム and ベトナム.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

from spacy.tokens import Doc

from extractor.brackets import QUOTE_PAIRS
from extractor.doc_text import norms_of, words_of
from extractor.lexicon.forms import FormIndex

#: Returns where the short words of a word end: 安全保障条約  →  (2, 4, 6).
ShortWords = Callable[[str], tuple[int, ...]]

#: Returns each word of a wording with its normal form: 発射した  →  (発射, 発射), (し, 為る), (た, た).
WordForms = Callable[[str], Iterable[tuple[str, str]]]

V = TypeVar("V")

_QUOTES = frozenset(QUOTE_PAIRS) | frozenset(QUOTE_PAIRS.values())
_BREAK = "\n"  # stands for a line break, which no wording holds


class NormalForms:
    """The normal forms of ``doc``, or of a part of one.

    Quotation marks are left out: 「安全の保証」の枠組み is 安全の保証の枠組み.
    """

    def __init__(self, doc: Doc, short_words: ShortWords, tokens: range | None = None) -> None:
        """short_words: where a word may be cut (安全保障|条約), as ``short_words_of`` gives them. tokens: the part."""
        self._doc, self._words, norms = doc, words_of(doc), norms_of(doc)
        part = range(len(doc)) if tokens is None else tokens
        self._tokens = [i for i in part if self._words[i] not in _QUOTES]
        self._forms = [_normal_form(self._words[i], norms[i]) for i in self._tokens]
        self._short_words = short_words
        self._starts = list(accumulate(map(len, self._forms), initial=0))
        self.text = "".join(self._forms)

    def characters(self, start: int, end: int) -> tuple[int, int] | None:
        """Return which characters of the doc have the normal forms from ``start`` to ``end``, None where no words do.

        Words are whole, but for compounds, which may be cut between two of their short words: 安全保障|条約.
        """
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end) - 1
        left, right = self._cut(first, start), self._cut(last, end)
        return None if left is None or right is None else (left, right)

    def find(self, index: FormIndex[V]) -> Iterator[tuple[int, int, tuple[int, int], V]]:
        """Yield each form of ``index``: its place here, start and end, the characters of the doc, what it stands for.

        In the order of the text; of forms that begin at one place the longest first.
        """
        for place in index.places(self.text):
            for end, value in index.at(self.text, place):
                span = self.characters(place, end)
                if span is not None:
                    yield place, end, span, value

    def _cut(self, index: int, place: int) -> int | None:
        """Return the character of the doc at ``place``, which the word ``index`` holds or touches."""
        token, offset = self._tokens[index], place - self._starts[index]
        start, word, form = self._doc[token].idx, self._words[token], self._forms[index]
        if offset == 0:
            return start
        if offset == len(form):
            return start + len(word)
        written = len(form) == len(word) and form == word.casefold()
        return start + offset if written and offset in self._short_words(word) else None


def _normal_form(word: str, norm: str) -> str:
    """Return the normal form of ``word``: of a line break itself, of other blanks nothing. norm: SudachiPy's, or ""."""
    if word.isspace():
        return _BREAK if _BREAK in word else ""
    return (norm or word).casefold()


def normalise(words: Sequence[str], forms: WordForms) -> list[str]:
    """Return the normal form of each wording. forms: of its words, as ``ArticleTokenizer.normal_forms`` gives them."""
    return [
        "".join((form or written).casefold() for written, form in forms(each) if written not in _QUOTES)
        for each in words
    ]


def short_words_of(split: Callable[[str], Iterable[str]]) -> ShortWords:
    """Return a function that remembers where short words end. split: yields the short words of a word, in order."""

    @lru_cache(10_000)
    def ends(word: str) -> tuple[int, ...]:
        found, place = [], 0
        for part in split(word):
            place += len(part)
            found.append(place)
        return tuple(found)

    return ends
