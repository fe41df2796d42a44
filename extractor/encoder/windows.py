"""The window encoder: layers of maxout, each over a word and its neighbours, each added to what went in."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from extractor.encoder.buffer import Buffer
from extractor.encoder.filtering import TILE, WINDOW, Filter, FilteredLayer
from extractor.encoder.maxout import Floats, Maxout
from extractor.encoder.words import Places, Words

BLOCK = 160 * TILE  # most rows multiplied at once: what they need stays in cache, and the weights are read seldom
_KEPT = 2_000  # rows of a text for which there is room at any time


@dataclass(frozen=True, eq=False)
class WindowEncoder:
    """thinc's ``with_array(residual(expand_window >> maxout >> layernorm) >> …)`` with a window of one word.

    first: the layer that is looked up. others: those that are computed. Each takes three rows beside one another. As
    many rows of zeros as there are layers stand before and behind a text, and some more behind to fill the last tile.
    """

    first: Maxout
    others: Sequence[FilteredLayer]
    _texts: tuple[Buffer, Buffer] = field(init=False)
    _filter: Filter = field(init=False)
    _pieces: tuple[Buffer, Buffer] = field(init=False)

    def __post_init__(self) -> None:
        """Find room for what comes of each layer."""
        width, pieces = self.first.width, self.first.weights.shape[1]
        object.__setattr__(self, "_texts", (Buffer(width, _KEPT), Buffer(width, _KEPT)))
        object.__setattr__(self, "_filter", Filter(self.first, BLOCK))
        object.__setattr__(self, "_pieces", (Buffer(pieces, BLOCK), Buffer(pieces, BLOCK)))

    @classmethod
    def of(cls, layers: Sequence[Maxout]) -> "WindowEncoder":
        """Take ``layers`` in their order."""
        first, *others = layers
        return cls(first, [FilteredLayer.of(layer) for layer in others])

    def encode(self, text: Places, words: Words) -> Floats:
        """Return the vectors of the words of one text; shape (words, width). text: their numbers among ``words``.

        As in thinc, the rows around the text are zero before the first layer only: later ones see what it made of them.
        What stands beyond those rows is too far away for the words to see, so that there may be more of them.
        """
        pad = 1 + len(self.others)
        rows = len(text) + 2 * pad
        rows += -rows % TILE
        padded = np.pad(text, (1 + pad, 1 + rows - pad - len(text)))
        before, after = (room.rows(1 + rows + 1) for room in self._texts)
        for room in (before, after):
            room[0] = room[-1] = 0
        for start, end in _blocks(rows):
            self._look_up(padded[start : end + 2], words, before[1 + start : 1 + end])
        for layer in self.others:
            for start, end in _blocks(rows):
                self._filter.apply(layer, before[start : end + 2], after[1 + start : 1 + end])
            before, after = after, before
        return np.array(before[1 + pad : 1 + pad + len(text)])

    def _look_up(self, text: Places, words: Words, out: Floats) -> None:
        """Write the first layer's rows ``out`` from ``words``; ``text`` has one more of them at either end."""
        rows = len(out)
        pieces, more = (room.rows(rows) for room in self._pieces)
        np.take(words.products[0], text[:-2], axis=0, out=pieces, mode="clip")  # "raise" would write it twice
        for shift in range(1, WINDOW):
            pieces += np.take(words.products[shift], text[shift : shift + rows], axis=0, out=more, mode="clip")
        self.first.finish(pieces, out)
        out += words.embedded[text[1:-1]]


def _blocks(rows: int) -> Iterator[tuple[int, int]]:
    """Yield blocks of whole tiles, of about the same size: few rows at once cost almost as much as many."""
    tiles, number = rows // TILE, math.ceil(rows / BLOCK)
    bounds = [TILE * (tiles * block // number) for block in range(number + 1)]
    yield from pairwise(bounds)
