"""Sentences of our own that the recogniser learns from: each is marked throughout, and none stands twice."""

from pathlib import Path

import pytest

from extractor.lexicon.countries import load_countries
from extractor.naming.recogniser import NEWS, PERSON
from extractor.training.name_data import NameDocument, NameReader, load_labels
from extractor.training.recogniser import SENTENCES

FOLDER = Path(__file__).parents[2] / "corpus" / "sentences"


@pytest.fixture(scope="module")
def documents() -> dict[str, list[NameDocument]]:
    reader = NameReader(load_labels(), load_countries())
    return {name: list(reader.marked(FOLDER / f"{name}.txt", notion)) for name, notion in SENTENCES.items()}


def test_every_line_is_a_sentence_to_learn_from(documents: dict[str, list[NameDocument]]) -> None:
    for name, read in documents.items():
        assert len(read) == len((FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines())


def test_no_sentence_stands_twice(documents: dict[str, list[NameDocument]]) -> None:
    texts = [document.text for read in documents.values() for document in read]
    assert len(set(texts)) == len(texts)


def test_a_name_is_marked_wherever_it_stands_in_its_sentence(documents: dict[str, list[NameDocument]]) -> None:
    """In those of news places are not: 村上は村上市の出身で, 海南島."""
    for document in documents["encyclopedia"]:
        rest = list(document.text)
        for start, end, _ in document.names:
            rest[start:end] = "\n" * (end - start)
        names = {document.text[start:end] for start, end, _ in document.names}
        assert not [name for name in names if len(name) > 1 and name in "".join(rest)], document.text


def test_sentences_of_news_name_only_what_annotated_news_names(documents: dict[str, list[NameDocument]]) -> None:
    for name, notion in SENTENCES.items():
        labels = {label for document in documents[name] for _, _, label in document.names}
        assert (labels == {"person", "organization", "country"}) is (notion == NEWS)


def test_most_names_are_different_persons(documents: dict[str, list[NameDocument]]) -> None:
    persons = [d.text[s:e] for read in documents.values() for d in read for s, e, label in d.names if label == PERSON]
    assert len(set(persons)) > 0.8 * len(persons) > 4_000
