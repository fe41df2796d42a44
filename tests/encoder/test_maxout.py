"""One layer gives what thinc's gives."""

import numpy as np
import pytest
from thinc.api import Maxout as Theirs

from extractor.encoder.maxout import Maxout


@pytest.mark.parametrize("pieces", [1, 2, 3])
def test_it_is_thincs_maxout_with_norm(pieces: int) -> None:
    random = np.random.default_rng(pieces)
    model = Theirs(8, 24, pieces, normalize=True).initialize()
    for node in model.walk():
        for name in node.param_names:
            node.set_param(name, random.standard_normal(node.get_param(name).shape, dtype=np.float32))
    maxout, norm = model.layers
    inputs = random.standard_normal((50, 24), dtype=np.float32)
    out = Maxout.of(maxout, norm).apply(inputs)
    assert np.allclose(out, model.predict(inputs), atol=1e-5)
