"""A small neural network that guesses the label of each word: a layer or two over what is known of five words.

It runs on numpy alone, and does not decide: its guesses are features of the recogniser's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from extractor.naming.archives import packed, unpacked
from extractor.naming.coded import Array
from extractor.naming.name_facts import STEPS, Known, directions, facts_of_words, one, shares
from extractor.naming.name_guesses import Guesses
from extractor.naming.name_words import NameWords

WINDOW = 2  #: words on each side that the network sees
_PIECE = 4_000  # words that are looked at once: their inputs would fill the memory


@dataclass(frozen=True, eq=False)
class Encoder:
    """Turns words into numbers.

    mean, projection: of the word vectors' directions; shapes (300,) and (300, dimensions). tags, shapes, marks,
    notions: texts that have a number of their own; all others have none.
    """

    mean: Array
    projection: Array
    tags: Sequence[str]
    shapes: Sequence[str]
    marks: Sequence[str]
    notions: Sequence[str]

    def inputs(self, names: NameWords, notion: str, vectors: Array) -> Iterator[Array]:
        """Yield the inputs of all words by pieces, shape (words, numbers).

        vectors: of the pipeline, of which ``names`` knows the rows.
        """
        known = facts_of_words(names, self.tags, self.shapes, self.marks)
        for start in range(0, len(names.words), _PIECE):
            end = min(start + _PIECE, len(names.words))
            words = self._around(names, known, vectors, start, end)
            yield np.hstack([*words, *self._run(names, notion, vectors, start, end)])

    def _around(self, names: NameWords, known: Known, vectors: Array, start: int, end: int) -> Iterator[Array]:
        """Yield what is known of the words at each distance; nothing beyond the ends of the article."""
        first, last = max(0, start - WINDOW), min(len(names.words), end + WINDOW)
        rows = names.rows[first:last]
        blocks = [self._projected(rows, vectors), (rows < 0)[:, None].astype(np.float32)]
        words = np.hstack([*blocks, *(table[codes[first:last]] for table, codes in known)])
        padded = np.pad(words, ((WINDOW - (start - first), WINDOW - (last - end)), (0, 0)))
        for offset in range(2 * WINDOW + 1):
            yield padded[offset : offset + end - start]

    def _run(self, names: NameWords, notion: str, vectors: Array, start: int, end: int) -> Iterator[Array]:
        """Yield what is known of the run of nouns around each word, and whose notion is asked for."""
        first, last = (places[start:end] for places in names.runs)
        here = np.arange(start, end)
        yield self._projected(names.rows[last], vectors)
        for distance in (last - here, here - first):
            yield np.eye(STEPS, dtype=np.float32)[np.minimum(distance, STEPS - 1)]
        yield np.repeat(one([notion], self.notions), end - start, axis=0)

    def _projected(self, rows: Array, vectors: Array) -> Array:
        """Return the projections of the vectors with the numbers ``rows``, zeros where there is none (-1)."""
        if not self._projected_last or self._projected_last[0][0] is not vectors:
            table = np.vstack([(directions(vectors) - self.mean) @ self.projection, np.zeros_like(self.projection[:1])])
            self._projected_last[:] = [(vectors, table)]
        found: Array = self._projected_last[0][1][rows]
        return found

    @cached_property
    def _projected_last(self) -> list[tuple[Array, Array]]:
        """The vectors that were asked for last, and their projections with a row of zeros behind."""
        return []


@dataclass(frozen=True, eq=False)
class Network:
    """The weights of a network with one hidden layer, and what it is fed with.

    inner: shape (numbers, units). outer: shape (units, labels). Each layer has a bias.
    """

    encoder: Encoder
    inner: Array
    inner_bias: Array
    outer: Array
    outer_bias: Array
    labels: tuple[str, ...]

    def guess(self, names: NameWords, notion: str, vectors: Array) -> Guesses | None:
        """Return the guesses for all words of ``names``, None where there is no word or no vector."""
        if not names.words or not len(vectors):
            return None
        inputs = self.encoder.inputs(names, notion, vectors)
        return Guesses.joined([Guesses.of(self.labels, self.probabilities(piece)) for piece in inputs])

    def probabilities(self, inputs: Array) -> Array:
        """Return how probable each label is for each word; together they are 1."""
        hidden = np.maximum(inputs @ self.inner + self.inner_bias, 0)
        return shares(hidden @ self.outer + self.outer_bias)

    def to_bytes(self) -> bytes:
        """Return the network as numpy's archive; weights in half precision."""
        weights = {name: getattr(self, name).astype(np.float16) for name in _WEIGHTS}
        encoder = {
            field.name: np.array(getattr(self.encoder, field.name), dtype=np.float16 if field.name in _MAPS else None)
            for field in fields(Encoder)
        }
        return packed({"labels": np.array(self.labels), **weights, **encoder})

    @classmethod
    def from_bytes(cls, content: bytes) -> "Network":
        """Return the network that ``to_bytes`` wrote. Raises ValueError or KeyError where it is none."""
        arrays = unpacked(content)
        mean, projection = (arrays[name].astype(np.float32) for name in _MAPS)
        texts = (tuple(str(text) for text in arrays[name]) for name in _TEXTS)
        weights = {name: arrays[name].astype(np.float32) for name in _WEIGHTS}
        return cls(encoder=Encoder(mean, projection, *texts), labels=tuple(arrays["labels"].tolist()), **weights)


_MAPS, _TEXTS = ("mean", "projection"), ("tags", "shapes", "marks", "notions")
_WEIGHTS = ("inner", "inner_bias", "outer", "outer_bias")
