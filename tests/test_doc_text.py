"""The text and the strings that are kept are the Doc's."""

from collections.abc import Callable

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.doc_text import lemmas_of, norms_of, starts_of, text_of, words_of


def test_it_is_the_text(ja_doc: Callable[..., Doc]) -> None:
    doc = ja_doc("首相 は 述べ た 。")
    assert text_of(doc) == doc.text == text_of(doc)


def test_a_part_made_a_doc_has_its_own(ja_doc: Callable[..., Doc]) -> None:
    doc = ja_doc("首相 は 述べ た 。")
    text_of(doc)
    assert text_of(doc[0:2].as_doc()) == "首相は"


def test_strings_and_places_of_words_are_the_tokens(ja_doc: Callable[..., Doc]) -> None:
    doc = ja_doc("首相 は 行か/行く ない/ない 。")
    assert words_of(doc) == [token.text for token in doc] == words_of(doc)
    assert lemmas_of(doc) == [token.lemma_ for token in doc]
    assert norms_of(doc) == [token.norm_ for token in doc]
    assert starts_of(doc) == [token.idx for token in doc]


def test_a_text_without_words_has_no_strings() -> None:
    doc = Doc(Vocab())
    assert [words_of(doc), lemmas_of(doc), norms_of(doc), starts_of(doc)] == [[], [], [], []]
