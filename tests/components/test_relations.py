"""Relations lose GiNZA's mark of a bunsetsu's head, and nothing else."""

import spacy
from spacy.tokens import Doc

from extractor.components.relations import Relations


def test_the_mark_goes() -> None:
    marked = ["nsubj_bunsetu", "case", "ROOT", "punct", ""]
    doc = Doc(spacy.blank("ja").vocab, words=list("雨は降る。　"), heads=[2, 0, 2, 2, 4, 5][:6], deps=[*marked, ""])
    heads = [token.head.i for token in doc]
    relations = [token.dep_ for token in Relations()(doc)]
    assert relations == ["nsubj", "case", "ROOT", "punct", "", ""]
    assert [token.head.i for token in doc] == heads


def test_an_empty_text() -> None:
    assert len(Relations()(Doc(spacy.blank("ja").vocab))) == 0
