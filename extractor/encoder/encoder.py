"""The whole tok2vec: from a document to the vectors of its words."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from extractor.encoder.embedding import Embedding
from extractor.encoder.maxout import Floats
from extractor.encoder.windows import WindowEncoder


@dataclass(frozen=True, eq=False)
class Encoder:
    """Does what a ``Tok2Vec`` of spaCy does in prediction."""

    embedding: Embedding
    windows: WindowEncoder

    def predict(self, docs: Iterable[Doc]) -> list[Floats]:
        """Return for each document the vectors of its words; shape (words, width)."""
        return [self._encoded(doc) for doc in docs]

    def _encoded(self, doc: Doc) -> Floats:
        if not len(doc):
            return np.zeros((0, self.embedding.join.width), dtype=np.float32)
        return self.windows.encode(self.embedding.embed(doc))
