"""Which of a million wordings may be alike: MinHash and banding, in memory that grows with the number alone.

Broder (1997), On the resemblance and containment of documents; Leskovec, Rajaraman and Ullman, Mining of Massive
Datasets, chapter 3. The sketches are datasketch's. Its index keeps a set for every band of every wording, which is
several kilobytes each; here each band is sorted instead, so that a wording costs its sketch, 512 bytes.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from extractor.merging.wording import shingles

BANDS, ROWS = 32, 4  # of two wordings with half their shingles in common nine in ten pairs are found; of 0.7 all
_CROWD = 64  # in a larger bucket each is compared with its neighbours only


def alike(wordings: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes (lower, higher) that may be alike; the same pair may come several times."""
    if len(wordings) < 2:
        return
    sketches = _sketches(wordings)
    for band in range(BANDS):
        rows = np.ascontiguousarray(sketches[:, band * ROWS : (band + 1) * ROWS])
        yield from _pairs(rows.view([("", rows.dtype)] * ROWS).ravel())


def _sketches(wordings: Sequence[str]) -> NDArray[np.uint32]:
    blank = MinHash(BANDS * ROWS)
    found = np.empty((len(wordings), BANDS * ROWS), dtype=np.uint32)
    for number, words in enumerate(wordings):
        sketch = MinHash(BANDS * ROWS, permutations=blank.permutations, scheme=blank.scheme)
        sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles(words)])
        found[number] = sketch.hashvalues
    return found


def _pairs(band: NDArray[np.void]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that have one value in a band."""
    order = np.argsort(band, kind="stable")
    ordered = band[order]
    edges = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    for bucket in np.split(order, edges):
        members = sorted(bucket.tolist())
        reach = len(members) if len(members) <= _CROWD else _CROWD
        for place, one in enumerate(members):
            for other in members[place + 1 : place + reach]:
                yield one, other
