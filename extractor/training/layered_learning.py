"""How a network learns: by Adam's steps (Kingma and Ba 2015), shrinking to nothing, parts of it being left out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import count

import numpy as np

from extractor.naming.coded import Array
from extractor.naming.layered_network import REACHES, Weights, beside, evened_by
from extractor.naming.name_facts import shares

_RATE, _FIRST_MOMENT, _SECOND_MOMENT, _SMALL = 0.01, 0.9, 0.999, 1e-8
_BATCH = 512  # words that are learned from at once, or a document that has more
_GAP = max(REACHES)  # rows of nothing between two documents


@dataclass(frozen=True, eq=False)
class Lesson:
    """A document as the network sees it. rows, last_rows: of word vectors; facts: numbers; labels: by number."""

    rows: Array
    last_rows: Array
    facts: Array
    labels: Array


@dataclass(frozen=True)
class Course:
    """How to learn. dropout: part of what the layers know that is left out each time; inputs: of what enters."""

    units: int
    epochs: int
    dropout: float
    inputs: float
    seed: int


class Learner:
    """A network while it learns."""

    def __init__(self, directions: Array, facts: int, labels: int, course: Course) -> None:
        """directions: of the word vectors, with a row of zeros behind. facts, labels: how many there are."""
        self._directions, self._course = directions, course
        self._chance = np.random.default_rng(course.seed)
        units, entering = course.units, directions.shape[1]
        self.weights = Weights(
            word=self._drawn(entering, units, scale=entering**-0.5),
            last=self._drawn(entering, units, scale=entering**-0.5),
            facts=self._drawn(facts, units, scale=0.2),
            entry_bias=np.zeros(units, np.float32),
            layers=np.stack([self._drawn(3 * units, units, scale=(2 / (3 * units)) ** 0.5) for _ in REACHES]),
            layer_biases=np.zeros((len(REACHES), units), np.float32),
            outer=self._drawn(units, labels, scale=units**-0.5),
            outer_bias=np.zeros(labels, np.float32),
        )
        self._moments = {name: (np.zeros_like(w), np.zeros_like(w)) for name, w in self._named(self.weights)}

    def _drawn(self, rows: int, columns: int, *, scale: float) -> Array:
        return (self._chance.standard_normal((rows, columns)) * scale).astype(np.float32)

    @staticmethod
    def _named(network: Weights) -> list[tuple[str, Array]]:
        return [(field.name, getattr(network, field.name)) for field in fields(network)]

    def learn(self, lessons: Sequence[Lesson]) -> Weights:
        """Return the network that has learned from ``lessons``; weights as they are kept on disk."""
        steps = sum(1 for _ in batches(lessons, range(len(lessons)))) * self._course.epochs
        step = count()
        for _ in range(self._course.epochs):
            for batch in batches(lessons, self._chance.permutation(len(lessons))):
                number = next(step)
                self._step(self.gradients(batch), number + 1, _RATE * max(0.0, 1 - number / steps))
        rounded = (w.astype(np.float16).astype(np.float32) for _, w in self._named(self.weights))
        return Weights(*rounded)

    def _step(self, gradients: dict[str, Array], number: int, rate: float) -> None:
        rate *= (1 - _SECOND_MOMENT**number) ** 0.5 / (1 - _FIRST_MOMENT**number)
        for name, weights in self._named(self.weights):
            gradient, (first, second) = gradients[name], self._moments[name]
            first += (1 - _FIRST_MOMENT) * (gradient - first)
            second += (1 - _SECOND_MOMENT) * (gradient * gradient - second)
            np.subtract(weights, rate * first / (np.sqrt(second) + _SMALL), out=weights)

    def _kept(self, shape: tuple[int, ...], left_out: float) -> Array:
        """Return 0 for what is left out, and for the rest what keeps the sum as it is."""
        return (self._chance.random(shape, dtype=np.float32) >= left_out) / np.float32(1 - left_out)

    def gradients(self, batch: Lesson) -> dict[str, Array]:
        """Return how the log loss of ``batch``, a mean over its words, changes with each weight."""
        net, course = self.weights, self._course
        there = (batch.labels >= 0)[:, None].astype(np.float32)
        word, last, facts = (
            values * self._kept(values.shape, course.inputs)
            for values in (self._directions[batch.rows], self._directions[batch.last_rows], batch.facts)
        )
        entered = word @ net.word + last @ net.last + facts @ net.facts + net.entry_bias
        known, back = _evened(entered)
        masks = [there * self._kept(known.shape, course.dropout) for _ in range(len(REACHES) + 1)]
        known = known * masks[0]
        passed = []
        for reach, weights, bias, mask in zip(REACHES, net.layers, net.layer_biases, masks[1:], strict=True):
            seen = beside(known, reach)
            added, back_added = _evened(seen @ weights + bias)
            passed.append((reach, weights, seen, back_added, mask))
            known = known + added * mask
        wrong = shares(known @ net.outer + net.outer_bias)
        wrong[np.arange(len(wrong)), np.maximum(batch.labels, 0)] -= 1
        wrong *= there / there.sum()
        found = {"outer": known.T @ wrong, "outer_bias": wrong.sum(axis=0)}
        change = wrong @ net.outer.T
        layers, biases = [], []
        for reach, weights, seen, back_added, mask in reversed(passed):
            inner = back_added(change * mask)
            layers.append(seen.T @ inner)
            biases.append(inner.sum(axis=0))
            change = change + _gathered(inner @ weights.T, reach)
        inner = back(change * masks[0])
        return found | {
            "layers": np.stack(layers[::-1]),
            "layer_biases": np.stack(biases[::-1]),
            "word": word.T @ inner,
            "last": last.T @ inner,
            "facts": facts.T @ inner,
            "entry_bias": inner.sum(axis=0),
        }


def _evened(totals: Array) -> tuple[Array, Callable[[Array], Array]]:
    """Return what ``evened`` makes of the positive ones of ``totals``, and how to go back from changes of it."""
    even, spread = evened_by(np.maximum(totals, 0))

    def back(change: Array) -> Array:
        change = change - change.mean(axis=1, keepdims=True) - even * (change * even).mean(axis=1, keepdims=True)
        return np.where(totals > 0, change / spread, np.float32(0))

    return even, back


def _gathered(changes: Array, reach: int) -> Array:
    """Return the changes of words from those of what is ``beside`` them."""
    before, here, behind = np.split(changes, 3, axis=1)
    found = here.copy()
    found[:-reach] += before[reach:]
    found[reach:] += behind[:-reach]
    return found


def batches(lessons: Sequence[Lesson], order: Iterable[int]) -> Iterator[Lesson]:
    """Yield ``lessons`` in that order, joined with rows of nothing between them, whose label is -1."""
    batch: list[Lesson] = []
    words = 0
    for number in order:
        batch.append(lessons[number])
        words += len(lessons[number].labels)
        if words >= _BATCH:
            yield _joined(batch)
            batch, words = [], 0
    if batch:
        yield _joined(batch)


def _joined(lessons: Sequence[Lesson]) -> Lesson:
    gap = ((0, _GAP),)
    return Lesson(
        np.concatenate([np.pad(lesson.rows, gap, constant_values=-1) for lesson in lessons]),
        np.concatenate([np.pad(lesson.last_rows, gap, constant_values=-1) for lesson in lessons]),
        np.concatenate([np.pad(lesson.facts, (*gap, (0, 0))) for lesson in lessons]),
        np.concatenate([np.pad(lesson.labels, gap, constant_values=-1) for lesson in lessons]),
    )
