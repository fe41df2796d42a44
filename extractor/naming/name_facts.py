"""What the networks are told of words: rows of numbers for the values that words have, written once for each value."""

from collections.abc import Sequence

import numpy as np

from extractor.naming.coded import Array
from extractor.naming.name_dictionary import KINDS
from extractor.naming.name_words import NameWords, kind_of, shape

EDGES = ("S", "B", "I", "E")  #: where in a name of a dictionary a word stands
STEPS = 3  #: distances from the ends of a run that are told apart
_BITS = 1 << np.arange(len(KINDS))

Known = Sequence[tuple[Array, Array]]  #: a row of numbers for each of some values, and which of them each word has


def facts_of_words(names: NameWords, tags: Sequence[str], shapes: Sequence[str], marks: Sequence[str]) -> Known:
    """Return what is known of each word but for its vector.

    tags, shapes, marks: texts that have a number of their own; all others have none.
    """
    words, tagged, marked, within = names.coded_words, names.coded_tags, names.coded_marks, names.coded_within
    return [
        (one([kind_of(tag) for tag, _ in tagged.values], tags), tagged.codes),
        (one(list(map(shape, words.values)), shapes), words.codes),
        (_ones(marked.values, marks), marked.codes),
        (np.array([[unlisted] for _, unlisted in tagged.values], dtype=np.float32), tagged.codes),
        (_bits(names.coded_named.values), names.coded_named.codes),
        (_bits([kinds for _, kinds in within.values]), within.codes),
        (one([edge for edge, _ in within.values], EDGES), within.codes),
    ]


def directions(vectors: Array) -> Array:
    """Return ``vectors`` at length 1; zeros stay zeros."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Array = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return found


def shares(totals: Array) -> Array:
    """Return how probable each label is by ``totals`` (softmax), shape (words, labels)."""
    found: Array = np.exp(totals - totals.max(axis=1, keepdims=True))
    found /= found.sum(axis=1, keepdims=True)
    return found


def one(texts: Sequence[str], known: Sequence[str]) -> Array:
    """Return a row for each of ``texts``, with a 1 at its number, if it is among ``known``."""
    numbers = {text: number for number, text in enumerate(known)}
    rows = np.eye(len(known) + 1, len(known), dtype=np.float32)
    found: Array = rows[[numbers.get(text, len(known)) for text in texts]]
    return found


def _ones(texts: Sequence[Sequence[str]], known: Sequence[str]) -> Array:
    """Return a row for each of ``texts``, with a 1 at the number of each that is among ``known``."""
    numbers = {text: number for number, text in enumerate(known)}
    found = np.zeros((len(texts), len(numbers)), dtype=np.float32)
    places = [(i, numbers[text]) for i, row in enumerate(texts) for text in row if text in numbers]
    if places:
        found[tuple(zip(*places, strict=True))] = 1
    return found


def _bits(kinds: Sequence[int]) -> Array:
    return (np.array(kinds, dtype=np.int64)[:, None] & _BITS > 0).astype(np.float32)
