"""Making the trained parts of a loaded pipeline fast, without a change of what they find."""

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.pipeline.tok2vec import Tok2Vec
from thinc.api import NumpyOps

from extractor.encoder.encoder import Encoder
from extractor.encoder.known import is_known, take_embedding, take_windows


def speed_up(nlp: Language) -> None:
    """Let the trained parts of ``nlp`` multiply with NumPy's BLAS, and its tok2vec go through our own ``Encoder``.

    A tok2vec of another architecture stays as it is, and so does whatever runs elsewhere than on the processor.
    """
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Tok2Vec):
            _encode_ourselves(pipe)
        elif isinstance(pipe, TrainablePipe):
            _multiply_with_numpy(pipe)


def _encode_ourselves(pipe: Tok2Vec) -> None:
    if is_known(pipe.model, pipe.vocab):
        encoder = Encoder(take_embedding(pipe.model), take_windows(pipe.model))
        pipe.predict = encoder.predict  # type: ignore[method-assign]  # spaCy asks the part itself, in pipes too


def _multiply_with_numpy(pipe: TrainablePipe) -> None:
    for node in pipe.model.walk():
        if type(node.ops) is NumpyOps:
            node.ops = NumpyOps(use_blis=False)
