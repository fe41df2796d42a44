"""The parser, going through all sentences of a text side by side.

What it does in a sentence is a matter of that sentence and of the first word behind it: where a sentence begins that
was marked before, the parser must first put away all that it has in hand. So its moves are those that it makes from one
sentence to the next, but their scores are computed for all sentences at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
from spacy.ml.parser_model import ParserStepModel
from spacy.pipeline import DependencyParser
from spacy.pipeline._parser_internals.stateclass import StateClass
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.encoder.scores import Scores

_BLANK = Vocab()


class SentenceParser(DependencyParser):  # type: ignore[misc]  # untyped in spaCy
    """spaCy's parser of dependencies with its own weights, moves and rules, in another order."""

    _scores: Scores

    @classmethod
    def of(cls, parser: DependencyParser) -> "SentenceParser":
        """Return a parser that finds what ``parser`` does, whose model ``scores.is_known``."""
        settings = {name: value for name, value in parser.cfg.items() if name != "moves"}
        made = cls(parser.vocab, parser.model, parser.name, parser.moves, scorer=parser.scorer, **settings)
        made._scores = Scores.of(parser.model)
        return made

    def predict(self, docs: Iterable[Doc]) -> list[StateClass]:
        """Return for each of ``docs`` the state that holds its parse."""
        docs = list(docs)
        sentences = [_sentences(doc) for doc in docs]
        if any(len(doc) and not starts for doc, starts in zip(docs, sentences, strict=True)):
            return list(super().predict(docs))
        states = list(_states(docs, sentences))
        if states:
            self._parse([doc for doc in docs if len(doc)], states)
        parsed = iter(states)
        return [_joined(doc, starts, parsed) for doc, starts in zip(docs, sentences, strict=True)]

    def _parse(self, docs: list[Doc], states: Sequence[StateClass]) -> None:
        """Make moves from all ``states``, of which there is one at least, until each has come to its end."""
        table = self._scores.table(docs)
        model = SimpleNamespace(state2vec=SimpleNamespace(nF=self._scores.features))  # all that is asked of it
        while states:
            tokens = ParserStepModel.get_token_ids(model, states)
            states = self.transition_states(states, self._scores.of_moves(table, tokens))


def _sentences(doc: Doc) -> list[int]:
    """Return where the sentences of ``doc`` begin; nothing where no words are, or it is not told of each."""
    marks = doc.to_array("SENT_START").astype(np.int64)  # 1 and -1, 0 where nobody has said
    return np.flatnonzero(marks == 1).tolist() if len(marks) and marks[0] == 1 and marks.all() else []


def _states(docs: Sequence[Doc], sentences: Sequence[list[int]]) -> Iterator[StateClass]:
    """Yield a state for each sentence, whose features are tokens of all ``docs`` together."""
    before = 0
    for doc, starts in zip(docs, sentences, strict=True):
        for start, end in pairwise([*starts, len(doc)]):
            yield StateClass(_mould(end - start, end < len(doc)), offset=before + start)
        before += len(doc)


@lru_cache(1_000)
def _mould(words: int, more: bool) -> Doc:
    """Return a sentence of so many words, of which the parser sees no more than where it ends.

    more: whether another sentence follows, so that its first word is part of what the parser sees.
    """
    starts: list[bool | int | None] = [True, *[False] * (words - 1), *[True] * more]
    return Doc(_BLANK, words=["-"] * len(starts), sent_starts=starts)


def _joined(doc: Doc, starts: Sequence[int], states: Iterator[StateClass]) -> StateClass:
    """Return one state for ``doc`` with what the next of ``states``, one a sentence, have found."""
    whole = StateClass(doc)
    for start, state in zip(starts, states, strict=False):
        for arc in state.arcs:
            whole.add_arc(start + arc["head"], start + arc["child"], arc["label"])
    return whole
