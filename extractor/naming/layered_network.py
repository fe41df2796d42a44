"""A neural network with a view of its own on the label of each word: layer upon layer, each sees words farther away.

It runs on numpy alone. What it finds probable is pooled with what the field finds (``recogniser.py``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from extractor.naming.archives import packed, unpacked
from extractor.naming.coded import Array
from extractor.naming.name_facts import STEPS, Known, directions, facts_of_words, one, shares
from extractor.naming.name_words import NameWords

REACHES = (1, 2, 3)  #: how far from a word those two stand that each layer sees beside it
_AROUND = sum(REACHES)  # words on each side that the last layer knows of
_LEAST_SPREAD = 1e-5  # what a squared spread is raised by, for rows where there is none
_PIECE = 4_000  # words that are looked at once: what the layers know of them would fill the memory


@dataclass(frozen=True, eq=False)
class LayeredEncoder:
    """Turns what is known of words, but for their vectors, into numbers.

    tags, shapes, marks, notions: texts that have a number of their own; all others have none.
    """

    tags: Sequence[str]
    shapes: Sequence[str]
    marks: Sequence[str]
    notions: Sequence[str]

    def facts(self, names: NameWords, notion: str) -> Known:
        """Return what is known of each word and of its place in its run, and whose notion is asked for."""
        here, (first, last) = np.arange(len(names.words)), names.runs
        steps = np.eye(STEPS, dtype=np.float32)
        return [
            *facts_of_words(names, self.tags, self.shapes, self.marks),
            (np.array([[0.0], [1.0]], dtype=np.float32), (names.rows < 0).astype(np.intp)),
            (steps, np.minimum(last - here, STEPS - 1)),
            (steps, np.minimum(here - first, STEPS - 1)),
            (one([notion], self.notions), np.zeros(len(here), dtype=np.intp)),
        ]


@dataclass(frozen=True, eq=False)
class Weights:
    """The weights of a layered network.

    word, last: of the directions of the vectors of a word, and of the last word of its run: shape (numbers, units).
    facts: of what the encoder says. layers: shape (layers, 3 units, units), of the word before, the word itself and the
    word behind. outer: shape (units, labels). Each has a bias, that of the entry is one for all three.
    """

    word: Array
    last: Array
    facts: Array
    entry_bias: Array
    layers: Array
    layer_biases: Array
    outer: Array
    outer_bias: Array

    def probabilities(self, entered: Array) -> Array:
        """Return how probable each label is for each word; together they are 1.

        entered: for each word the sum of what enters, shape (words, units).
        """
        known = evened(np.maximum(entered, 0))
        for reach, weights, bias in zip(REACHES, self.layers, self.layer_biases, strict=True):
            known = known + evened(np.maximum(beside(known, reach) @ weights + bias, 0))
        return shares(known @ self.outer + self.outer_bias)

    def entered(self, known: Known, rows: Array, last_rows: Array, vectors: Array) -> Array:
        """Return the sum of what enters for each word.

        rows, last_rows: of ``vectors``, for each word and for the last one of its run; -1 for none.
        """
        if not self._entries or self._entries[0][0] is not vectors:
            ways = with_nothing(directions(vectors))
            self._entries[:] = [(vectors, ways @ self.word, ways @ self.last)]
        _, of_word, of_last = self._entries[0]
        total: Array = self.entry_bias + of_word[rows] + of_last[last_rows]
        first = 0
        for table, codes in known:
            total += (table @ self.facts[first : first + table.shape[1]])[codes]
            first += table.shape[1]
        return total

    @cached_property
    def _entries(self) -> list[tuple[Array, Array, Array]]:
        """The vectors that were asked for last, with what each adds as a word and as the last of a run."""
        return []


@dataclass(frozen=True, eq=False)
class LayeredNetwork:
    """Weights, what they are fed with, and the labels."""

    encoder: LayeredEncoder
    weights: Weights
    labels: tuple[str, ...]

    def probabilities(self, names: NameWords, notion: str, vectors: Array) -> Array:
        """Return how probable each label is for each word, shape (words, labels).

        vectors: of the pipeline, at least one, of which ``names`` knows the rows.
        """
        pieces = list(self._by_pieces(names, notion, vectors))
        return np.concatenate(pieces) if pieces else np.zeros((0, len(self.labels)), dtype=np.float32)

    def _by_pieces(self, names: NameWords, notion: str, vectors: Array) -> Iterator[Array]:
        known, count = self.encoder.facts(names, notion) if names.words else [], len(names.words)
        rows, last_rows = names.rows, names.rows[names.runs[1]]
        for start in range(0, count, _PIECE):
            end = min(start + _PIECE, count)
            first, last = max(0, start - _AROUND), min(count, end + _AROUND)
            facts = [(table, codes[first:last]) for table, codes in known]
            entered = self.weights.entered(facts, rows[first:last], last_rows[first:last], vectors)
            yield self.weights.probabilities(entered)[start - first : end - first]

    def to_bytes(self) -> bytes:
        """Return the network as numpy's archive; weights in half precision."""
        weights = {name: getattr(self.weights, name).astype(np.float16) for name in _WEIGHTS}
        texts = {name: np.array(getattr(self.encoder, name)) for name in _TEXTS}
        return packed({"labels": np.array(self.labels), **weights, **texts})

    @classmethod
    def from_bytes(cls, content: bytes) -> "LayeredNetwork":
        """Return the network that ``to_bytes`` wrote. Raises ValueError or KeyError where it is none."""
        arrays = unpacked(content)
        encoder = LayeredEncoder(*(tuple(arrays[name].tolist()) for name in _TEXTS))
        weights = Weights(*(arrays[name].astype(np.float32) for name in _WEIGHTS))
        return cls(encoder, weights, tuple(arrays["labels"].tolist()))


_TEXTS = tuple(field.name for field in fields(LayeredEncoder))
_WEIGHTS = tuple(field.name for field in fields(Weights))


def with_nothing(ways: Array) -> Array:
    """Return ``ways`` with a row of zeros behind: that of the number -1."""
    return np.vstack([ways, np.zeros_like(ways[:1])])


def beside(known: Array, reach: int) -> Array:
    """Return what is known of the word ``reach`` words before each, of itself, and of that ``reach`` words behind."""
    found = np.zeros((len(known), 3, known.shape[1]), dtype=known.dtype)
    found[reach:, 0], found[:, 1], found[:-reach, 2] = known[:-reach], known, known[reach:]
    return found.reshape(len(known), -1)


def evened(values: Array) -> Array:
    """Return ``values`` of each word so that their mean is 0 and their spread 1."""
    even, _ = evened_by(values)
    return even


def evened_by(values: Array) -> tuple[Array, Array]:
    """Return what ``evened`` returns, and the spread of each word, shape (words, 1), that it was divided by."""
    values = values - values.mean(axis=1, keepdims=True)
    spread: Array = np.sqrt(np.square(values).mean(axis=1, keepdims=True) + _LEAST_SPREAD)
    values /= spread
    return values, spread
