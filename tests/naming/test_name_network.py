"""The network: what its numbers say of words, its guesses as steps, and that it survives being written down."""

from dataclasses import replace

import numpy
import pytest

from extractor.naming.name_facts import directions
from extractor.naming.name_guesses import Guesses
from extractor.naming.name_network import WINDOW, Encoder, Network
from tests.naming.conftest import NOUN, PARTICLE, VECTORS, make_names


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    mean, projection = numpy.zeros(2, numpy.float32), numpy.eye(2, dtype=numpy.float32)
    return Encoder(mean, projection, (NOUN, PARTICLE), ("K", "H"), ("title-b",), ("news", "gsd"))


@pytest.fixture(scope="module")
def network(encoder: Encoder) -> Network:
    width = next(encoder.inputs(make_names(), "news", VECTORS)).shape[1]
    inner = numpy.zeros((width, 1), numpy.float32)
    inner[width - 2] = 1  # the notion "news"
    outer, bias = numpy.array([[2.0, -2.0]], numpy.float32), numpy.array([-1.0, 1.0], numpy.float32)
    return Network(encoder, inner, numpy.zeros(1, numpy.float32), outer, bias, ("B-person", "O"))


def test_a_vector_counts_by_its_direction() -> None:
    assert directions(VECTORS).tolist() == pytest.approx(numpy.array([[0.6, 0.8], [0.0, 1.0]]))
    assert directions(numpy.zeros((1, 2))).tolist() == [[0.0, 0.0]]


def test_each_word_sees_its_neighbours(encoder: Encoder) -> None:
    first, second = next(encoder.inputs(make_names(), "news", VECTORS))
    width = (len(first) - 2 - 6 - 2) // (2 * WINDOW + 1)
    own = first[WINDOW * width : (WINDOW + 1) * width]
    assert own[:2].tolist() == pytest.approx([0.6, 0.8])
    assert own.tolist() == second[(WINDOW - 1) * width : WINDOW * width].tolist()
    assert not first[: WINDOW * width].any()


def test_other_vectors_have_other_projections(encoder: Encoder) -> None:
    others = VECTORS[::-1].copy()
    for vectors in (VECTORS, others, VECTORS):
        rows = next(encoder.inputs(make_names(), "news", vectors))
        own = rows[0][-10:-8]  # of the last word of the run, before its distances and the notion
        assert own.tolist() == pytest.approx(directions(vectors)[0])
    alone = next(encoder.inputs(make_names(1, row=-1), "news", VECTORS))
    assert not alone[0][-10:-8].any()


def test_pieces_see_beyond_their_ends(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    names = make_names(7, row=1)
    whole = numpy.vstack(list(encoder.inputs(names, "gsd", VECTORS)))
    monkeypatch.setattr("extractor.naming.name_network._PIECE", 2)
    pieces = list(encoder.inputs(names, "gsd", VECTORS))
    assert len(pieces) == 4
    assert numpy.vstack(pieces).tolist() == whole.tolist()


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        pytest.param({"tags": [PARTICLE, PARTICLE]}, True, id="tag"),
        pytest.param({"named": [0, 0]}, True, id="dictionary"),
        pytest.param({"unlisted": [True, False]}, True, id="unlisted"),
        pytest.param({"marks": [(), ()]}, True, id="marks"),
        pytest.param({"within": [("B", 5), ("E", 5)]}, True, id="within"),
        pytest.param({"rows": numpy.array([1, -1])}, True, id="vector"),
        pytest.param({"marks": [("title-b", "never seen"), ()]}, False, id="unknown-mark"),
        pytest.param({"clusters": [("9", "9", "9")] * 2}, False, id="clusters"),
    ],
)
def test_what_the_numbers_say(encoder: Encoder, change: dict[str, object], differs: bool) -> None:
    names = make_names()
    before = next(encoder.inputs(names, "news", VECTORS))
    after = next(encoder.inputs(replace(names, **change), "news", VECTORS))  # type: ignore[arg-type]
    assert (before.tolist() != after.tolist()) is differs


def test_guesses_follow_the_notion(network: Network) -> None:
    news, other = (network.guess(make_names(), notion, VECTORS) for notion in ("news", "gsd"))
    assert news is not None
    assert other is not None
    assert news.likely().items() == ["B-person", "B-person"]
    assert other.likely().items() == ["O", "O"]
    assert numpy.array(network.probabilities(numpy.zeros((1, len(network.inner))))).sum() == pytest.approx(1)


def test_no_guesses_without_words_or_vectors(network: Network) -> None:
    empty = replace(make_names(), words=[])
    assert network.guess(empty, "news", VECTORS) is None
    assert network.guess(make_names(), "news", numpy.zeros((0, 2))) is None


def test_a_network_survives_being_written_down(network: Network) -> None:
    content = network.to_bytes()
    again = Network.from_bytes(content)
    assert again.labels == network.labels
    assert (again.encoder.tags, again.encoder.notions) == (network.encoder.tags, network.encoder.notions)
    inputs = next(network.encoder.inputs(make_names(), "news", VECTORS))
    assert again.probabilities(inputs).tolist() == pytest.approx(network.probabilities(inputs))
    assert again.to_bytes() == content


def test_guesses_become_steps() -> None:
    guesses = Guesses.of(("B-person", "O"), numpy.array([[0.01, 0.99], [0.7, 0.3]]))
    assert guesses.likely().items() == ["O", "B-person"]
    assert guesses.sureness().items() == ["10", "6"]
    assert guesses.chances() == [("chance=O:10",), ("chance=B-person:6", "chance=O:4")]
    assert Guesses.joined([guesses, guesses]).likely().items() == guesses.likely().items() * 2
