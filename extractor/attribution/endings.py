"""The endings of a predicate: た, ている, しなかった."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.syntax import is_auxiliary, is_conjunctive_particle, is_helping_verb

_WORD = load_function_words()


def endings(doc: Doc, start: int, grammar: Grammar) -> Iterator[Token]:
    """Yield the endings of the predicate that ends before the token ``start``, in order; none where there are none.

    述べ|て いる;  主張|し て い た
    """
    for index in range(start, len(doc)):
        token = doc[index]
        if not is_auxiliary(token) and not is_gerund(token) and not _helps(token, grammar):
            return
        yield token


def is_gerund(token: Token) -> bool:
    """Whether ``token`` is the て that joins a predicate to what follows: 述べ|て, 急い|で."""
    return is_conjunctive_particle(token) and token.lemma_ in _WORD.gerunds


def _helps(token: Token, grammar: Grammar) -> bool:
    """Whether ``token`` is a verb behind て, or the する of a noun."""
    return is_helping_verb(token) and (token.nbor(-1).lemma_ in _WORD.gerunds or token.lemma_ in grammar.light_verbs)
