"""Weights as numpy's archives in memory: arrays by name, never pickles."""

from collections.abc import Mapping
from io import BytesIO

import numpy as np

from extractor.naming.coded import Array


def packed(arrays: Mapping[str, Array], *, compressed: bool = False) -> bytes:
    """Return ``arrays`` by name as the bytes of one archive."""
    buffer = BytesIO()
    save = np.savez_compressed if compressed else np.savez
    save(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def unpacked(content: bytes) -> dict[str, Array]:
    """Return the arrays that ``packed`` wrote. Raises ValueError where ``content`` is no such archive."""
    with np.load(BytesIO(content), allow_pickle=False) as archive:
        return dict(archive)
