"""What shows the act: every entry of the data file holds in its example."""

import pytest
import spacy
from spacy.language import Language

from extractor.errors import LexiconError
from extractor.lexicon.acts import (
    ACTS_FILE,
    DOING,
    JUDGING,
    LONGEST,
    NEGATED,
    TENSES,
    ActEnding,
    ActLexicon,
    ActWords,
    Trail,
    load_acts,
)
from extractor.lexicon.entry import read_toml
from extractor.tokenizer import ArticleTokenizer

ENDINGS = read_toml(ACTS_FILE, "ending", ActEnding)
TRAILS = read_toml(ACTS_FILE, "trail", Trail)
WORDS = read_toml(ACTS_FILE, "word", ActWords)
AUXILIARIES = read_toml(ACTS_FILE, "auxiliary", ActWords)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Our tokenizer, no model."""
    nlp = spacy.blank("ja")
    nlp.tokenizer = ArticleTokenizer(nlp.vocab, "C")
    return nlp


def joined(nlp: Language, text: str) -> set[str]:
    """Return the lemmas of ``text``, one by one and joined with those behind."""
    lemmas = [token.lemma_ for token in nlp(text)]
    return {"".join(lemmas[i : i + n]) for i in range(len(lemmas)) for n in range(1, LONGEST + 1)}


@pytest.mark.parametrize("entry", ENDINGS, ids=lambda entry: entry.name)
def test_an_ending_is_found_in_its_example(entry: ActEnding) -> None:
    assert load_acts().find_ending(entry.example) == entry
    assert entry.counter is None or load_acts().find_ending(entry.counter) != entry


@pytest.mark.parametrize("entry", TRAILS, ids=lambda entry: entry.words[0])
def test_an_ending_is_found_before_a_trail(entry: Trail) -> None:
    assert entry.example.endswith(entry.words)
    assert load_acts().find_ending(entry.example) is not None


@pytest.mark.parametrize("entry", [*WORDS, *AUXILIARIES], ids=lambda entry: entry.name)
def test_a_group_of_words_is_found_in_its_example(entry: ActWords, nlp: Language) -> None:
    assert joined(nlp, entry.example) & set(entry.lemmas)


@pytest.mark.parametrize("entry", WORDS, ids=lambda entry: entry.name)
def test_every_word_is_cut_so_that_it_can_be_found(entry: ActWords, nlp: Language) -> None:
    assert [lemma for lemma in entry.lemmas if lemma not in joined(nlp, lemma)] == []


def test_no_word_stands_in_its_group_twice() -> None:
    assert [entry.name for entry in (*WORDS, *AUXILIARIES) if len(set(entry.lemmas)) < len(entry.lemmas)] == []


def test_the_groups_that_the_code_names_are_there() -> None:
    assert {entry.name for entry in WORDS} >= JUDGING
    assert {entry.name for entry in AUXILIARIES} >= {*TENSES, NEGATED, DOING}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        pytest.param("雨が降る可能性がある", "possibility", id="what-may-come"),
        pytest.param("雨が降った可能性がある", "possibility-of-what-was", id="the-longest-counts"),
        pytest.param("税を下げる計画である", "intention", id="before-a-trail"),
        pytest.param("雨が降った", "", id="none"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_ending_of_a_sentence(sentence: str, name: str) -> None:
    found = load_acts().find_ending(sentence)
    assert (found.name if found else "") == name


def test_words_in_two_endings_are_refused() -> None:
    entries = [ActEnding(name=name, words=("たい",), act="promise", example="行きたい") for name in ("wish", "hope")]
    with pytest.raises(LexiconError, match=r"acts\.toml: ending hope: たい is in wish already"):
        ActLexicon.of(entries, (), (), ())
