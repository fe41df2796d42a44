"""How a network learns: the way back through its layers is right, and batches keep documents apart."""

from dataclasses import fields

import numpy
import pytest

from extractor.naming.layered_network import REACHES, Weights
from extractor.training.layered_learning import Course, Learner, Lesson, batches

FACTS, LABELS = 3, 2
COURSE = Course(units=6, epochs=1, dropout=0.0, inputs=0.0, seed=0)
WAYS = numpy.vstack([numpy.random.default_rng(1).normal(size=(4, 5)), numpy.zeros(5)]).astype(numpy.float32)


def make_lesson(words: int, seed: int = 0) -> Lesson:
    chance = numpy.random.default_rng(seed)
    rows, last_rows = chance.integers(-1, 4, (2, words))
    facts = chance.normal(size=(words, FACTS)).astype(numpy.float32)
    return Lesson(rows, last_rows, facts, chance.integers(0, LABELS, words))


def log_loss(network: Weights, lesson: Lesson) -> float:
    entered = WAYS[lesson.rows] @ network.word + WAYS[lesson.last_rows] @ network.last + lesson.facts @ network.facts
    found = network.probabilities(entered + network.entry_bias)
    return float(-numpy.log(found[numpy.arange(len(found)), lesson.labels]).mean())


@pytest.mark.parametrize("name", [field.name for field in fields(Weights)])
def test_gradients_are_how_the_log_loss_changes(name: str) -> None:
    lesson, learner = make_lesson(9), Learner(WAYS, FACTS, LABELS, COURSE)
    gradient = learner.gradients(next(batches([lesson], [0])))[name]
    network = Weights(*(getattr(learner.weights, field.name).astype(float) for field in fields(Weights)))
    weights, step = getattr(network, name), 1e-5
    for place in numpy.random.default_rng(2).choice(weights.size, 4):
        before, losses = weights.flat[place], []
        for changed in (before - step, before + step):
            weights.flat[place] = changed
            losses.append(log_loss(network, lesson))
        weights.flat[place] = before
        assert gradient.flat[place] == pytest.approx((losses[1] - losses[0]) / (2 * step), abs=1e-4)


def test_batches_keep_documents_apart() -> None:
    lessons = [make_lesson(words, seed=words) for words in (600, 200, 3)]
    first, second = batches(lessons, [2, 0, 1])
    gap = max(REACHES)
    assert (len(first.labels), len(second.labels)) == (603 + 2 * gap, 200 + gap)
    assert first.labels[3 : 3 + gap].tolist() == [-1] * gap
    assert not first.facts[3 : 3 + gap].any()


def test_the_same_course_gives_the_same_network() -> None:
    lessons = [make_lesson(9, seed) for seed in range(3)]
    once, again = (Learner(WAYS, FACTS, LABELS, COURSE).learn(lessons) for _ in range(2))
    assert all((getattr(once, f.name) == getattr(again, f.name)).all() for f in fields(Weights))
