"""Training the layered network: it learns what is to be learned, and twice the same."""

from dataclasses import replace

import numpy
import pytest

from extractor.naming.name_words import NameWords
from extractor.training.layered_learning import Course
from extractor.training.layered_network import train_layered
from extractor.training.name_labelled import Labelled
from tests.naming.conftest import VECTORS, make_names

COURSE = Course(units=16, epochs=60, dropout=0.1, inputs=0.0, seed=0)


def known_as(kinds: int) -> NameWords:
    names = make_names()
    return replace(names, named=[kinds, 0], within=[("S", kinds) if kinds else ("", 0), ("", 0)])


@pytest.fixture(scope="module")
def documents() -> list[Labelled]:
    """山本は, a person or an event as the dictionary knows it, or neither; and one without words."""
    empty = replace(make_names(), text="", starts=[], ends=[], words=[], rows=numpy.array([], dtype=int))
    first = [("O", "B-person", "B-event")[number % 3] for number in range(60)]
    return [
        *(Labelled(known_as(number % 3), "news", [label, "O"]) for number, label in enumerate(first)),
        Labelled(empty, "gsd", []),
    ]


def test_it_learns_what_tells_labels_apart(documents: list[Labelled]) -> None:
    network = train_layered(VECTORS, documents, COURSE)
    assert network.labels == ("B-event", "B-person", "O")
    assert list(network.encoder.notions) == ["gsd", "news"]
    for document in documents[:3]:
        likeliest = network.probabilities(document.names, "news", VECTORS).argmax(axis=1)
        assert [network.labels[number] for number in likeliest] == document.labels


def test_the_same_documents_give_the_same_bytes(documents: list[Labelled]) -> None:
    once, again = (train_layered(VECTORS, documents, COURSE).to_bytes() for _ in range(2))
    assert once == again
