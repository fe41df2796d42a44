"""Our tok2vec gives what spaCy's gives."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc
from thinc.api import Model

from extractor.api import Extractor
from extractor.encoder.encoder import Encoder
from extractor.encoder.known import take_embedding, take_windows
from extractor.encoder.windows import BLOCK
from extractor.encoder.words import Words

NEAR = 2e-5  # of numbers around 1: sums of 768 products in another order


def encoder_of(model: Model[Any, Any]) -> Encoder:
    windows = take_windows(model)
    return Encoder(Words(take_embedding(model), windows.first), windows)


@pytest.mark.parametrize("length", [1, 2, 17, BLOCK - 6, BLOCK, 3 * BLOCK + 1])
def test_a_text_of_any_length(
    make_model: Callable[..., Model[Any, Any]], make_doc: Callable[[int], Doc], length: int
) -> None:
    model, doc = make_model(), make_doc(length)
    (expected,), (found,) = model.predict([doc]), encoder_of(model).predict([doc])
    assert found.shape == expected.shape
    assert found.dtype == np.float32
    assert np.allclose(found, expected, atol=NEAR)


def test_an_empty_text(make_model: Callable[..., Model[Any, Any]], make_doc: Callable[[int], Doc]) -> None:
    (found,) = encoder_of(make_model()).predict([make_doc(0)])
    assert found.shape == (0, 16)


def test_several_texts_do_not_see_each_other(
    make_model: Callable[..., Model[Any, Any]], make_doc: Callable[[int], Doc]
) -> None:
    model, docs = make_model(), [make_doc(length) for length in (3, 0, 9)]
    together = encoder_of(model).predict(docs)
    for doc, found, expected in zip(docs, together, model.predict(docs), strict=True):
        assert np.array_equal(found, encoder_of(model).predict([doc])[0])
        assert np.allclose(found, expected, atol=NEAR)


def test_other_depths_and_pieces(make_model: Callable[..., Model[Any, Any]], make_doc: Callable[[int], Doc]) -> None:
    model, doc = make_model(depth=1), make_doc(20)
    assert np.allclose(encoder_of(model).predict([doc])[0], model.predict([doc])[0], atol=NEAR)


@pytest.mark.ginza
@pytest.mark.parametrize("text", ["", "雨", "首相は18日、「増税しない」と述べた。\n", "雨が降った。\n" * 300])
def test_ginzas_own(extractor_loaded: Extractor, text: str) -> None:
    nlp = extractor_loaded.nlp
    tok2vec, doc = nlp.get_pipe("tok2vec"), nlp.tokenizer(text)
    (found,) = tok2vec.predict([doc])
    assert found.shape == (len(doc), 256)
    if text:
        assert np.allclose(found, tok2vec.model.predict([doc])[0], atol=NEAR)
