"""Checksums of many overlapping stretches of one text, without going through any character twice.

A CRC-32 is linear: that of a stretch is the one of all that ends with it, less the one of all before it, moved on by as
many zeros as the stretch has bytes. How zeros move a checksum is looked up, one byte of it after the other.
"""

from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np

from extractor.naming.coded import Array

_MOST_BYTES = 4  # that a character has in UTF-8


class Checksums:
    """Knows the CRC-32, in UTF-8, of what stands between any two of some places in a text."""

    def __init__(self, text: str, places: Array, longest: int) -> None:
        """places: offsets in ``text``. longest: the most characters that a stretch will have."""
        characters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        sizes = 1 + (characters >= 0x80) + (characters >= 0x800) + (characters >= 0x10000)
        self._bytes = np.append(0, np.cumsum(sizes))
        self._moves = _moves(longest * _MOST_BYTES)
        places, data = np.unique(places), memoryview(text.encode())
        checksum, borders = 0, pairwise(self._bytes[places].tolist())
        self._until = np.zeros(len(self._bytes), dtype=np.uint32)  # from the first place to each other one
        self._until[places[1:]] = [checksum := crc32(data[start:end], checksum) for start, end in borders]

    def of(self, starts: Array, ends: Array) -> Array:
        """Return the checksum of the text from each of ``starts`` to the end beside it; all are among the places."""
        before, found, sizes = self._until[starts], self._until[ends], self._bytes[ends] - self._bytes[starts]
        for byte in range(4):
            found ^= self._moves[sizes, byte, before >> 8 * byte & 0xFF]
        return found


@lru_cache(4)
def _moves(most: int) -> Array:
    """Return what becomes of each byte of a checksum behind so many zeros: shape (zeros, bytes, 256)."""
    zeros = [bytes(count) for count in range(most + 1)]
    bits = np.array([[crc32(z, 1 << bit) ^ crc32(z) for bit in range(32)] for z in zeros], dtype=np.uint32)
    moves, values = np.zeros((most + 1, 4, 256), dtype=np.uint32), np.arange(256)
    for bit in range(32):
        moves[:, bit // 8, values & 1 << bit % 8 > 0] ^= bits[:, bit, None]
    return moves
