"""What speaks for a statement and against it, read from layers and heads that are stated by hand."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from extractor.attribution.evidence import Evidence, EvidenceFinder
from extractor.layers import (
    ContentFound,
    CueFound,
    EntityFound,
    Heading,
    Layered,
    MentionFound,
    Quote,
    SpeakerFound,
    write_layer,
)

JaDoc = Callable[..., Doc]

# 首相 0-2, は 2, 増税 3-5, し 5, ない 6-8, と 8, 述べ 9-11, た 11, 。 12
WORDS = "首相 は 増税 し/する/補助/未然形 ない/ない/助動詞/終止形 と 述べ/述べる/動詞/連用形 た 。"
HEADS = {0: 6, 1: 0, 2: 6, 3: 2, 4: 2}
CONTENT = ContentFound(3, 8, pieces=((3, 8),), cue=0, form="indirect", rule="clause:to")
CUE = CueFound(
    9, 12, entry="noberu", kind="verb", marker="to", marker_start=8, marker_end=9, lemma="述べる", act="assert",
    passive=False,
)  # fmt: skip
STATED = SpeakerFound(0, 2, content=0, kind="named", entity="e1", rule="subject-before-content")
OMITTED = SpeakerFound(0, 0, content=0, kind="implicit", entity="e1", rule="running-speaker")


def gather(
    doc: Doc, *found: Layered, cue: CueFound = CUE, speakers: Iterable[SpeakerFound] = (), index: int = 0
) -> Evidence:
    """Return the evidence of content ``index``; found: what the layers hold, beside the cue."""
    for layer in EvidenceFinder.reads:
        write_layer(doc, layer, (each for each in (*found, cue) if type(each) is layer))
    return EvidenceFinder(doc).gather(index, list(speakers))


def named(*starts: int) -> list[Layered]:
    """Return an entity e1, a person, and its mentions of two characters at ``starts``."""
    mentions = [MentionFound(start, start + 2, label="person", kind="name", rule="test") for start in starts]
    indexes = tuple(range(len(starts)))
    entity = EntityFound(
        starts[0], starts[0] + 2, id="e1", label="person", name="", link="", role="", affiliation="", mentions=indexes
    )
    return [*mentions, entity]


def test_a_subject_that_hangs_on_the_cue_is_tied(ja_doc: JaDoc) -> None:
    found = gather(ja_doc(WORDS, heads=HEADS), CONTENT, *named(0), speakers=[STATED])
    assert (found.speaker_tied, found.speaker_in_content, found.speaker_gap) == (True, False, 1)
    assert (found.entity_type, found.distance, found.exits) == ("person", 0, 1)


def test_a_subject_that_hangs_on_the_content_is_not_tied(ja_doc: JaDoc) -> None:
    found = gather(ja_doc(WORDS, heads={**HEADS, 0: 2}), CONTENT, speakers=[STATED])
    assert (found.speaker_tied, found.speaker_in_content, found.entity_type) == (False, True, "")


def test_a_content_of_two_pieces_of_the_parse_has_two_exits(ja_doc: JaDoc) -> None:
    assert gather(ja_doc(WORDS, heads={**HEADS, 3: 6}), CONTENT).exits == 2


# 山田 is named in two sentences and left out in the third, which is shifted by 8 characters
EARLIER = "山田 だ/だ/助動詞 。 山田 だ/だ/助動詞 。 "
LINES = "山田 だ/だ/助動詞 。 山田 だ/だ/助動詞 ⏎ "
LATER_CONTENT = replace(CONTENT, start=11, end=16, pieces=((11, 16),))
LATER_CUE = replace(CUE, start=17, end=20, marker_start=16, marker_end=17)


@pytest.mark.parametrize(
    ("words", "mentions", "distance", "other_paragraph"),
    [
        pytest.param(EARLIER, [0, 4], 1, False, id="the-last-mention-counts"),
        pytest.param(EARLIER, [0], 2, False, id="two-sentences"),
        pytest.param(LINES, [4], 1, True, id="line-before"),
        pytest.param(EARLIER, [18], 99, True, id="named-only-later"),
    ],
)
def test_distance_of_an_omitted_speaker(
    words: str, mentions: list[int], distance: int, other_paragraph: bool, ja_doc: JaDoc
) -> None:
    doc = ja_doc(words + WORDS, sentences=(3, 6))
    found = gather(doc, LATER_CONTENT, *named(*mentions), cue=LATER_CUE, speakers=[OMITTED])
    assert (found.distance, found.other_paragraph) == (distance, other_paragraph)
    assert (found.speaker_tied, found.speaker_gap) == (False, -1)


def test_an_unnamed_omitted_speaker_is_measured_from_where_it_stands(ja_doc: JaDoc) -> None:
    speaker = SpeakerFound(0, 2, content=0, kind="implicit", entity="", rule="running-speaker")
    assert gather(ja_doc(WORDS), CONTENT, speakers=[speaker]).distance == 0


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [
        pytest.param((0, 4), True, id="before-and-into-it"),
        pytest.param((0, 3), False, id="up-to-it"),
        pytest.param((7, 11), True, id="out-of-it"),
        pytest.param((8, 11), False, id="from-its-end"),
        pytest.param((4, 6), True, id="inside"),
        pytest.param((0, 13), True, id="around"),
    ],
)
def test_contents_overlap_where_they_share_a_character(other: tuple[int, int], overlaps: bool, ja_doc: JaDoc) -> None:
    beside = ContentFound(*other, pieces=(other,), cue=-1, form="indirect", rule="clause:to")
    index = sorted([CONTENT, beside], key=lambda content: (content.start, -content.end)).index(CONTENT)
    assert gather(ja_doc(WORDS), CONTENT, beside, index=index).overlaps is overlaps


def test_a_long_content_overlaps_those_after_its_first_neighbour(ja_doc: JaDoc) -> None:
    around = ContentFound(0, 13, pieces=((0, 13),), cue=-1, form="indirect", rule="clause:to")
    between = ContentFound(0, 1, pieces=((0, 1),), cue=-1, form="indirect", rule="clause:to")
    assert gather(ja_doc(WORDS), around, between, CONTENT, index=2).overlaps


def test_where_the_content_stands(ja_doc: JaDoc) -> None:
    whole = ContentFound(0, 8, pieces=((0, 8),), cue=0, form="indirect", rule="clause:to")
    first = gather(ja_doc(WORDS), whole, Heading(0, 13))
    second = gather(ja_doc(WORDS), CONTENT, Heading(0, 3))
    assert (first.opens_sentence, first.in_heading) == (True, True)
    assert (second.opens_sentence, second.in_heading) == (False, False)


@pytest.mark.parametrize(
    ("quote", "closed"),
    [
        pytest.param(Quote(2, 9, depth=0, closed=False), False, id="opens-before-it"),
        pytest.param(Quote(4, 9, depth=0, closed=False), False, id="opens-in-it"),
        pytest.param(Quote(2, 9, depth=0, closed=True), True, id="closes"),
        pytest.param(Quote(8, 13, depth=0, closed=False), True, id="opens-behind-it"),
    ],
)
def test_a_quotation_that_never_closes(quote: Quote, closed: bool, ja_doc: JaDoc) -> None:
    assert gather(ja_doc(WORDS), CONTENT, quote).closed is closed
