"""Training the network: it learns, guesses for a document come from networks without it, and the bytes are the same."""

from dataclasses import replace

import numpy
import pytest

from extractor.naming.name_words import NameWords
from extractor.training.name_labelled import Labelled
from extractor.training.name_network import make_encoder, train_networks
from extractor.training.name_settings import Settings

NOUN, PARTICLE = "名詞-普通名詞-一般", "助詞-係助詞"
Vectors = numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]
SETTINGS = Settings(folds=2, units=16, epochs=600, decay=0.0)


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return numpy.random.default_rng(0).normal(size=(200, 100)).astype(numpy.float32)


def make_document(number: int, notion: str = "s") -> Labelled:
    """山本は: a person or an event, as the dictionary knows it, and neither where it does not."""
    known = number % 3
    names = NameWords(
        text=f"山本は{number}",
        starts=[0, 2],
        ends=[2, 3],
        words=["山本", "は"],
        tags=[NOUN, PARTICLE],
        clusters=[("1", "2", "3")] * 2,
        marks=[(), ("title-b",) if number == 3 else ()],
        unlisted=[False] * 2,
        named=[known, 0],
        within=[("S", known) if known else ("", 0), ("", 0)],
        rows=numpy.array([-1, -1]),
    )
    return Labelled(names, notion, [("O", "B-person", "B-event")[known], "O"])


def test_the_encoder_knows_what_occurs(vectors: Vectors) -> None:
    encoder = make_encoder(vectors, [make_document(i, notion) for i, notion in enumerate("sts" * 2)])
    assert (encoder.notions, encoder.marks, encoder.tags) == (
        ["s", "t"],
        ["title-b"],
        ["助詞-係助詞", "名詞-普通名詞-一般"],
    )
    assert encoder.projection.shape == (100, 96)


def test_guesses_are_learned_crosswise_and_the_same_again(
    vectors: Vectors,
) -> None:
    documents = [make_document(i) for i in range(60)]
    network, guesses = train_networks(vectors, documents, [make_document(70, "t")], SETTINGS)
    right = [
        found is not None and found.likely().items() == d.labels for d, found in zip(documents, guesses, strict=True)
    ]
    assert sum(right) > 50
    again, _ = train_networks(vectors, documents, [make_document(70, "t")], SETTINGS)
    assert again.to_bytes() == network.to_bytes()


def test_a_network_does_not_guess_what_it_has_seen(
    vectors: Vectors,
) -> None:
    odd = replace(make_document(1), labels=["B-place", "O"])
    documents = [*(make_document(i) for i in range(60) if i % 3 != 1), odd]
    network, guesses = train_networks(vectors, documents, [], SETTINGS)
    seen = network.guess(odd.names, odd.notion, vectors)
    assert seen is not None
    assert seen.likely().items()[0] == "B-place"
    assert guesses[-1] is not None
    assert "B-place" not in guesses[-1].labels


def test_a_document_without_words_has_no_guesses(
    vectors: Vectors,
) -> None:
    names = make_document(0).names
    empty = replace(
        names, text="", starts=[], ends=[], words=[], tags=[], clusters=[], marks=[], unlisted=[], named=[], within=[]
    )
    documents = [*(make_document(i) for i in range(20)), Labelled(replace(empty, rows=numpy.array([])), "s", [])]
    assert train_networks(vectors, documents, [], replace(SETTINGS, epochs=1))[1][-1] is None
