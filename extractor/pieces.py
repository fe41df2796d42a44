"""Analysis of articles of any length: GiNZA's trained parts go over a long one in pieces of whole sentences.

Its network keeps every layer's values until the text is done, some 80 kB a token, so that memory would grow with the
article. Our own components see the whole article.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.errors import PipelineError

PIECE = 1_000  # tokens; a piece ends with the sentence in which it gets there
OWN = "extractor_"  # prefix of our components
SENTENCES = "extractor_sentences"

#: What the tokenizer and our sentences write on the tokens, and so what GiNZA's parts may read.
_READ: list[int | str] = ["NORM", "TAG", "LEMMA", "MORPH", "POS", "SENT_START"]

#: What GiNZA's parts write on the tokens, in an order that ``Doc.from_array`` takes.
_WRITTEN: list[int | str] = ["DEP", "HEAD", "POS", "MORPH", "ENT_IOB", "ENT_TYPE"]


def analyse(nlp: Language, text: str, *, piece: int = PIECE) -> Doc:
    """Return the Doc of ``text`` with all layers written.

    text: folded; of any length. piece: tokens that GiNZA's parts take at once.
    Raises PipelineError where ``nlp`` lacks our sentences.
    """
    if not nlp.has_pipe(SENTENCES):
        raise PipelineError(f"the pipeline lacks {SENTENCES}; build it with extractor.pipeline.build_pipeline")
    doc = nlp.tokenizer(text)
    if len(doc) <= piece:
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        return doc
    doc = nlp.get_pipe(SENTENCES)(doc)
    read = np.asarray(doc.to_array(_READ), dtype=np.uint64)
    rows = [_annotated(nlp, _cut(doc[start:end], read[start:end])) for start, end in _pieces(doc, piece)]
    doc.from_array(_WRITTEN, np.concatenate(rows))  # type: ignore[arg-type]  # spaCy names thinc's type, not NumPy's
    for name, pipe in nlp.pipeline:
        if name.startswith(OWN) and name != SENTENCES:
            doc = pipe(doc)
    return doc


def _cut(span: Span, rows: NDArray[np.uint64]) -> Doc:
    """Return ``span`` as a Doc of its own; rows: of its tokens by ``_READ``. ``span.as_doc`` reads all of its Doc."""
    words, blanks = [token.text for token in span], [bool(token.whitespace_) for token in span]
    doc = Doc(span.doc.vocab, words=words, spaces=blanks)
    return doc.from_array(_READ, rows)  # type: ignore[arg-type]  # spaCy names thinc's type, not NumPy's


def _annotated(nlp: Language, doc: Doc) -> NDArray[np.uint64]:
    """Return what GiNZA's parts write on ``doc``; shape: tokens by ``_WRITTEN``."""
    for name, pipe in nlp.pipeline:
        if not name.startswith(OWN):
            doc = pipe(doc)
    return np.asarray(doc.to_array(_WRITTEN), dtype=np.uint64)


def _pieces(doc: Doc, piece: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of tokens of about ``piece`` tokens each, cut where sentences begin."""
    start = 0
    for token in doc:
        if token.is_sent_start and token.i - start >= piece:
            yield start, token.i
            start = token.i
    yield start, len(doc)
