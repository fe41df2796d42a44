"""Quotations of headlines that the article repeats: what is said there is said by whoever says it below.

首相、増税見送りに含み　「腰折れ避ける」 … 首相は「経済の腰折れを避ける」と述べた。
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from extractor.attribution.quotations import inner
from extractor.attribution.quoted_sentences import is_sentence
from extractor.doc_sentences import sentence_end, sentence_start
from extractor.layers import ContentFound, Quote
from extractor.records import Form
from extractor.syntax import is_headline, slice_text, token_range

RULE = "echo"
_MARKS = "。、，．・！？!?…「」『』（）() 　\n"
_SHORTEST = 6  # characters of a quotation that can be known again
_SHARED = 0.7  # share of its pairs of characters


def find_echoed(doc: Doc, quotes: Sequence[Quote], taken: Sequence[ContentFound]) -> Iterator[ContentFound]:
    """Yield the quoted sentences of headlines that nothing else found, and of which one of ``taken`` is the whole."""
    for quote in quotes:
        start, end = inner(doc, quote)
        if not quote.closed or any(content.start < end and start < content.end for content in taken):
            continue
        first, after = token_range(doc, quote.start, quote.end)
        headline = is_headline(doc[sentence_start(doc, first) : sentence_end(doc, first)])
        if not headline or not is_sentence(doc, first, after):
            continue
        content = ContentFound(start, end, pieces=((start, end),), cue=-1, form=str(Form.DIRECT), rule=RULE)
        if echo_of(doc, content, taken) is not None:
            yield content


def echo_of(doc: Doc, content: ContentFound, others: Iterable[ContentFound]) -> ContentFound | None:
    """Return the first of ``others`` behind ``content`` that says the same with more words, None where none does."""
    pairs = _pairs(slice_text(doc, content.start, content.end))
    if len(pairs) + 1 < _SHORTEST:
        return None
    for other in others:
        if other.start >= content.end and other.form != Form.REPORTED:
            shared = pairs & _pairs(slice_text(doc, other.start, other.end))
            if len(shared) >= _SHARED * len(pairs):
                return other
    return None


def _pairs(text: str) -> set[str]:
    """Return each two characters that stand side by side, marks left out."""
    letters = "".join(char for char in text if char not in _MARKS)
    return {letters[place : place + 2] for place in range(len(letters) - 1)}
