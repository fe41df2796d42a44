"""The layered network: how its layers are stacked, how far they see, and that it survives being written down."""

from dataclasses import replace

import numpy
import pytest

from extractor.naming.layered_network import (
    REACHES,
    LayeredEncoder,
    LayeredNetwork,
    Weights,
    beside,
    evened,
)
from tests.naming.conftest import NOUN, PARTICLE, VECTORS, make_names

UNITS = 8


@pytest.fixture(scope="module")
def encoder() -> LayeredEncoder:
    return LayeredEncoder((NOUN, PARTICLE), ("K", "H"), ("title-b",), ("news", "gsd"))


@pytest.fixture(scope="module")
def network(encoder: LayeredEncoder) -> LayeredNetwork:
    """Weights by chance, as half precision keeps them."""
    chance = numpy.random.default_rng(0)
    facts = sum(table.shape[1] for table, _ in encoder.facts(make_names(), "news"))

    def drawn(*shape: int) -> numpy.ndarray:
        return chance.normal(size=shape).astype(numpy.float16).astype(numpy.float32)

    layers = len(REACHES)
    weights = Weights(
        word=drawn(2, UNITS),
        last=drawn(2, UNITS),
        facts=drawn(facts, UNITS),
        entry_bias=drawn(UNITS),
        layers=drawn(layers, 3 * UNITS, UNITS),
        layer_biases=drawn(layers, UNITS),
        outer=drawn(UNITS, 2),
        outer_bias=drawn(2),
    )
    return LayeredNetwork(encoder, weights, ("B-person", "O"))


def test_what_stands_beside_a_word() -> None:
    known = numpy.array([[1.0], [2.0], [3.0]], dtype=numpy.float32)
    assert beside(known, 1).tolist() == [[0, 1, 2], [1, 2, 3], [2, 3, 0]]
    assert beside(known, 3).tolist() == [[0, 1, 0], [0, 2, 0], [0, 3, 0]]
    assert beside(known[:1], 2).tolist() == [[0, 1, 0]]


def test_evened_rows_have_mean_0_and_spread_1() -> None:
    even = evened(numpy.array([[1.0, 3.0, 5.0], [2.0, 2.0, 2.0]]))
    assert even.mean(axis=1).tolist() == pytest.approx([0, 0])
    assert even.std(axis=1).tolist() == pytest.approx([1, 0], abs=1e-3)


def test_other_vectors_enter_with_other_numbers(network: LayeredNetwork) -> None:
    rows, others = numpy.array([0, 1]), VECTORS[::-1].copy()
    first, other, again = (network.weights.entered([], rows, rows, vectors) for vectors in (VECTORS, others, VECTORS))
    assert first.tolist() == again.tolist()
    assert first.tolist() == pytest.approx(other[::-1])
    unknown = network.weights.entered([], numpy.array([-1]), numpy.array([-1]), VECTORS)
    assert unknown[0].tolist() == network.weights.entry_bias.tolist()


def test_probabilities_are_a_row_for_each_word(network: LayeredNetwork) -> None:
    found = network.probabilities(make_names(5), "news", VECTORS)
    assert found.shape == (5, 2)
    assert found.sum(axis=1) == pytest.approx(1)
    empty = replace(make_names(), text="", starts=[], ends=[], words=[], rows=numpy.array([], dtype=int))
    assert network.probabilities(empty, "news", VECTORS).shape == (0, 2)


def test_pieces_see_beyond_their_ends(network: LayeredNetwork, monkeypatch: pytest.MonkeyPatch) -> None:
    names = make_names(20, row=1)
    whole = network.probabilities(names, "gsd", VECTORS)
    monkeypatch.setattr("extractor.naming.layered_network._PIECE", 6)
    assert network.probabilities(names, "gsd", VECTORS) == pytest.approx(whole, abs=1e-5)


def test_a_word_counts_as_far_as_the_layers_reach(network: LayeredNetwork) -> None:
    names = make_names(20, row=1)
    changed = replace(names, rows=numpy.array([0, *names.rows[1:]]))
    before, after = (network.probabilities(each, "news", VECTORS) for each in (names, changed))
    assert (before != after).any(axis=1).tolist() == [i <= sum(REACHES) for i in range(20)]


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        pytest.param({"tags": [PARTICLE, PARTICLE]}, True, id="tag"),
        pytest.param({"rows": numpy.array([-1, -1])}, True, id="no-vector"),
        pytest.param({"marks": [("title-b", "never seen"), ()]}, False, id="unknown-mark"),
        pytest.param({"clusters": [("9", "9", "9")] * 2}, False, id="clusters"),
    ],
)
def test_what_the_network_is_told(network: LayeredNetwork, change: dict[str, object], differs: bool) -> None:
    names = make_names()
    changed = replace(names, **change)  # type: ignore[arg-type]
    before, after = (network.probabilities(each, "news", VECTORS) for each in (names, changed))
    assert (before != after).any() == differs


def test_probabilities_follow_the_notion(network: LayeredNetwork) -> None:
    news, other = (network.probabilities(make_names(), notion, VECTORS) for notion in ("news", "gsd"))
    assert news.tolist() != other.tolist()


def test_a_network_survives_being_written_down(network: LayeredNetwork) -> None:
    content = network.to_bytes()
    again = LayeredNetwork.from_bytes(content)
    assert again.labels == network.labels
    assert vars(again.encoder) == vars(network.encoder)
    names = make_names()
    assert (
        again.probabilities(names, "news", VECTORS).tolist() == network.probabilities(names, "news", VECTORS).tolist()
    )
    assert again.to_bytes() == content
