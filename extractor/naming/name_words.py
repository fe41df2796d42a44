"""The words of an article with all that the recogniser's features and its network are made of."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.coded import Array, Coded
from extractor.naming.doc_words import DocWords
from extractor.naming.name_dictionary import NameDictionary
from extractor.naming.name_guesses import Guesses
from extractor.naming.name_marks import Marker
from extractor.naming.name_runs import runs

UNKNOWN = "-"  #: the cluster of a word for which no vector was trained
_PART = load_parts_of_speech()

#: For each word its clusters, the coarsest first; ``UNKNOWN`` where it has no vector.
Clusters = Sequence[tuple[str, str, str]]


@dataclass(frozen=True, eq=False)
class NameWords:
    """The words of an article, blanks among them, with what is known of each.

    starts, ends: offsets in ``text``, end exclusive. tags: SudachiPy's. clusters, marks: of each word.
    unlisted: whether the dictionary lacks the word, so that its tag is only a guess by its characters.
    named: what a word names by the dictionaries of names. within: the longest name of theirs that it stands in.
    rows: of the word vectors, -1 where a word has none. guesses: the network's, if it was asked.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    tags: Sequence[str]
    clusters: Clusters
    marks: Sequence[tuple[str, ...]]
    unlisted: Sequence[bool]
    named: Sequence[int]
    within: Sequence[tuple[str, int]]
    rows: Array
    guesses: Guesses | None = field(default=None)

    @classmethod
    def of(cls, doc: DocWords, clusters: Clusters, marker: Marker, dictionary: NameDictionary) -> "NameWords":
        """Return the words of ``doc``, of which ``clusters`` are known, with what the others say."""
        text, words, starts, ends, tags, unlisted, _, rows, _ = doc
        return cls(
            text,
            starts,
            ends,
            words,
            tags,
            clusters,
            marker.marks(text, starts, ends),
            unlisted,
            dictionary.words(words),
            dictionary.around(text, starts, ends, tags),
            rows,
        )

    def with_guesses(self, guesses: Guesses | None) -> "NameWords":
        """Return the same words with ``guesses``; what was worked out of them before is kept."""
        same = copy(self)
        object.__setattr__(same, "guesses", guesses)
        return same

    @cached_property
    def coded_words(self) -> Coded[str]:
        """The words."""
        return Coded.of(self.words)

    @cached_property
    def coded_tags(self) -> Coded[tuple[str, bool]]:
        """The tag of each word, and whether the dictionary lacks it."""
        return Coded.of(zip(self.tags, self.unlisted, strict=True))

    @cached_property
    def coded_clusters(self) -> Coded[tuple[str, str, str]]:
        """The clusters of each word."""
        return Coded.of(self.clusters)

    @cached_property
    def coded_marks(self) -> Coded[tuple[str, ...]]:
        """The marks of each word."""
        return Coded.of(self.marks)

    @cached_property
    def coded_named(self) -> Coded[int]:
        """What each word names."""
        return Coded.of(self.named)

    @cached_property
    def coded_within(self) -> Coded[tuple[str, int]]:
        """The longest name that each word stands in."""
        return Coded.of(self.within)

    @cached_property
    def runs(self) -> tuple[Array, Array]:
        """First and last word of the run of nouns around each word."""
        return runs(self.words, self.starts, self.tags)


@lru_cache(1_000)
def kind_of(tag: str) -> str:
    """Return the upper levels of a tag, three of nouns and two of others."""
    levels = tag.split("-")
    return "-".join(levels[: 3 if tag.startswith(_PART.noun) else 2])


@lru_cache(100_000)
def shape(word: str) -> str:
    """Return the kinds of characters in ``word``, each run once, the first six: NATO軍 → UK, サッカーW杯 → TUK."""
    kinds: list[str] = []
    for char in word:
        kind = _kind_of_character(char)
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    return "".join(kinds[:6])


_RANGES = (
    ("ァ", "ヺ", "T"),
    ("ー", "ー", "T"),
    ("ぁ", "ゟ", "H"),
    ("一", "鿿", "K"),
    ("㐀", "䶿", "K"),
    ("々", "〆", "K"),
)
_OWN_KIND = frozenset("・＝=（）()「」『』、。-－／/&＆")


def _kind_of_character(char: str) -> str:
    for low, high, kind in _RANGES:
        if low <= char <= high:
            return kind
    if char.isalpha():
        return "U" if char.isupper() else "L"
    if char.isdigit():
        return "9"
    if char.isspace():
        return "_"
    return char if char in _OWN_KIND else "."
