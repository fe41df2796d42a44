"""Where the sentences of a ``Doc`` lie: ``token.sent`` looks for its borders anew whenever it is asked."""

from bisect import bisect_right
from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc

_KEY = "extractor_sentence_starts"
_STARTS = 1  # as spaCy marks the first token of a sentence


def sentence_start(doc: Doc, token: int) -> int:
    """Return the first token of the sentence in which ``token`` stands."""
    starts = _starts(doc)
    return starts[bisect_right(starts, token) - 1]


def sentence_end(doc: Doc, token: int) -> int:
    """Return the token after the sentence in which ``token`` stands."""
    starts = _starts(doc)
    following = bisect_right(starts, token)
    return starts[following] if following < len(starts) else len(doc)


def sentences_before(doc: Doc, sentence: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens of the sentences before the one at the token ``sentence``, the nearest first, blank ones not."""
    end = sentence
    while end > 0:
        start = sentence_start(doc, end - 1)
        if not all(token.is_space for token in doc[start:end]):
            yield start, end
        end = start


def _starts(doc: Doc) -> list[int]:
    """Return the first token of each sentence of a parsed ``doc``, found once and then kept with it."""
    found: list[int] | None = doc.user_data.get(_KEY)
    if found is None:
        marked = np.flatnonzero(doc.to_array("SENT_START") == _STARTS).tolist()
        found = doc.user_data[_KEY] = marked if 0 in marked[:1] else [0, *marked]
    return found
