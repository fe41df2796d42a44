"""How likely the network finds each label for each word, in steps that a feature can name."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractor.naming.coded import Coded
from extractor.naming.name_vocabulary import Vocabulary

#: Where one step of probability ends and the next begins; step 0 is that of labels not worth naming.
_CUTS = np.array([0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.995])


@dataclass(frozen=True)
class Guesses:
    """Guesses for the words of an article.

    labels: those that there are. likeliest: of each word the number of its likeliest label.
    steps: shape (words, labels), how probable each label is, from 0 to 11.
    """

    labels: tuple[str, ...]
    likeliest: NDArray[Any]
    steps: NDArray[Any]

    @classmethod
    def of(cls, labels: tuple[str, ...], probabilities: NDArray[Any]) -> "Guesses":
        """Return what ``probabilities`` amount to, shape (words, labels)."""
        return cls(labels, probabilities.argmax(axis=1), np.searchsorted(_CUTS, probabilities).astype(np.uint8))

    @classmethod
    def joined(cls, parts: "list[Guesses]") -> "Guesses":
        """Return the guesses of ``parts``, at least one, for one piece of the article after the other."""
        return cls(
            parts[0].labels,
            np.concatenate([part.likeliest for part in parts]),
            np.concatenate([part.steps for part in parts]),
        )

    def likely(self) -> Coded[str]:
        """Return the likeliest label of each word."""
        return Coded(self.labels, self.likeliest)

    def sureness(self) -> Coded[str]:
        """Return for each word how probable its likeliest label is, as a step."""
        steps = self.steps[np.arange(len(self.steps)), self.likeliest]
        return Coded([str(step) for step in range(len(_CUTS) + 1)], steps.astype(np.intp))

    def chances(self) -> list[tuple[str, ...]]:
        """Return for each word the features that each label with its step makes, if that is not 0."""
        found: list[list[str]] = [[] for _ in self.steps]
        for word, label in zip(*(places.tolist() for places in np.nonzero(self.steps)), strict=True):
            found[word].append(_chance(self.labels[label], self.steps[word, label]))
        return [tuple(chances) for chances in found]

    def numbers(self, known: Vocabulary, start: int, end: int) -> NDArray[Any]:
        """Return the numbers of ``chances`` for the words from ``start`` to ``end``: shape (words, labels)."""
        found: NDArray[Any] = _table(known, self.labels)[np.arange(len(self.labels)), self.steps[start:end]]
        return found


@lru_cache(4)
def _table(known: Vocabulary, labels: tuple[str, ...]) -> NDArray[Any]:
    """Return the number of each label's feature at each step, shape (labels, steps)."""
    steps = range(1, len(_CUTS) + 1)
    rows = [[known.unknown, *(known.number(_chance(label, step)) for step in steps)] for label in labels]
    return np.array(rows, dtype=np.int32)


def _chance(label: str, step: int) -> str:
    return f"chance={label}:{step}"
