"""A small tok2vec of GiNZA's kind with weights at random, over a vocabulary with vectors."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from extractor.encoder.known import ATTRIBUTES

WIDTH, DEPTH = 16, 3
WORDS = ("首相", "は", "増税", "し", "ない", "と", "述べ", "た", "。", "NATO", "１８")


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    """With vectors for all but the last three of ``WORDS``."""
    vocab = Vocab(lex_attr_getters={68: lambda word: f"{len(word)}x"})  # 68: SHAPE
    random = np.random.default_rng(1)
    vocab.reset_vectors(width=12)
    for word in WORDS[:-3]:
        vocab.set_vector(word, random.standard_normal(12, dtype=np.float32))
    return vocab


@pytest.fixture(scope="session")
def make_doc(vocab: Vocab) -> Callable[[int], Doc]:
    """Return a document of as many words as are asked for, any of ``WORDS``."""

    def make(length: int) -> Doc:
        chosen = np.random.default_rng(length).integers(len(WORDS), size=length)
        return Doc(vocab, words=[WORDS[number] for number in chosen])

    return make


@pytest.fixture(scope="session")
def make_model(vocab: Vocab, make_doc: Callable[[int], Doc]) -> Callable[..., Model[Any, Any]]:
    """Return a tok2vec; ``windows``: settings of its encoder; ``attributes``: what it looks up of a word."""

    def make(attributes: tuple[str, ...] = ATTRIBUTES, *, vectors: bool = True, **windows: int) -> Model[Any, Any]:
        settings = {"window_size": 1, "maxout_pieces": 3, "depth": DEPTH, **windows}
        embed = MultiHashEmbed(WIDTH, list(attributes), [50] * len(attributes), include_static_vectors=vectors)
        model = build_Tok2Vec_model(embed, MaxoutWindowEncoder(WIDTH, **settings))
        model.initialize(X=[make_doc(5)])
        random = np.random.default_rng(2)
        for node in model.walk():
            for name in node.param_names:
                node.set_param(name, random.standard_normal(node.get_param(name).shape, dtype=np.float32))
        return model

    return make
