"""A pipeline is made fast where that changes nothing, and left alone elsewhere."""

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline.tok2vec import Tok2Vec

from extractor.api import Extractor
from extractor.encoder.encoder import Encoder
from extractor.encoder.speeding import speed_up


@pytest.fixture
def other() -> Language:
    """A pipeline whose tok2vec is spaCy's default one."""
    nlp = spacy.blank("ja")
    nlp.add_pipe("tok2vec")
    nlp.initialize()
    return nlp


def test_another_tok2vec_goes_spacys_own_way(other: Language) -> None:
    before = other("首相は述べた。").tensor
    speed_up(other)
    assert "predict" not in vars(other.get_pipe("tok2vec"))
    assert np.array_equal(other("首相は述べた。").tensor, before)


@pytest.mark.ginza
def test_ginzas_goes_through_our_encoder(extractor_loaded: Extractor) -> None:
    pipe = extractor_loaded.nlp.get_pipe("tok2vec")
    assert isinstance(pipe, Tok2Vec)
    assert isinstance(pipe.predict.__self__, Encoder)


@pytest.mark.ginza
def test_the_parser_multiplies_with_numpys_blas(extractor_loaded: Extractor) -> None:
    assert not any(node.ops.use_blis for node in extractor_loaded.nlp.get_pipe("parser").model.walk())
