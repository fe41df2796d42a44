"""The embedding of words: hashed tables of their attributes beside their trained vector, joined by one maxout layer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab
from thinc.api import Model

from extractor.encoder.maxout import Floats, Maxout, times

ORTH = 0  # the column of the word itself


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

    def embed(self, vocab: Vocab, words: NDArray[np.uint64]) -> Floats:
        """Return a row for each of ``words``, of which there is a row of ``attributes`` for each.

        The bits of a row are the same whoever stands beside it.
        """
        columns = [table.predict(words[:, column]) for column, table in enumerate(self.tables)]
        inputs = np.concatenate([*columns, self._projected(vocab, words[:, ORTH])], axis=1)
        return self.join.apply(inputs)

    def _projected(self, vocab: Vocab, orths: NDArray[np.uint64]) -> Floats:
        """Return the trained vectors of ``orths`` at the width of the tables, zeros where a word has none."""
        rows = vocab.vectors.find(keys=orths)
        projected = times(vocab.vectors.data[rows], self.projection)
        projected[rows < 0] = 0
        return np.asarray(projected, dtype=np.float32)
