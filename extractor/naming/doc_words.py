"""The words of a Doc with what tokeniser and word vectors say of each: read once, for the rules and the recogniser."""

from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from extractor.doc_text import text_of
from extractor.doc_tokens import Tokens
from extractor.naming.coded import Array
from extractor.syntax import unlisted


class DocWords(NamedTuple):
    """Words, blanks among them.

    starts, ends: offsets in ``text``, end exclusive. tags: SudachiPy's. unlisted: whether its dictionary lacks the
    word. vectors: all that the pipeline has, and rows: the number of each word's, -1 where a word has none.
    unknown: whether a word has none, though others have.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    unlisted: list[bool]
    vectors: Array
    rows: Array
    unknown: list[bool]

    @classmethod
    def of(cls, doc: Doc) -> "DocWords":
        """Return the words of ``doc``."""
        table, vectors, rows = doc.vocab.vectors, doc.vocab.vectors.data, np.full(len(doc), -1)
        if table.size and len(doc):
            rows = np.array(table.find(keys=doc.to_array("ORTH")), dtype=np.intp)
        unknown = (rows < 0).tolist() if table.size else [False] * len(doc)
        return cls(text_of(doc), *Tokens.of(doc), unlisted(doc), vectors, rows, unknown)
