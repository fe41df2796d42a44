"""Our parser finds what spaCy's finds, sentence beside sentence."""

import pytest
from spacy.pipeline import DependencyParser
from spacy.pipeline._parser_internals.stateclass import StateClass
from spacy.tokens import Doc

from extractor.api import Extractor
from extractor.encoder.sentence_parser import SentenceParser

TEXTS = (
    "雨",
    "首相は18日、「増税しない」と述べた。\n",
    "雨が降った。\n\n首相は増税しないと述べたが、野党はこれを批判し、さらなる説明を求めている。川は",
    "米国のホルト国務長官は12日、記者団に対し「同盟の義務は鉄のように固い」とした上で、議論は時期尚早だとした。" * 3,
)


def encoded(extractor: Extractor, text: str, *, sentences: bool = True) -> Doc:
    nlp = extractor.nlp
    doc = nlp.get_pipe("tok2vec")(nlp.tokenizer(text))
    return nlp.get_pipe("extractor_sentences")(doc) if sentences else doc


def arcs(state: StateClass) -> list[tuple[int, int, int]]:
    return sorted((arc["child"], arc["head"], arc["label"]) for arc in state.arcs)


@pytest.mark.ginza
def test_texts_together_are_parsed_as_by_spacy_one_by_one(extractor_loaded: Extractor) -> None:
    parser = extractor_loaded.nlp.get_pipe("parser")
    docs = [encoded(extractor_loaded, text) for text in TEXTS]
    assert type(parser) is SentenceParser
    found = parser.predict(docs)
    expected = [DependencyParser.predict(parser, [doc])[0] for doc in docs]
    assert [arcs(state) for state in found] == [arcs(state) for state in expected]
    assert len(arcs(found[-1])) > 50


@pytest.mark.ginza
def test_where_no_sentences_are_marked_the_parser_finds_them(extractor_loaded: Extractor) -> None:
    parser = extractor_loaded.nlp.get_pipe("parser")
    doc = encoded(extractor_loaded, TEXTS[2], sentences=False)
    assert len(list(parser(doc).sents)) > 1


@pytest.mark.ginza
def test_an_empty_text_beside_another(extractor_loaded: Extractor) -> None:
    parser = extractor_loaded.nlp.get_pipe("parser")
    empty, other = (encoded(extractor_loaded, text) for text in ("", TEXTS[1]))
    assert [arcs(state) for state in parser.predict([empty, other])] == [[], arcs(parser.predict([other])[0])]
    assert parser.predict([]) == []
