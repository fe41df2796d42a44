"""The whole tok2vec: from a document to the vectors of its words."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from extractor.encoder.maxout import Floats
from extractor.encoder.windows import WindowEncoder
from extractor.encoder.words import Words


@dataclass(frozen=True, eq=False)
class Encoder:
    """Does what a ``Tok2Vec`` of spaCy does in prediction."""

    words: Words
    windows: WindowEncoder

    def predict(self, docs: Iterable[Doc]) -> list[Floats]:
        """Return for each document the vectors of its words; shape (words, width)."""
        return [self._encoded(doc) for doc in docs]

    def _encoded(self, doc: Doc) -> Floats:
        if not len(doc):
            return np.zeros((0, self.words.embedding.join.width), dtype=np.float32)
        return self.windows.encode(self.words.places(doc), self.words)
