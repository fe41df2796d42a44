"""The text that is kept is the Doc's."""

from collections.abc import Callable

from spacy.tokens import Doc

from extractor.doc_text import text_of


def test_it_is_the_text(ja_doc: Callable[..., Doc]) -> None:
    doc = ja_doc("首相 は 述べ た 。")
    assert text_of(doc) == doc.text == text_of(doc)


def test_a_part_made_a_doc_has_its_own(ja_doc: Callable[..., Doc]) -> None:
    doc = ja_doc("首相 は 述べ た 。")
    text_of(doc)
    assert text_of(doc[0:2].as_doc()) == "首相は"
