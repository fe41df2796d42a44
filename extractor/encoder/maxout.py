"""Maxout with a layer norm after it, as thinc's ``Maxout(normalize=True)`` computes it, on NumPy's own BLAS.

thinc multiplies with BLIS, at a third of the speed of the OpenBLAS that NumPy brings (AVX-512, one core).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]

_EPSILON = np.float32(1e-8)  # thinc's, added to the variance
_TOGETHER = 8  # rows that are multiplied at once where their bits must not depend on their neighbours


@dataclass(frozen=True, eq=False)
class Maxout:
    """Weights of one layer.

    weights: shape (inputs, pieces * width), one piece after another. bias: (pieces * width,).
    gain, shift: of the norm, (width,).
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Model[Any, Any], norm: Model[Any, Any]) -> "Maxout":
        """Take the weights of thinc's layers, whose outputs are laid out (width, pieces, inputs)."""
        inputs_first = parameter(maxout, "W").transpose(2, 1, 0)
        weights = np.ascontiguousarray(inputs_first).reshape(len(inputs_first), -1)
        bias = np.ascontiguousarray(parameter(maxout, "b").T).reshape(-1)
        return cls(weights, bias, parameter(norm, "G"), parameter(norm, "b"))

    @property
    def width(self) -> int:
        """Numbers that come out for a row."""
        return len(self.gain)

    def apply(self, inputs: Floats) -> Floats:
        """Return the layer's values for each row of ``inputs``, whose bits are the same whoever stands beside it.

        Shapes (rows, inputs) and (rows, width).
        """
        out = np.empty((len(inputs), self.width), dtype=np.float32)
        self.finish(times(inputs, self.weights) + self.bias, out)
        return out

    def finish(self, pieces: Floats, out: Floats) -> None:
        """Write into ``out`` what comes of ``pieces``, the products of inputs and weights with the bias.

        Shapes (…, pieces * width) and (…, width).
        """
        width = self.width
        out[...] = pieces[..., :width]
        for start in range(width, pieces.shape[-1], width):
            np.maximum(out, pieces[..., start : start + width], out=out)
        self._normalise(out)

    def _normalise(self, rows: Floats) -> None:
        """Bring each row to mean 0 and variance 1, then to gain and shift, all in place."""
        rows -= rows.mean(axis=-1, keepdims=True)
        deviation = np.einsum("...i,...i->...", rows, rows)  # the squares are summed without being kept
        deviation /= np.float32(self.width)
        deviation += _EPSILON
        rows /= np.sqrt(deviation)[..., np.newaxis]
        rows *= self.gain
        rows += self.shift


def times(rows: Floats, weights: Floats) -> Floats:
    """Return ``rows`` times ``weights``, the bits of a row the same whoever stands beside it.

    Shapes (rows, inputs) and (inputs, numbers). OpenBLAS sums the same numbers in another order at another place among
    many rows (in twelves with AVX2): so few at once go one way.
    """
    filled = np.zeros((-len(rows) % _TOGETHER + len(rows), rows.shape[1]), dtype=np.float32)
    filled[: len(rows)] = rows
    product: Floats = np.matmul(filled.reshape(-1, _TOGETHER, rows.shape[1]), weights)
    return product.reshape(len(filled), -1)[: len(rows)]


def parameter(layer: Model[Any, Any], name: str) -> Floats:
    """Return the weights ``name`` of ``layer``."""
    return np.asarray(layer.get_param(name), dtype=np.float32)
