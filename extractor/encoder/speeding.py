"""Making the trained parts of a loaded pipeline fast, without a change of what they find."""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, TrainablePipe
from spacy.pipeline.tok2vec import Tok2Vec
from thinc.api import NumpyOps

from extractor.encoder import scores
from extractor.encoder.encoder import Encoder
from extractor.encoder.known import is_known, take_embedding, take_windows
from extractor.encoder.sentence_parser import SentenceParser
from extractor.encoder.words import Words

Pipe = Callable[[Any], Any]


def speed_up(nlp: Language) -> None:
    """Let the trained parts of ``nlp`` multiply with NumPy's BLAS, its tok2vec and its parser by code of our own.

    What is of another architecture goes on as it did, and so does whatever runs elsewhere than on the processor.
    """
    nlp._components = [(name, _faster(pipe)) for name, pipe in nlp._components]  # spaCy has no way to exchange a part


def _faster(pipe: Pipe) -> Pipe:
    """Return what does the same as ``pipe``, a part of a pipeline."""
    if isinstance(pipe, Tok2Vec):
        _encode_ourselves(pipe)
    elif isinstance(pipe, TrainablePipe):
        _multiply_with_numpy(pipe)
        if isinstance(pipe, DependencyParser) and scores.is_known(pipe):
            return SentenceParser.of(pipe)
    return pipe


def _encode_ourselves(pipe: Tok2Vec) -> None:
    if is_known(pipe.model, pipe.vocab):
        windows = take_windows(pipe.model)
        encoder = Encoder(Words(take_embedding(pipe.model), windows.first), windows)
        pipe.predict = encoder.predict  # type: ignore[method-assign]  # spaCy asks the part itself, in pipes too


def _multiply_with_numpy(pipe: TrainablePipe) -> None:
    for node in pipe.model.walk():
        if type(node.ops) is NumpyOps:
            node.ops = NumpyOps(use_blis=False)
