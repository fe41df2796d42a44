"""Statements as Web Annotations."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from extractor.records import Act, ArticleRecord, Form, SpeakerKind, StanceValue
from extractor.writers.annotations import find_annotations, write_jsonld

# The terms of http://www.w3.org/ns/anno.jsonld that are used; whatever else is used must be in our own context.
OF_THE_MODEL = {
    *("id", "type", "Annotation", "motivation", "describing", "body", "target", "source", "via", "selector"),
    *("SpecificResource", "TextQuoteSelector", "exact", "prefix", "suffix", "TextPositionSelector", "start", "end"),
    *("Text", "format", "language", "value", "name", "Person", "Organization"),
}


def written(*records: ArticleRecord) -> dict[str, Any]:
    stream = io.BytesIO()
    assert write_jsonld(records, stream) == len(records)
    document: dict[str, Any] = json.loads(stream.getvalue())
    return document


def nodes(value: Any) -> list[dict[str, Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return ([value] if isinstance(value, dict) else []) + [node for each in inner for node in nodes(each)]


def test_a_statement_is_an_annotation_of_what_is_said(record: ArticleRecord) -> None:
    (annotation,) = find_annotations(record)
    assert (annotation["id"], annotation["type"]) == ("urn:hatsugen:article:0001#s1", "Annotation")
    assert annotation["target"] == {
        "type": "SpecificResource",
        "source": {
            "id": "urn:hatsugen:article:0001",
            "type": "Text",
            "format": "text/plain",
            "language": "ja",
            "published": "2025-08-17",
        },
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "会談で議論の一部になるだろう",
                "prefix": "ルビオ米国務長官は「",
                "suffix": "」と語った。\n",
            },
            {"type": "TextPositionSelector", "start": 10, "end": 24},
        ],
    }


def test_the_body_tells_who_how_and_what_about(full_record: ArticleRecord) -> None:
    body = next(find_annotations(full_record))["body"]
    named, generic = body["speaker"]
    assert named["entity"] == {
        "id": "urn:hatsugen:article:a%2F1#e1",
        "type": "Person",
        "name": "𠮷田",
        "jobTitle": "首相",
        "affiliation": {
            "id": "urn:hatsugen:article:a%2F1#e3",
            "type": "Country",
            "name": "日本",
            "identifier": "JP",
            "sameAs": "http://www.wikidata.org/entity/Q17",
        },
        "sameAs": "http://www.wikidata.org/entity/Q1",
    }
    assert (generic["value"], generic["kind"], "entity" in generic) == ("専門家", "generic", False)
    assert (body["cue"]["value"], body["cue"]["lemma"]) == ("語った", "語る")
    assert (body["form"], body["act"], body["said"], body["section"]) == ("direct", "assert", "2026-11-12", "国会")
    assert (body["about"][1]["topic"], body["about"][1]["stance"]) == ("urn:hatsugen:topic:tax-increase", "support")
    assert (body["addressee"]["value"], "place" in body["addressee"]) == ("米国", False)
    assert body["confidence"] == 0.75


def test_content_in_parts_has_a_target_each_and_the_article_is_told_once(full_record: ArticleRecord) -> None:
    outer, inner = find_annotations(full_record)
    quotes = [target["selector"][0]["exact"] for target in outer["target"]]
    assert quotes == ["米国は『反対だ』と述べた", "増税だ"]
    first, second = (target["source"] for target in outer["target"])
    assert (first["id"], first["via"]) == (second, "https://example.org/国会")
    assert inner["body"]["within"] == outer["id"]


def test_both_selectors_of_a_place_choose_the_same_words(full_record: ArticleRecord) -> None:
    text = full_record.text
    places = [node["selector"] for node in nodes(list(find_annotations(full_record))) if "selector" in node]
    assert len(places) == 10
    for quoted, position in places:
        start, end = position["start"], position["end"]
        assert text[start:end] == quoted["exact"]
        assert text[:start].endswith(quoted["prefix"])
        assert text[end:].startswith(quoted["suffix"])


def test_every_term_is_of_the_model_or_of_our_context(full_record: ArticleRecord) -> None:
    document = written(full_record)
    model, ours = document["@context"]
    assert model == "http://www.w3.org/ns/anno.jsonld"
    known = OF_THE_MODEL | set(ours)
    used = {key for node in nodes(document["@graph"]) for key in node}
    used |= {node["type"] for node in nodes(document["@graph"]) if "type" in node}
    assert used - known == set()
    assert not OF_THE_MODEL & set(ours)


@pytest.mark.parametrize("values", [Act, Form, SpeakerKind, StanceValue])
def test_every_value_of_a_closed_set_is_a_term(values: Any, full_record: ArticleRecord) -> None:
    assert set(values) <= set(written(full_record)["@context"][1])


def test_an_address_that_is_none_is_left_out(full_record: ArticleRecord) -> None:
    record = full_record.model_copy(update={"url": "not an address"})
    assert "via" not in next(find_annotations(record))["target"][0]["source"]


def test_a_document_of_many_or_of_none_is_json(
    make_record: Callable[..., ArticleRecord], record: ArticleRecord
) -> None:
    assert written()["@graph"] == []
    silent = record.model_copy(update={"statements": ()})
    found = written(silent, make_record(key="0002"), silent, make_record(key="0003"))["@graph"]
    assert [each["id"] for each in found] == ["urn:hatsugen:article:0002#s1", "urn:hatsugen:article:0003#s1"]
