"""Quotations that hold a sentence, no name of a thing."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from extractor.lexicon.function_words import load_function_words
from extractor.syntax import (
    is_conjunctive_particle,
    is_nominal,
    is_particle,
    is_predicate,
    is_sentence_final_particle,
)

_WORD = load_function_words()


def is_sentence(doc: Doc, start: int, end: int) -> bool:
    """Whether the quotation with its brackets at the tokens ``start`` and ``end - 1`` holds a clause, no name."""
    words = [token for token in doc[start + 1 : end - 1] if not token.is_space]
    if not words:
        return False
    last = words[-1]
    ended = is_predicate(last) or is_sentence_final_particle(last) or is_conjunctive_particle(last)
    return ended or last.is_punct or has_subject(words)


def has_subject(words: Sequence[Token] | Span) -> bool:
    """Whether ``words`` are a sentence whose predicate is a noun: 入学が|楽しみ; not 春の海, 君が望む|永遠.

    Without any word, as before a 」 that nothing opens, they are none.
    """
    if not len(words):
        return False
    last = words[-1]
    subjects = (word for word in words[1:-1] if word.text in _WORD.subjects and is_particle(word))
    return is_nominal(last) and any(word.head.head.dep_ != "acl" for word in subjects)
