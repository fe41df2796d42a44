"""The window encoder: layers of maxout, each over a word and its neighbours, each added to what went in."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from extractor.encoder.buffer import Buffer
from extractor.encoder.maxout import Floats, Maxout
from extractor.encoder.words import Places, Words

BLOCK = 640  # most rows multiplied at once: what they need stays in cache, and the weights are read seldom
_KEPT = 2_000  # rows of a text for which there is room at any time


@dataclass(frozen=True, eq=False)
class WindowEncoder:
    """thinc's ``with_array(residual(expand_window >> maxout >> layernorm) >> …)`` with a window of one word.

    layers: each takes three rows beside one another. As many rows of zeros stand before and behind a text.
    """

    layers: Sequence[Maxout]
    _texts: tuple[Buffer, Buffer] = field(init=False)
    _windows: Buffer = field(init=False)
    _pieces: Buffer = field(init=False)

    def __post_init__(self) -> None:
        """Find room for what comes of each layer."""
        width, inputs, pieces = self.layers[0].width, *self.layers[0].weights.shape
        object.__setattr__(self, "_texts", (Buffer(width, _KEPT), Buffer(width, _KEPT)))
        object.__setattr__(self, "_windows", Buffer(inputs, BLOCK))
        object.__setattr__(self, "_pieces", Buffer(pieces, BLOCK))

    def encode(self, text: Places, words: Words) -> Floats:
        """Return the vectors of the words of one text; shape (words, width). text: their numbers among ``words``.

        As in thinc, the rows around the text are zero before the first layer only: later ones see what it made of them.
        A layer can leave out the outermost of its rows, for those are too far away for the words to see.
        """
        pad, rows = len(self.layers), len(text) + 2 * len(self.layers)
        padded = np.pad(text, pad)
        before, after = (room.rows(rows) for room in self._texts)
        for start, end in _blocks(1, rows - 1):
            self._look_up(padded[start - 1 : end + 1], words, before[start:end])
        for edge, layer in enumerate(self.layers[1:], 2):
            for start, end in _blocks(edge, rows - edge):
                self._encode_block(layer, before[start - 1 : end + 1], after[start:end])
            before, after = after, before
        return np.array(before[pad : rows - pad])

    def _look_up(self, text: Places, words: Words, out: Floats) -> None:
        """Write the first layer's rows ``out`` from ``words``; ``text`` has one more of them at either end."""
        rows = len(out)
        pieces, more = self._pieces.rows(rows), self._windows.rows(rows)
        np.take(words.products[0], text[:-2], axis=0, out=pieces, mode="clip")  # "raise" would write it twice
        for shift in range(1, 3):
            pieces += np.take(words.products[shift], text[shift : shift + rows], axis=0, out=more, mode="clip")
        self.layers[0].finish(pieces, out)
        out += words.embedded[text[1:-1]]

    def _encode_block(self, layer: Maxout, before: Floats, out: Floats) -> None:
        """Write the rows ``out`` from those before the layer: the same ones and a neighbour on either side."""
        rows, width = out.shape
        windows, pieces = self._windows.rows(rows), self._pieces.rows(rows)
        for shift in range(3):
            windows[:, shift * width : (shift + 1) * width] = before[shift : shift + rows]
        layer.apply(windows, out, pieces)
        out += before[1:-1]


def _blocks(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield blocks of rows of about the same size: few rows at once cost almost as much as many."""
    number = math.ceil((end - start) / BLOCK)
    bounds = [start + (end - start) * i // number for i in range(number + 1)]
    yield from pairwise(bounds)
