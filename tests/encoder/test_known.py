"""Only the tok2vec that we can compute is taken for it."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.ml.models.tok2vec import MishWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from extractor.encoder.known import ATTRIBUTES, is_known


def test_the_known_one_is_known_at_any_depth(make_model: Callable[..., Model[Any, Any]], vocab: Vocab) -> None:
    assert is_known(make_model(), vocab)
    assert is_known(make_model(depth=1), vocab)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"attributes": ("NORM", "SHAPE")}, id="an-attribute-of-the-token"),
        pytest.param({"attributes": ("ORTH",)}, id="one-attribute"),
        pytest.param({"attributes": ("ORTH", "SHAPE", "PREFIX")}, id="three-attributes"),
        pytest.param({"vectors": False}, id="no-vectors"),
        pytest.param({"window_size": 2}, id="two-words-on-either-side"),
        pytest.param({"maxout_pieces": 2}, id="two-pieces"),
    ],
)
def test_others_are_not(make_model: Callable[..., Model[Any, Any]], vocab: Vocab, change: dict[str, Any]) -> None:
    assert not is_known(make_model(**change), vocab)


def test_another_encoder_is_not(vocab: Vocab, make_doc: Callable[[int], Doc]) -> None:
    embed = MultiHashEmbed(16, list(ATTRIBUTES), [50, 50], include_static_vectors=True)
    model = build_Tok2Vec_model(embed, MishWindowEncoder(16, window_size=1, depth=2))
    model.initialize(X=[make_doc(5)])
    assert not is_known(model, vocab)


def test_one_without_weights_is_not(vocab: Vocab) -> None:
    embed = MultiHashEmbed(16, list(ATTRIBUTES), [50, 50], include_static_vectors=True)
    assert not is_known(embed, vocab)


def test_one_that_runs_elsewhere_is_not(make_model: Callable[..., Model[Any, Any]], vocab: Vocab) -> None:
    class OtherOps(NumpyOps):
        """Stands for Apple's or those of a graphics card."""

    model = make_model()
    for node in model.walk():
        node.ops = OtherOps()
    assert not is_known(model, vocab)


def test_other_padding_is_not(make_model: Callable[..., Model[Any, Any]], vocab: Vocab) -> None:
    model = make_model()
    model.layers[1].attrs["pad"] += 1
    assert not is_known(model, vocab)
