"""Sentence boundaries by rule, set before the parser, which respects them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractor.brackets import parenthesis_pairs, quote_pairs
from extractor.doc_text import text_of

# 。 always ends a sentence; ！ and ？ do unless a quoting particle follows (なぜ？と問う); ASCII ones only before
# a blank or the end of the line (Yahoo!ニュース). Closing brackets and more marks belong to the same sentence.
_END = re.compile(r"(?:。|[！？](?![とっのかじ])|[!?](?=\s|$))[。！？!?」』）)”\"]*|\n+", re.MULTILINE)


#: Characters of a sentence. A longer one, which only a broken file or a list has, ends with the 、 before that.
LONGEST = 600

#: Characters of brackets within which no sentence ends. Longer ones hold a text of their own, a letter or a whole
#: article, which would be one sentence: what is sought in a sentence takes the square of its length.
LONGEST_BRACKETS = 2_000


def find_sentence_ends(text: str) -> Iterator[int]:
    """Yield the offset after each sentence of ``text``, in ascending order; the last may be ``len(text)``.

    Sentences end with 。！？ and with the line, never inside 「」『』（） that close and are no longer than
    ``LONGEST_BRACKETS``. None is longer than ``LONGEST`` but for what stands in such brackets.

    「行く。必ず行く。」と述べた。帰った。  →  14, 18
    """
    closed = [pair for pair in quote_pairs(text) if pair.closed]
    pairs = [pair for pair in (*closed, *parenthesis_pairs(text)) if pair.end - pair.start <= LONGEST_BRACKETS]
    shields = _outermost(sorted((pair.start, pair.end) for pair in pairs))
    last = 0
    for match in _END.finditer(text):
        after = _after_brackets(match.start(), shields)
        if after == match.start() or _END.match(text, after, match.end()):  # 「行け！」|。 ends behind the brackets
            yield from _parts(text, last, match.end(), shields)
            last = match.end()
            yield last
    yield from _parts(text, last, len(text), shields)


def _parts(text: str, start: int, end: int, outer: list[tuple[int, int]]) -> Iterator[int]:
    """Yield where a sentence that is too long is cut: after 、, else anywhere, but in no brackets."""
    while end - start > LONGEST:
        comma = text.rfind("、", start + LONGEST // 2, start + LONGEST) + 1
        start = _after_brackets(comma or start + LONGEST, outer)
        if start < end:
            yield start


def _after_brackets(offset: int, outer: list[tuple[int, int]]) -> int:
    """Return ``offset``, or the end of the brackets around it. outer: pairs of which no two overlap, in text order."""
    place = bisect_left(outer, (offset,)) - 1
    return outer[place][1] if place >= 0 and offset < outer[place][1] else offset


def _outermost(shields: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``shields``, in the order of their starts, with those that overlap made one, which is not too long."""
    outer: list[tuple[int, int]] = []
    for start, end in shields:
        first, last = outer[-1] if outer else (0, 0)
        if start < last and end - first <= LONGEST_BRACKETS:
            outer[-1] = (first, max(end, last))
        elif end > last:
            outer.append((max(start, last), end))
    return outer


class Sentences:
    """Sets ``is_sent_start`` of every token; belongs before ``parser``."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence; line breaks between sentences are sentences of their own.

        GiNZA was trained on lines: a line break inside a sentence would become its root.
        """
        is_start = doc.to_array("SENT_START")
        is_start[:] = 0
        ends = find_sentence_ends(text_of(doc))
        end = next(ends, None)
        starts = True
        for token in doc:
            breaks = token.is_space and "\n" in token.text and (end is None or token.idx + len(token) >= end or starts)
            is_start[token.i] = starts or breaks
            starts = False
            while end is not None and token.idx + len(token) >= end:
                starts, end = True, next(ends, None)
        # written at once: token.is_sent_start looks over the whole Doc each time that it is set; -1 is no start
        return doc.from_array(["SENT_START"], is_start * 2 - 1)  # type: ignore[arg-type]  # one attribute, one column


@Language.factory("extractor_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    """Make the component."""
    return Sentences()
