"""What is done in saying something: asserted, denied, demanded, promised, predicted, evaluated or asked."""

from spacy.tokens import Doc

from extractor.layers import ContentFound, CueFound
from extractor.lexicon.acts import ActWord
from extractor.lexicon.cues import Marker
from extractor.records import Act
from extractor.syntax import slice_text

_EDGE = "。 　」』、！!"


def decide_act(doc: Doc, content: ContentFound, cue: CueFound | None, words: tuple[ActWord, ...]) -> Act:
    """Return the act of the cue where it names one (求めた: demand), else what the content's end shows.

    「政府は説明すべきだ」と述べた  →  demand;  増税しないと述べた  →  assert
    """
    if cue is not None and cue.act != Act.ASSERT:
        return Act(cue.act)
    if cue is not None and cue.marker == Marker.YOU:
        return Act.DEMAND
    last = slice_text(doc, *content.pieces[-1]).rstrip(_EDGE)
    for entry in words:
        if last.endswith(entry.words):
            return entry.act
    return Act.ASSERT
