"""Half of the multiplications give what all of them give."""

import numpy as np
import pytest

from extractor.encoder.filtering import TILE, Filter, FilteredLayer
from extractor.encoder.maxout import Floats, Maxout

WIDTH, PIECES = 16, 3


def random_layer() -> Maxout:
    random = np.random.default_rng(1)
    shapes = ((3 * WIDTH, PIECES * WIDTH), (PIECES * WIDTH,), (WIDTH,), (WIDTH,))
    return Maxout(*(random.standard_normal(shape, dtype=np.float32) for shape in shapes))


def multiplied_in_full(layer: Maxout, before: Floats) -> Floats:
    windows = np.hstack([before[:-2], before[1:-1], before[2:]])
    return np.asarray(layer.apply(windows) + before[1:-1], dtype=np.float32)


@pytest.mark.parametrize("tiles", [1, 2, 47, 48, 49, 100])
def test_a_layer_over_any_number_of_tiles(tiles: int) -> None:
    layer, rows = random_layer(), tiles * TILE
    before = np.random.default_rng(tiles).standard_normal((rows + 2, WIDTH), dtype=np.float32)
    out = np.empty((rows, WIDTH), dtype=np.float32)
    Filter(layer, 100 * TILE).apply(FilteredLayer.of(layer), before, out)
    assert np.allclose(out, multiplied_in_full(layer, before), atol=2e-5)
