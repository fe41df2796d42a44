"""Train the network whose guesses the recogniser weighs: once on everything, and crosswise for guesses to learn from.

A network guesses better what it was trained on. The recogniser is to learn how far guesses on new texts can be trusted;
so those that it learns from are made by networks that have not seen the document.
"""

import warnings
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from extractor.naming.coded import Array
from extractor.naming.name_facts import directions
from extractor.naming.name_guesses import Guesses
from extractor.naming.name_network import Encoder, Network
from extractor.training.name_labelled import Labelled, commonest_shapes, commonest_tags, marks_of, notions_of
from extractor.training.name_settings import Settings, place_of, turned

_DIMENSIONS = 96  # of the word vectors
_BATCH = 256  # words that the network learns from at once


def make_encoder(vectors: Array, documents: Sequence[Labelled]) -> Encoder:
    """Return what numbers the words of ``documents`` become."""
    analysis = PCA(_DIMENSIONS, random_state=0, svd_solver="full").fit(directions(vectors))
    spread = analysis.transform(directions(vectors)).std()
    return Encoder(
        mean=analysis.mean_.astype(np.float16).astype(np.float32),
        projection=(analysis.components_.T / spread).astype(np.float16).astype(np.float32),
        tags=commonest_tags(documents),
        shapes=commonest_shapes(documents),
        marks=marks_of(documents),
        notions=notions_of(documents),
    )


def train_networks(
    vectors: Array, documents: Sequence[Labelled], more: Sequence[Labelled], settings: Settings, turn: int = 0
) -> tuple[Network, list[Guesses | None]]:
    """Return the network, and for each of ``documents`` the guesses of one that has not seen it.

    more: documents that only the network learns from. turn: in another one chance decides otherwise.
    """
    encoder = make_encoder(vectors, [*documents, *more])
    inputs = [_inputs(encoder, document, vectors) for document in documents]
    always = [(document, _inputs(encoder, document, vectors)) for document in more]
    pairs = list(zip(documents, inputs, strict=True))
    network = _fit(encoder, [*pairs, *always], settings, turn)
    guesses: dict[int, Guesses | None] = {}
    for fold in range(settings.folds):
        seen = [pair for pair in pairs if _fold(pair[0], settings, turn) != fold]
        other = _fit(encoder, [*seen, *always], settings, turn)
        guesses |= {
            number: Guesses.of(other.labels, other.probabilities(given)) if len(given) else None
            for number, (document, given) in enumerate(pairs)
            if _fold(document, settings, turn) == fold
        }
    return network, [guesses[number] for number in range(len(documents))]


def _fold(document: Labelled, settings: Settings, turn: int) -> int:
    return int(place_of(turned(document.names.text, turn)) * settings.folds)


def _inputs(encoder: Encoder, document: Labelled, vectors: Array) -> Array:
    pieces = list(encoder.inputs(document.names, document.notion, vectors))
    return np.vstack(pieces) if pieces else np.zeros((0, 0), dtype=np.float32)


def _fit(encoder: Encoder, pairs: Sequence[tuple[Labelled, Array]], settings: Settings, turn: int) -> Network:
    given = np.vstack([inputs for document, inputs in pairs if len(inputs) for _ in range(document.weight)])
    labels = [label for document, _ in pairs for _ in range(document.weight) for label in document.labels]
    classifier = MLPClassifier(
        (settings.units,),
        batch_size=min(_BATCH, len(labels)),
        max_iter=settings.epochs,
        alpha=settings.decay,
        random_state=turn,
        tol=0,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the number of epochs is chosen
        classifier.fit(given, labels)
    (inner, outer), (inner_bias, outer_bias) = (
        _rounded(layers) for layers in (classifier.coefs_, classifier.intercepts_)
    )
    return Network(encoder, inner, inner_bias, outer, outer_bias, tuple(str(c) for c in classifier.classes_))


def _rounded(layers: Iterable[Array]) -> Iterator[Array]:
    """Yield weights as they are kept on disk, in half precision."""
    return (layer.astype(np.float16).astype(np.float32) for layer in layers)
