"""Memory for the large arrays of the trained parts, used again from text to text.

The system clears the pages of every new large array, which takes as long as a good part of the sums written into it.
"""

from dataclasses import dataclass, field

import numpy as np

from extractor.encoder.maxout import Floats


@dataclass(eq=False)
class Buffer:
    """Rows of numbers, of which the first so many are handed out anew each time.

    width: numbers of a row. kept: most rows that are kept; for more, memory is taken that is given back.
    """

    width: int
    kept: int
    _rows: Floats = field(init=False)

    def __post_init__(self) -> None:
        """Take no memory yet: the system gives it page by page, as rows are written."""
        self._rows = np.empty((self.kept, self.width), dtype=np.float32)

    def rows(self, number: int) -> Floats:
        """Return ``number`` rows with anything in them; they are the caller's until the next call."""
        return self._rows[:number] if number <= self.kept else np.empty((number, self.width), dtype=np.float32)
