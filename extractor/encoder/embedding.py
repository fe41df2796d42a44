"""The embedding of words: hashed tables of their attributes beside their trained vector, joined by one maxout layer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model

from extractor.encoder.maxout import Floats, Maxout


@dataclass(frozen=True, eq=False)
class Embedding:
    """spaCy's ``MultiHashEmbed`` with static vectors, of which every input is a matter of the word alone.

    attributes: names of spaCy's attributes of a word, ORTH the first. tables: thinc's hashed table for each.
    projection: from the trained vectors to the width, shape (numbers of a vector, width). join: over all of them.
    """

    attributes: Sequence[str]
    tables: Sequence[Model[Any, Floats]]
    projection: Floats
    join: Maxout

    def embed(self, doc: Doc) -> Floats:
        """Return a row for each token; each word is looked at once, however often it stands in ``doc``."""
        attributes = doc.to_array(list(self.attributes)).astype(np.uint64, copy=False)
        orths, first, place = np.unique(attributes[:, 0], return_index=True, return_inverse=True)
        words = attributes[first]
        columns = [table.predict(words[:, column]) for column, table in enumerate(self.tables)]
        inputs = np.concatenate([*columns, self._projected(doc, orths)], axis=1)
        embedded = np.empty((len(words), self.join.width), dtype=np.float32)
        self.join.apply(inputs, embedded, np.empty((len(words), self.join.weights.shape[1]), dtype=np.float32))
        return np.asarray(embedded[place])

    def _projected(self, doc: Doc, orths: "np.ndarray[Any, np.dtype[np.uint64]]") -> Floats:
        """Return the trained vectors of ``orths`` at the width of the tables, zeros where a word has none."""
        vectors = doc.vocab.vectors
        rows = vectors.find(keys=orths)
        projected = vectors.data[rows] @ self.projection
        projected[rows < 0] = 0
        return np.asarray(projected, dtype=np.float32)
