"""The layers of mentions and entities in the whole pipeline."""

from itertools import pairwise

import pytest
from spacy.tokens import Doc

from extractor.api import Extractor
from extractor.layers import EntityFound, MentionFound, read_layer

TEXT = """ルビオ米国務長官は「18日の会談で議論の一部になるだろう」と語った。
ウクライナのゼレンスキー大統領とEU(欧州連合)は、NATO第5条に触れた。同大統領は同国の立場を述べた。
"""


@pytest.fixture(scope="module")
def doc(extractor_loaded: Extractor) -> Doc:
    return extractor_loaded.nlp(TEXT)


@pytest.mark.ginza
def test_no_two_names_overlap(doc: Doc) -> None:
    names = [m for m in read_layer(doc, MentionFound) if m.kind == "name" and m.label != "provision"]
    assert all(one.end <= other.start for one, other in pairwise(names))


@pytest.mark.ginza
def test_indexes_and_ids_resolve(doc: Doc) -> None:
    mentions, entities = read_layer(doc, MentionFound), read_layer(doc, EntityFound)
    assert [entity.id for entity in entities] == [f"e{number}" for number in range(1, len(entities) + 1)]
    assert all(mentions[m.affiliation].label != "person" for m in mentions if m.affiliation >= 0)
    assert {e.affiliation for e in entities} <= {e.id for e in entities} | {""}
    assert all(mentions[index].label == entity.label for entity in entities for index in entity.mentions)


@pytest.mark.ginza
def test_each_entity_is_named_once(doc: Doc) -> None:
    found = [(e.label, e.name, e.link) for e in read_layer(doc, EntityFound)]
    assert found == [
        ("person", "ルビオ", ""),
        ("country", "アメリカ", "iso:US"),
        ("country", "ウクライナ", "iso:UA"),
        ("person", "ゼレンスキー", ""),
        ("organization", "欧州連合", "wikidata:Q458"),
        ("provision", "NATO第5条", "provision:nato:5"),
        ("organization", "NATO", "wikidata:Q7184"),
    ]


@pytest.mark.ginza
def test_layers_survive_serialisation(doc: Doc) -> None:
    copy = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert read_layer(copy, MentionFound) == read_layer(doc, MentionFound)
    assert read_layer(copy, EntityFound) == read_layer(doc, EntityFound)


@pytest.mark.ginza
def test_the_same_text_twice_gives_equal_layers(doc: Doc, extractor_loaded: Extractor) -> None:
    assert read_layer(extractor_loaded.nlp(TEXT), EntityFound) == read_layer(doc, EntityFound)
