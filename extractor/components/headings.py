"""Headings: the lines that head a section of the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractor.doc_text import text_of
from extractor.layers import Heading, write_layer

LONGEST = 45  # characters of an unmarked heading; longer lines without 。 are captions or list items

_MARKED = re.compile(
    r"#{1,6}[ 　]+"  # Markdown
    r"|[■◆◇▼▽●□○◎★☆][ 　]*"
    r"|【(?=[^】]+】$)|＜(?=[^＞]+＞$)|<(?=[^>]+>$)"  # a line that is one bracket
    r"|第[一二三四五六七八九十\d]+[章節部][ 　]"
)
_BULLET = re.compile(r"[•・‣◦*\-–—]|[0-9]{1,2}[.)．）]|[（(][0-9一二三四五六七八九十]+[)）]|[①-⑳]")
#: A line that opens with a date and holds little more: 2025年8月17日(日) 9時30分, 令和７年８月17日.
_DATE = re.compile(
    r"\S{1,6}年[ 　]?\S{1,3}月[ 　]?\S{1,3}日(?:[ 　（(].{0,16})?$|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}\b"
)
_SENTENCE_END = ("。", "！", "？", "!", "?", "、", "，", "」", "』", "…", "―")
_CLOSING = "】＞> 　#"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str  # without blanks around it

    @property
    def is_sentence(self) -> bool:
        return "。" in self.text or self.text.endswith(_SENTENCE_END)

    @property
    def may_head(self) -> bool:
        is_item = _BULLET.match(self.text) or _DATE.match(self.text)
        return 0 < len(self.text) <= LONGEST and not self.is_sentence and not is_item


def find_headings(text: str) -> Iterator[Heading]:
    """Yield the headings of ``text`` in order, the article's headline among them.

    A heading is a short line that is no sentence and no list item, and carries a heading's mark (#, ■, 【】) or
    stands before and after sentences or blank lines; among other short lines it is an item of a list.
    """
    lines = list(_lines(text))
    for before, line, after in zip([None, *lines[:-1]], lines, [*lines[1:], None], strict=True):
        mark = _MARKED.match(line.text)
        if mark and not line.is_sentence:
            start, words = line.start + mark.end(), line.text[mark.end() :].rstrip(_CLOSING)
            if words:  # a line of ■ alone heads nothing
                yield Heading(start, start + len(words))
        elif line.may_head and _parts(before) and _parts(after) and after is not None:
            yield Heading(line.start, line.start + len(line.text))


def _parts(neighbour: _Line | None) -> bool:
    """Whether a heading can stand beside ``neighbour``: a sentence, a blank line, or the end of the text."""
    return neighbour is None or not neighbour.text or neighbour.is_sentence


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        body = line.strip()
        yield _Line(start + (line.index(body) if body else 0), body)
        start += len(line) + 1


class Headings:
    """Writes the layer of headings."""

    reads: tuple[type, ...] = ()
    writes = Heading

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        write_layer(doc, Heading, find_headings(text_of(doc)))
        return doc


@Language.factory("extractor_headings", assigns=["doc.spans"])
def make_headings(nlp: Language, name: str) -> Headings:
    """Make the component."""
    return Headings()
