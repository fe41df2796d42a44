"""What tests of naming share: the real tokeniser and the lexicon, each made once."""

from collections.abc import Callable

import pytest

from extractor.components.mentions import Lexicon, find_mentions, load_lexicon
from extractor.naming.candidate import Candidate
from extractor.naming.doc_words import DocWords
from extractor.naming.words import Words
from extractor.records import EntityType, MentionKind

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
