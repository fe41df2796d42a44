"""The window encoder: layers of maxout, each over a word and its neighbours, each added to what went in."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractor.encoder.maxout import Floats, Maxout

BLOCK = 512  # rows multiplied at once: what they need stays in cache, and the weights are read seldom


@dataclass(frozen=True, eq=False)
class WindowEncoder:
    """thinc's ``with_array(residual(expand_window >> maxout >> layernorm) >> …)`` with a window of one word.

    layers: each takes three rows beside one another. pad: rows of zeros around a text.
    """

    layers: Sequence[Maxout]
    pad: int

    def encode(self, embedded: Floats) -> Floats:
        """Return the vectors of the words of one text; shape (words, width), as ``embedded``.

        As in thinc, the rows around the text are zero before the first layer only: later ones see what it made of them.
        """
        words, width = embedded.shape
        rows = words + 2 * self.pad
        # one more row at either end stays zero throughout: what expand_window sees beyond the first and the last
        before, after = np.zeros((2, rows + 2, width), dtype=np.float32)
        before[self.pad + 1 : self.pad + 1 + words] = embedded
        for layer in self.layers:
            for start in range(0, rows, BLOCK):
                _encode_block(layer, before, after, start, min(BLOCK, rows - start))
            before, after = after, before
        return np.array(before[self.pad + 1 : self.pad + 1 + words])


def _encode_block(layer: Maxout, before: Floats, after: Floats, start: int, rows: int) -> None:
    """Write ``rows`` rows of ``after``, whose first is ``start + 1``, from those of ``before`` and their neighbours."""
    window = np.concatenate([before[start + shift : start + shift + rows] for shift in range(3)], axis=1)
    out = after[start + 1 : start + 1 + rows]
    layer.apply(window, out)
    out += before[start + 1 : start + 1 + rows]
