"""Quotations of headlines that the article repeats: what is said there is said by whoever says it below.

首相、増税見送りに含み　「腰折れ避ける」 … 首相は「経済の腰折れを避ける」と述べた。
"""

from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Doc

from extractor.layers import ContentFound
from extractor.records import Form
from extractor.syntax import slice_text

RULE = "echo"
_MARKS = "。、，．・！？!?…「」『』（）() 　\n"
_SHORTEST = 6  # characters of a quotation that can be known again
_SHARED = 0.7  # share of its pairs of characters
_REACH = 40  # contents behind a headline among which its whole is sought


class Echoes:
    """Contents of one Doc, to find those that say the same as one before them with more words."""

    def __init__(self, doc: Doc, contents: Iterable[ContentFound]) -> None:
        """contents: those that are said in full."""
        self._doc = doc
        self._contents = sorted(contents, key=lambda content: content.start)
        self._starts = [content.start for content in self._contents]

    def whole(self, content: ContentFound) -> ContentFound | None:
        """Return the first of the contents behind ``content`` that says the same in full, None where none does."""
        pairs = _pairs(slice_text(self._doc, content.start, content.end))
        if len(pairs) + 1 < _SHORTEST:
            return None
        behind = bisect_left(self._starts, content.end)
        for other in self._contents[behind : behind + _REACH]:
            shared = pairs & _pairs(slice_text(self._doc, other.start, other.end))
            if other.form != Form.REPORTED and len(shared) >= _SHARED * len(pairs):
                return other
        return None


def _pairs(text: str) -> set[str]:
    """Return each two characters that stand side by side, marks left out."""
    letters = "".join(char for char in text if char not in _MARKS)
    return {letters[place : place + 2] for place in range(len(letters) - 1)}
