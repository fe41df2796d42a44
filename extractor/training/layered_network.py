"""Train the layered network whose opinion is pooled with that of the field: once, on everything that has labels."""

from collections.abc import Sequence

import numpy as np

from extractor.naming.coded import Array
from extractor.naming.layered_network import LayeredEncoder, LayeredNetwork, with_nothing
from extractor.naming.name_facts import directions
from extractor.training.layered_learning import Course, Learner, Lesson
from extractor.training.name_labelled import Labelled, commonest_shapes, commonest_tags, marks_of, notions_of


def train_layered(vectors: Array, documents: Sequence[Labelled], course: Course) -> LayeredNetwork:
    """Return the network that has learned from ``documents``, of which at least one has words.

    vectors: of the pipeline that the words' rows are of, shape (vectors, numbers).
    """
    encoder = LayeredEncoder(
        tags=commonest_tags(documents),
        shapes=commonest_shapes(documents),
        marks=marks_of(documents),
        notions=notions_of(documents),
    )
    labels = tuple(sorted({label for document in documents for label in document.labels}))
    lessons = [
        lesson
        for document in documents
        if document.labels
        for lesson in [_lesson(encoder, labels, document)] * document.weight
    ]
    learner = Learner(with_nothing(directions(vectors)), lessons[0].facts.shape[1], len(labels), course)
    return LayeredNetwork(encoder, learner.learn(lessons), labels)


def _lesson(encoder: LayeredEncoder, labels: Sequence[str], document: Labelled) -> Lesson:
    names = document.names
    facts = [table[codes] for table, codes in encoder.facts(names, document.notion)]
    numbers = np.array([labels.index(label) for label in document.labels], dtype=np.intp)
    return Lesson(names.rows, names.rows[names.runs[1]], np.hstack(facts), numbers)
