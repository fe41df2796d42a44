"""Words with their labels, as the networks learn from them, and what occurs in them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.naming.name_words import NameWords, kind_of, shape
from extractor.naming.recogniser import NEWS

_TAGS, _SHAPES = 26, 24  # that have numbers of their own, the commonest


@dataclass(frozen=True, eq=False)
class Labelled:
    """The words of a document with their labels."""

    names: NameWords
    notion: str
    labels: Sequence[str]

    @property
    def weight(self) -> int:
        """How often it counts: there is little news."""
        return 2 if self.notion == NEWS else 1


def commonest_tags(documents: Sequence[Labelled]) -> list[str]:
    """Return the kinds of tags that get a number of their own, the commonest first."""
    return _commonest((kind_of(tag) for document in documents for tag in document.names.tags), _TAGS)


def commonest_shapes(documents: Sequence[Labelled]) -> list[str]:
    """Return the shapes of words that get a number of their own, the commonest first."""
    return _commonest((shape(word) for document in documents for word in document.names.words), _SHAPES)


def marks_of(documents: Sequence[Labelled]) -> list[str]:
    """Return all marks of the lexicon that occur."""
    return sorted({mark for document in documents for marks in document.names.marks for mark in marks})


def notions_of(documents: Sequence[Labelled]) -> list[str]:
    """Return whose notions occur."""
    return sorted({document.notion for document in documents})


def _commonest(texts: Iterable[str], most: int) -> list[str]:
    counts = Counter(texts)
    return sorted(counts, key=lambda text: (-counts[text], text))[:most]
