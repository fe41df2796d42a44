"""The trained field: the likeliest labels for all words of a text together, and how likely each is.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) as CRFsuite trains it: a weight for each
feature with each label, and one for each label after another. Here it is only read, by numpy, since handing CRFsuite
seventy strings for every word takes longer than all the rest.

Words that are no part of a name beyond doubt are settled, and what stands between two of them is a stretch of its own.
Stretches of like length are looked at side by side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from extractor.naming.archives import packed, unpacked
from extractor.naming.coded import Array
from extractor.naming.name_vocabulary import Vocabulary

OUTSIDE = "O"  #: the label of words that are no part of a name
#: How far the total of ``OUTSIDE`` must lie above all others for a word to be settled. On 17,000 words of news
#: no label differs from CRFsuite's then, and no probability by more than 0.003; with 11 four labels differ.
_BEYOND_DOUBT = 14.0
_NEVER = -1e9
_GROWTH = 4  # the longest of stretches side by side has at most so many times the words of the shortest
_TEXTS, _WEIGHTS = ("labels", "features"), ("states", "transitions")


class Labelling(NamedTuple):
    """Labels of words, and how probable each of them is by itself."""

    labels: list[str]
    probabilities: list[float]


@dataclass(frozen=True, eq=False)
class Field:
    """The weights.

    labels: among them ``OUTSIDE``. features: that have weights. states: shape (features + 1, labels), the last row
    zeros, for all other features. transitions: shape (labels, labels), from one label to the next.
    """

    labels: Sequence[str]
    features: Sequence[str]
    states: Array
    transitions: Array

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The features that have weights."""
        return Vocabulary(self.features)

    @cached_property
    def _weights(self) -> Array:
        """The states as they are summed up, small so that much of them stays at hand."""
        return np.ascontiguousarray(self.states, dtype=np.float32)

    @cached_property
    def _outside(self) -> int:
        return list(self.labels).index(OUTSIDE)

    def label(self, numbers: Array, opinion: Array | None = None) -> Labelling:
        """Return the likeliest labels for the words of a text.

        numbers: of features by ``vocabulary``, shape (features of a word, words); one may stand several times.
        opinion: what speaks for each label besides, in log probability, shape (words, labels).
        """
        totals = np.zeros((numbers.shape[1], len(self.labels)), dtype=np.float32)
        if not len(totals):
            return Labelling([], [])
        for feature in numbers:
            totals += self._weights.take(feature, axis=0)
        if opinion is not None:
            totals += opinion
        others = np.delete(totals, self._outside, axis=1).max(axis=1)
        open_ = totals[:, self._outside] - others <= _BEYOND_DOUBT
        # nothing stands before the first word and behind the last one, while each stretch has OUTSIDE there
        totals[0] -= self.transitions[self._outside]
        totals[-1] -= self.transitions[:, self._outside]
        best, sure = np.full(len(totals), self._outside), np.ones(len(totals))
        for places in _alike(open_):
            padded = np.full((len(places), places.shape[1] + 1, len(self.labels)), _NEVER)
            padded[:, :, self._outside] = 0
            there = places >= 0
            padded[:, :-1][there] = totals[places[there]]
            chosen, probable = self._likeliest(padded), self._marginals(padded)
            best[places[there]] = chosen[there]
            sure[places[there]] = np.take_along_axis(probable, chosen[:, :, None], axis=2)[:, :, 0][there]
        return Labelling([self.labels[i] for i in best.tolist()], sure.tolist())

    def _likeliest(self, totals: Array) -> Array:
        """Return the labels of the likeliest row of labels (Viterbi), shape (stretches, words).

        totals: shape (stretches, words + 1, labels); the last word is ``OUTSIDE``, as is one before the first.
        """
        moves, onto = self.transitions[:, None], np.ascontiguousarray(self.transitions.T)
        best = [totals[:, 0] + self.transitions[self._outside]]
        for word in range(1, totals.shape[1]):
            best.append((best[-1].T[:, :, None] + moves).max(axis=0) + totals[:, word])
        label = np.full(len(totals), self._outside)
        found = np.empty((len(totals), len(best) - 1), dtype=np.int64)
        for word in range(len(best) - 2, -1, -1):
            label = (best[word] + onto[label]).argmax(axis=1)  # asked only of the label that is reached
            found[:, word] = label
        return found

    def _marginals(self, totals: Array) -> Array:
        """Return how probable each label is for each word (forward-backward), shape (stretches, words, labels)."""
        states = np.exp(totals - totals.max(axis=2, keepdims=True))
        moves = np.exp(self.transitions)
        forward = [_shares(states[:, 0] * moves[self._outside])]
        for word in range(1, totals.shape[1]):
            forward.append(_shares(forward[-1] @ moves * states[:, word]))
        backward = [np.ones_like(states[:, 0])]
        for word in range(totals.shape[1] - 1, 0, -1):
            backward.append(_shares((states[:, word] * backward[-1]) @ moves.T))
        return _shares(np.stack(forward[:-1], axis=1) * np.stack(backward[:0:-1], axis=1))

    def to_bytes(self) -> bytes:
        """Return the field as numpy's archive; weights in single precision."""
        texts = {name: np.frombuffer("\0".join(getattr(self, name)).encode(), dtype=np.uint8) for name in _TEXTS}
        weights = {name: getattr(self, name).astype(np.float32) for name in _WEIGHTS}
        return packed({**texts, **weights}, compressed=True)

    @classmethod
    def from_bytes(cls, content: bytes) -> "Field":
        """Return the field that ``to_bytes`` wrote. Raises ValueError or KeyError where it is none."""
        arrays = unpacked(content)
        labels, features = (arrays[name].tobytes().decode().split("\0") for name in _TEXTS)
        states, transitions = (arrays[name] for name in _WEIGHTS)
        return cls(labels, features, states, transitions)


def _alike(open_: Array) -> Iterator[Array]:
    """Yield the words of stretches of like length: shape (stretches, words of the longest), -1 behind an end."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], open_, [False]])))
    first, length = edges[::2], edges[1::2] - edges[::2]
    most = 1
    while len(first):
        most *= _GROWTH
        these = length <= most
        if these.any():
            steps = np.arange(length[these].max())
            places = first[these, None] + steps
            yield np.where(steps < length[these, None], places, -1)
        first, length = first[~these], length[~these]


def _shares(values: Array) -> Array:
    """Return ``values`` divided so that the last axis sums to 1."""
    shares: Array = values / values.sum(axis=-1, keepdims=True)
    return shares
