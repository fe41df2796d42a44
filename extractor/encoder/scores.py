"""How good the parser finds each move from where it stands, as spaCy's own model computes it, for many states at once.

spaCy asks BLIS for each feature of each state apart, and takes Python's lock after each to look for an error.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from extractor.encoder.buffer import Buffer
from extractor.encoder.maxout import Floats, parameter

_KEPT = 2_000  # tokens whose features' values are kept in one place, 12 kB each

Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Scores:
    """Weights of a parser's model.

    tokens: spaCy's part that makes inputs of docs. lower: what a token gives as each feature of a state, shape (inputs,
    features * pieces * width). padding: what a feature gives that no token has. bias: (pieces * width,).
    upper, upper_bias: from the width to the moves. features: of a state. width: numbers after maxout.
    """

    tokens: Model[Any, Any]
    lower: Floats
    padding: Floats
    bias: Floats
    upper: Floats
    upper_bias: Floats
    features: int
    width: int
    _buffer: Buffer = field(init=False)

    def __post_init__(self) -> None:
        """Find room for what all tokens give."""
        object.__setattr__(self, "_buffer", Buffer(self.lower.shape[1], _KEPT))

    @classmethod
    def of(cls, model: Model[Any, Any]) -> "Scores":
        """Take the weights of spaCy's layers, whose outputs are laid out (features, width, pieces, inputs)."""
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        inputs = lower.get_dim("nI")
        return cls(
            model.get_ref("tok2vec"),
            np.ascontiguousarray(parameter(lower, "W").transpose(3, 0, 2, 1)).reshape(inputs, -1),
            np.ascontiguousarray(parameter(lower, "pad")[0].transpose(0, 2, 1)).reshape(-1),
            np.ascontiguousarray(parameter(lower, "b").T).reshape(-1),
            np.ascontiguousarray(parameter(upper, "W").T),
            parameter(upper, "b"),
            lower.get_dim("nF"),
            lower.get_dim("nO"),
        )

    def table(self, docs: list[Doc]) -> Floats:
        """Return what each token gives as each feature: a row for each feature of nothing, of the first token, …

        It holds until the next call.
        """
        tokens = self.tokens.predict(docs)
        rows = self._buffer.rows(1 + len(tokens))
        rows[0] = self.padding
        np.matmul(tokens, self.lower, out=rows[1:])
        return rows.reshape(-1, len(self.bias))

    def of_moves(self, table: Floats, tokens: Places) -> Floats:
        """Return the score of each move from each of several states; shape (states, moves).

        table: as ``table`` returns it. tokens: of each state the token of each feature, -1 for none.
        """
        summed = table.take((tokens + 1) * self.features + np.arange(self.features), axis=0).sum(axis=1)
        summed += self.bias
        hidden = summed[:, : self.width]
        for start in range(self.width, summed.shape[1], self.width):
            np.maximum(hidden, summed[:, start : start + self.width], out=hidden)
        scores = hidden @ self.upper
        scores += self.upper_bias
        return np.asarray(scores)


def is_known(parser: DependencyParser) -> bool:
    """Whether ``parser`` takes the best move at once, by a model that ``Scores`` computes as spaCy does."""
    model = parser.model
    if type(parser) is not DependencyParser or parser.cfg["beam_width"] != 1 or model.name != "parser_model":
        return False
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    return (
        all(type(node.ops) is NumpyOps for node in model.walk())
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and (lower.name, upper.name) == ("precomputable_affine", "linear")
        and lower.get_dim("nP") > 1  # else another function than maxout
    )
