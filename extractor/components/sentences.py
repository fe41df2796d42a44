"""Sentence boundaries by rule, set before the parser, which respects them."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractor.brackets import parenthesis_pairs, quote_pairs

# 。 always ends a sentence; ！ and ？ do unless a quoting particle follows (なぜ？と問う); ASCII ones only before
# a blank or the end of the line (Yahoo!ニュース). Closing brackets and more marks belong to the same sentence.
_END = re.compile(r"(?:。|[！？](?![とっのかじ])|[!?](?=\s|$))[。！？!?」』）)”\"]*|\n+", re.MULTILINE)


def find_sentence_ends(text: str) -> Iterator[int]:
    """Yield the offset after each sentence of ``text``, in ascending order; the last may be ``len(text)``.

    Sentences end with 。！？ and with the line, never inside 「」『』（） that close.

    「行く。必ず行く。」と述べた。帰った。  →  14, 18
    """
    closed = [pair for pair in quote_pairs(text) if pair.closed]
    shields = sorted((pair.start, pair.end) for pair in (*closed, *parenthesis_pairs(text)))
    place = 0
    for match in _END.finditer(text):
        while place < len(shields) and shields[place][1] <= match.start():
            place += 1
        if place == len(shields) or match.start() < shields[place][0]:
            yield match.end()


class Sentences:
    """Sets ``is_sent_start`` of every token; belongs before ``parser``."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence; line breaks between sentences are sentences of their own.

        GiNZA was trained on lines: a line break inside a sentence would become its root.
        """
        is_start = doc.to_array("SENT_START")
        is_start[:] = 0
        ends = find_sentence_ends(doc.text)
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
