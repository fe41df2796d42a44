"""What tests of naming share: the real tokeniser and the lexicon, each made once."""

from collections.abc import Callable

import numpy
import pytest

from extractor.components.mentions import Lexicon, find_mentions, load_lexicon
from extractor.naming.candidate import Candidate
from extractor.naming.doc_words import DocWords
from extractor.naming.name_words import NameWords
from extractor.naming.words import Words
from extractor.records import EntityType, MentionKind

NOUN, PARTICLE = "名詞-普通名詞-一般", "助詞-係助詞"
VECTORS = numpy.array([[3.0, 4.0], [0.0, 2.0]], dtype=numpy.float32)

Finder = Callable[[str], list[Candidate]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def words() -> Callable[[str], Words]:
    """The real tokeniser with GiNZA's vectors, which tell unknown words; nothing else of GiNZA."""
    import spacy  # noqa: PLC0415  # seconds; the tests of grouping by strings need none

    from extractor.tokenizer import ArticleTokenizer  # noqa: PLC0415

    pipes = ["tok2vec", "parser", "ner", "morphologizer", "compound_splitter", "bunsetu_recognizer"]
    tokenizer = ArticleTokenizer(spacy.load("ja_ginza", exclude=pipes).vocab, "C")
    return lambda text: Words.of(DocWords.of(tokenizer(text)))


@pytest.fixture(scope="session")
def mentions(words: Callable[[str], Words], lexicon: Lexicon) -> Finder:
    """Find mentions in a text, without the trained recogniser."""
    return lambda text: find_mentions(words(text), (), lexicon)


@pytest.fixture(scope="session")
def named(mentions: Finder) -> Callable[[str], list[tuple[str, str]]]:
    """Find names of persons, countries and organisations: (text, type), in text order."""

    def find(text: str) -> list[tuple[str, str]]:
        found = sorted(mentions(text), key=lambda mention: mention.start)
        return [
            (text[m.start : m.end], m.label.value)
            for m in found
            if m.kind is MentionKind.NAME and m.label is not EntityType.PROVISION
        ]

    return find


def make_names(count: int = 2, row: int = 0) -> NameWords:
    """Return 山本は海海海…, as far as ``count`` goes: 山本 with a title's mark and two kinds in the dictionary.

    row: of the vector of the first word; the others have none.
    """
    words = ["山本", "は"][:count] + ["海"] * (count - 2)
    starts = [sum(map(len, words[:i])) for i in range(count)]
    return NameWords(
        text="".join(words),
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        words=words,
        tags=[NOUN, PARTICLE][:count] + [NOUN] * (count - 2),
        clusters=[("1", "2", "3")] * count,
        marks=[("title-b",), *[()] * (count - 1)],
        unlisted=[False] * count,
        named=[5, *[0] * (count - 1)],
        within=[("S", 5), *[("", 0)] * (count - 1)],
        rows=numpy.array([row, *[-1] * (count - 1)]),
    )
