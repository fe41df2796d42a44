"""Layers: written once, read as they were, also after the Doc went through bytes."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.errors import PipelineError
from extractor.layers import (
    PREFIX,
    AboutFound,
    ContentFound,
    CueFound,
    EntityFound,
    Heading,
    Layered,
    MentionFound,
    Quote,
    SpeakerFound,
    StatementFound,
    TimeFound,
    TopicFound,
    read_layer,
    write_layer,
)

ITEMS: dict[type[Layered], Layered] = {
    Heading: Heading(0, 2),
    Quote: Quote(3, 7, depth=1, closed=False),
    MentionFound: MentionFound(0, 1, label="country", kind="name", rule="lexicon", link="iso:US", affiliation=2),
    EntityFound: EntityFound(0, 1, "e1", "country", "米国", "iso:US", role="", affiliation="", mentions=(0, 3)),
    CueFound: CueFound(
        4, 7, "noberu", "verb", "to", marker_start=3, marker_end=4, lemma="述べる", act="assert", passive=False
    ),
    ContentFound: ContentFound(0, 7, pieces=((0, 2), (4, 7)), cue=1, form="direct", rule="quotation:to"),
    SpeakerFound: SpeakerFound(0, 2, content=0, kind="named", entity="e1", rule="source", addressee=True),
    TimeFound: TimeFound(0, 2, anchor="article", unit="day", count=-1, weekday=6, aside=True),
    TopicFound: TopicFound(0, 2, topic="summits", judged=False),
    AboutFound: AboutFound(
        0, 2, 0, topic="", entity="e1", where="content", stance="oppose", stance_start=4, stance_end=7
    ),
    StatementFound: StatementFound(0, 7, content=0, act="deny", within=-1, heading=0, confidence=0.75),
}


@pytest.fixture
def doc(ja_doc: Callable[..., Doc]) -> Doc:
    return ja_doc("米ロ は 帰る と 述べ た")


@pytest.mark.parametrize("layer", ITEMS, ids=lambda layer: layer.LAYER)
def test_a_layer_is_read_as_it_was_written(doc: Doc, layer: type[Layered]) -> None:
    write_layer(doc, layer, [ITEMS[layer]])
    assert read_layer(doc, layer) == (ITEMS[layer],)


@pytest.mark.parametrize("layer", ITEMS, ids=lambda layer: layer.LAYER)
def test_a_layer_survives_bytes(doc: Doc, layer: type[Layered]) -> None:
    write_layer(doc, layer, [ITEMS[layer]])
    copy = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert read_layer(copy, layer) == (ITEMS[layer],)
    assert [span.text for span in copy.spans[PREFIX + layer.LAYER]] == [
        span.text for span in doc.spans[PREFIX + layer.LAYER]
    ]


def test_every_layer_is_tried_here() -> None:
    assert {layer.LAYER for layer in ITEMS} == {layer.LAYER for layer in Layered.__subclasses__()}


def test_items_stand_in_text_order_the_longer_first(doc: Doc) -> None:
    write_layer(doc, Heading, [Heading(3, 5), Heading(0, 2), Heading(0, 4)])
    assert read_layer(doc, Heading) == (Heading(0, 4), Heading(0, 2), Heading(3, 5))


def test_a_layer_that_nothing_found_is_empty(doc: Doc) -> None:
    write_layer(doc, Heading, ())
    assert read_layer(doc, Heading) == ()


def test_a_layer_that_no_component_has_written_is_an_error(doc: Doc) -> None:
    with pytest.raises(PipelineError, match="nothing has written the layer headings"):
        read_layer(doc, Heading)


def test_spans_are_widened_to_whole_tokens(doc: Doc) -> None:
    write_layer(doc, Heading, [Heading(1, 2)])
    assert [span.text for span in doc.spans[PREFIX + "headings"]] == ["米ロ"]


def test_what_has_no_place_in_the_text_has_no_span(doc: Doc) -> None:
    write_layer(doc, Heading, [Heading(0, 0)])
    assert read_layer(doc, Heading) == (Heading(0, 0),)
    assert len(doc.spans[PREFIX + "headings"]) == 0


def test_layers_stand_under_names_of_our_own(doc: Doc) -> None:
    for layer, item in ITEMS.items():
        write_layer(doc, layer, [item])
    assert sorted(doc.spans) == sorted(PREFIX + layer.LAYER for layer in ITEMS)
    assert len({layer.LAYER for layer in ITEMS}) == len(ITEMS)
