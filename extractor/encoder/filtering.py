"""What a layer makes of words and their neighbours, with half of the multiplications.

Four words in a row have six neighbours and selves between them. Their sums of products with the three parts of the
weights come from six products of sums instead of twelve: the minimal filtering F(4, 3) of Winograd, as Lavin and Gray
use it (https://arxiv.org/abs/1509.09308, section 4.3). Rounding is a few times coarser, some 1e-5 of a value.
"""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from extractor.encoder.buffer import Buffer
from extractor.encoder.maxout import Floats, Maxout

TILE = 4  # words that are done together
WINDOW = 3  # words that a layer sees for each of them
_PRODUCTS = TILE + WINDOW - 1
_IN_ALL = 1  # the product that each word has once
_TOGETHER = 48  # tiles that are brought over at once: what they need stays in the nearest cache

# Rows: sums of the six words of a tile; sums of the three parts of the weights; what is summed up for each word.
_INPUTS: Floats = np.array(
    [
        [4, 0, -5, 0, 1, 0],
        [0, -4, -4, 1, 1, 0],
        [0, 4, -4, -1, 1, 0],
        [0, -2, -1, 2, 1, 0],
        [0, 2, -1, -2, 1, 0],
        [0, 4, 0, -5, 0, 1],
    ],
    dtype=np.float32,
)
_WEIGHTS: NDArray[np.float64] = np.array(
    [[6, 0, 0], [-4, -4, -4], [-4, 4, -4], [1, 2, 4], [1, -2, 4], [0, 0, 24]], dtype=np.float64
) / np.float64(24)
_OUTPUTS: Floats = np.array(
    [[1, 1, 1, 1, 1, 0], [0, 1, -1, 2, -2, 0], [0, 1, 1, 4, 4, 0], [0, 1, -1, 8, -8, 1]], dtype=np.float32
)


@dataclass(frozen=True, eq=False)
class FilteredLayer:
    """A layer of maxout over a window of three words, added to what went in.

    kernels: shape (products, width, pieces * width).
    """

    maxout: Maxout
    kernels: Floats

    @classmethod
    def of(cls, maxout: Maxout) -> "FilteredLayer":
        """Bring over the weights of a layer that takes three rows beside one another."""
        parts = maxout.weights.reshape(WINDOW, maxout.width, -1)
        return cls(maxout, np.einsum("kw,wio->kio", _WEIGHTS, parts).astype(np.float32))


class Filter:
    """Applies layers of one width; holds the room that they need."""

    def __init__(self, layer: Maxout, rows: int) -> None:
        """Find room for ``rows`` rows at once, a multiple of ``TILE``; layer: any of those that are to be applied."""
        tiles, pieces = rows // TILE, layer.weights.shape[1]
        self._gathered = Buffer(layer.width, _PRODUCTS * _TOGETHER)
        self._sums = Buffer(layer.width, _PRODUCTS * tiles)
        self._products = Buffer(pieces, _PRODUCTS * tiles)
        self._pieces = Buffer(pieces, TILE * _TOGETHER)

    def apply(self, layer: FilteredLayer, before: Floats, out: Floats) -> None:
        """Write the rows ``out``, a multiple of ``TILE``, from ``before``, which has one more at either end."""
        tiles, width = len(out) // TILE, out.shape[1]
        sums = self._sums.rows(_PRODUCTS * tiles).reshape(_PRODUCTS, tiles, width)
        products = self._products.rows(_PRODUCTS * tiles).reshape(_PRODUCTS, tiles, -1)
        self._gather(before, sums)
        for inputs, kernel, product in zip(sums, layer.kernels, products, strict=True):
            np.matmul(inputs, kernel, out=product)
        products[_IN_ALL] += layer.maxout.bias
        self._spread(layer.maxout, products, out)
        out += before[1:-1]

    def _gather(self, before: Floats, sums: Floats) -> None:
        """Write the sums of the six words of each tile; shape (products, tiles, width)."""
        _, tiles, width = sums.shape
        row, number = before.strides
        words = as_strided(before, sums.shape, (row, TILE * row, number), writeable=False)
        flat = sums.reshape(_PRODUCTS, -1)
        for start in range(0, tiles, _TOGETHER):
            end = min(start + _TOGETHER, tiles)
            gathered = self._gathered.rows(_PRODUCTS * (end - start)).reshape(_PRODUCTS, end - start, width)
            gathered[:] = words[:, start:end]
            np.matmul(_INPUTS, gathered.reshape(_PRODUCTS, -1), out=flat[:, start * width : end * width])

    def _spread(self, maxout: Maxout, products: Floats, out: Floats) -> None:
        """Write what the layer makes of the products of each tile, row by row."""
        _, tiles, pieces = products.shape
        flat, tiled = products.reshape(_PRODUCTS, -1), out.reshape(tiles, TILE, -1)
        for start in range(0, tiles, _TOGETHER):
            end = min(start + _TOGETHER, tiles)
            room = self._pieces.rows(TILE * (end - start))
            np.matmul(_OUTPUTS, flat[:, start * pieces : end * pieces], out=room.reshape(TILE, -1))
            maxout.finish(room.reshape(TILE, end - start, pieces), tiled[start:end].transpose(1, 0, 2))
