"""What the first layers make of a word, kept for the next time that it stands somewhere: half of a text is known words.

Embedding and the products of the first window layer are a matter of the word alone.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from extractor.encoder.embedding import ORTH, Embedding
from extractor.encoder.maxout import Floats, Maxout, times

Places = NDArray[np.intp]

KEPT = 8_000  # words, 10 kB each; then all are forgotten
_WINDOW, _ITSELF = 3, 1  # words that a layer sees, and which of them is the one that it is about


@dataclass(eq=False)
class Words:
    """Words by a number of their own; 0 stands for none, and has zeros before the bias.

    embedded: shape (words, width). products: for each place in the window, the word before, itself and the one behind,
    what the first layer's weights make of it, itself with the bias; shape (3, words, pieces * width).
    """

    embedding: Embedding
    first: Maxout
    kept: int = KEPT
    embedded: Floats = field(init=False)
    products: Floats = field(init=False)
    _places: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find room; the system gives memory for it as words come."""
        self._take_room(1 + self.kept)

    def places(self, doc: Doc) -> Places:
        """Return the number of each word of ``doc``; it holds until the next call."""
        attributes = doc.to_array(list(self.embedding.attributes)).astype(np.uint64, copy=False)
        orths: list[int] = attributes[:, ORTH].tolist()
        new = {orth: row for row, orth in enumerate(orths) if orth not in self._places}
        if len(self._places) + len(new) > self.kept:
            self._places.clear()
            new = {orth: row for row, orth in enumerate(orths)}
            self._take_room(1 + max(self.kept, len(new)))
        if new:
            self._learn(doc, attributes[list(new.values())])
        return np.array([self._places[orth] for orth in orths], dtype=np.intp)

    def _take_room(self, words: int) -> None:
        width, pieces = self.embedding.join.width, self.first.weights.shape[1]
        if len(getattr(self, "embedded", ())) != words:
            self.embedded = np.empty((words, width), dtype=np.float32)
            self.products = np.empty((_WINDOW, words, pieces), dtype=np.float32)
        self.embedded[0], self.products[:, 0] = 0, 0
        self.products[_ITSELF, 0] = self.first.bias

    def _learn(self, doc: Doc, attributes: NDArray[Any]) -> None:
        """Compute what is kept of new words, ``attributes`` of which are given."""
        start, number = 1 + len(self._places), len(attributes)
        embedded = self.embedding.embed(doc.vocab, attributes)
        self.embedded[start : start + number] = embedded
        for products, weights in zip(self.products, np.split(self.first.weights, _WINDOW), strict=True):
            products[start : start + number] = times(embedded, weights)
        self.products[_ITSELF, start : start + number] += self.first.bias
        self._places.update(zip(attributes[:, ORTH].tolist(), range(start, start + number), strict=True))
