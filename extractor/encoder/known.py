"""Whether a loaded tok2vec is the one that we can compute ourselves, and its parts where it is."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from extractor.encoder.embedding import Embedding
from extractor.encoder.maxout import Maxout
from extractor.encoder.windows import WindowEncoder

#: Attributes of a word that are looked up; both are the same wherever the word stands, as ``Embedding`` needs.
ATTRIBUTES = ("ORTH", "SHAPE")
PIECES = 3
_ONLY_IN_TRAINING = ("dropout_rate", "is_enabled")


class _Node(NamedTuple):
    """What must be the same of a layer. name: names those inside it too. dims: of a layer that holds no others."""

    name: str
    dims: dict[str, int | None]
    attributes: dict[str, Any]
    parameters: tuple[str, ...]


def is_known(model: Model[Any, Any], vocab: Vocab) -> bool:
    """Whether ``model`` is spaCy's tok2vec over ``ATTRIBUTES`` and vectors of ``vocab``, with windows of one word.

    Width, depth and sizes of the tables may be any. It must be loaded, and be on the processor, with thinc's own BLAS:
    another (Apple's) has been chosen for its speed.
    """
    if vocab.vectors.mode != "default" or any(type(node.ops) is not NumpyOps for node in model.walk()):
        return False
    tables, windows = _named(model, "hashembed"), _named(model, "expand_window")
    if len(tables) != len(ATTRIBUTES) or not windows or not model.maybe_get_dim("nO"):
        return False
    width = model.get_dim("nO")
    expected = build_Tok2Vec_model(
        MultiHashEmbed(width, list(ATTRIBUTES), [table.get_dim("nV") for table in tables], include_static_vectors=True),
        MaxoutWindowEncoder(width, window_size=1, maxout_pieces=PIECES, depth=len(windows)),
    )
    _named(expected, "static_vectors")[0].set_dim("nM", vocab.vectors_length)
    return list(_nodes(model)) == list(_nodes(expected)) and all(
        node.has_param(name) for node in model.walk() for name in node.param_names
    )


def _named(model: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    return [node for node in model.walk() if node.name == name]


def _nodes(model: Model[Any, Any]) -> Iterator[_Node]:
    for node in model.walk():
        attributes = {key: value for key, value in node.attrs.items() if key not in _ONLY_IN_TRAINING}
        dims = {} if node.layers else {name: node.maybe_get_dim(name) for name in node.dim_names}
        yield _Node(node.name, dims, attributes, node.param_names)


def take_embedding(model: Model[Any, Any]) -> Embedding:
    """Return the embedding of a model that ``is_known``."""
    (projection,) = _named(model, "static_vectors")
    return Embedding(
        ATTRIBUTES,
        _named(model, "hashembed"),
        np.ascontiguousarray(projection.get_param("W").T),
        next(_layers(model)),
    )


def take_windows(model: Model[Any, Any]) -> WindowEncoder:
    """Return the window encoder of a model that ``is_known``."""
    _, *layers = _layers(model)  # the first belongs to the embedding
    return WindowEncoder.of(layers)


def _layers(model: Model[Any, Any]) -> Iterator[Maxout]:
    for maxout, norm in zip(_named(model, "maxout"), _named(model, "layernorm"), strict=True):
        yield Maxout.of(maxout, norm)
