"""What speaks for a statement and against it: the layers and the parse around its content, cue and speakers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc, Span

from extractor.doc_text import text_of
from extractor.layers import (
    ContentFound,
    CueFound,
    EntityFound,
    Heading,
    Layered,
    MentionFound,
    Quote,
    SpeakerFound,
    read_layer,
)
from extractor.records import SpeakerKind
from extractor.syntax import token_range

_UNKNOWN_DISTANCE = 99  # sentences to a speaker who is named nowhere before


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement and what stands around it.

    speakers: of the content, addressees left out. entity_type: a value of ``EntityType``, that of the first speaker,
    "" where they are no entity. distance: sentences from an omitted speaker's last mention to the cue, else 0.
    other_paragraph: whether that mention stands in an earlier paragraph. speaker_tied, speaker_in_content: whether the
    parse hangs the speaker on the cue, on a word of the content. speaker_gap: characters from a speaker to the content
    behind it, -1 where none stands before it. exits: words of the content whose head lies outside; a whole clause has
    one. overlaps: whether another content has words of this one. opens_sentence: whether the content begins one.
    closed: False where its quotation is never closed. in_heading: whether it stands in a heading.
    """

    content: ContentFound
    cue: CueFound | None
    speakers: tuple[SpeakerFound, ...]
    entity_type: str = ""
    distance: int = 0
    other_paragraph: bool = False
    speaker_tied: bool = False
    speaker_in_content: bool = False
    speaker_gap: int = -1
    exits: int = 1
    overlaps: bool = False
    opens_sentence: bool = False
    closed: bool = True
    in_heading: bool = False


class EvidenceFinder:
    """Gathers the evidence for the statements of one Doc."""

    reads: tuple[type[Layered], ...] = (
        Heading,
        Quote,
        MentionFound,
        EntityFound,
        CueFound,
        ContentFound,
        SpeakerFound,
    )

    def __init__(self, doc: Doc) -> None:
        """doc: with the layers up to the speakers written."""
        self._doc = doc
        self._text = text_of(doc)
        self._contents = read_layer(doc, ContentFound)
        self._cues = read_layer(doc, CueFound)
        self._sentences = [sentence.start_char for sentence in doc.sents]
        self._breaks = [match.start() for match in re.finditer("\n", self._text)]
        self._entities = {entity.id: entity for entity in read_layer(doc, EntityFound)}
        mentions = read_layer(doc, MentionFound)
        self._mentioned = {
            entity.id: sorted(mentions[index].start for index in entity.mentions) for entity in self._entities.values()
        }
        self._headings = [(heading.start, heading.end) for heading in read_layer(doc, Heading)]
        self._unclosed = [quote.start for quote in read_layer(doc, Quote) if not quote.closed]
        self._reach = list(accumulate((content.end for content in self._contents), max))

    def gather(self, index: int, speakers: Sequence[SpeakerFound]) -> Evidence:
        """Return the evidence for the content ``index`` of its layer, said by ``speakers``."""
        content = self._contents[index]
        cue = self._cues[content.cue] if content.cue >= 0 else None
        words = self._span(content.start, content.end)
        said_by = self._span(speakers[0].start, speakers[0].end) if _is_stated(speakers) else None
        entity = self._entities.get(speakers[0].entity) if speakers else None
        distance, other_paragraph = self._distance(cue.start if cue else content.start, speakers)
        return Evidence(
            content,
            cue,
            tuple(speakers),
            entity_type=entity.label if entity else "",
            distance=distance,
            other_paragraph=other_paragraph,
            speaker_tied=bool(said_by and cue and _hangs_on(said_by, self._span(cue.start, cue.end))),
            speaker_in_content=bool(said_by and _hangs_on(said_by, words)),
            speaker_gap=max(content.start - speakers[0].end, -1) if said_by else -1,
            exits=_exits(words),
            overlaps=self._overlaps(index),
            opens_sentence=content.start in self._sentences_at(content.start),
            closed=not self._is_unclosed(content),
            in_heading=self._in_heading(content.start),
        )

    def _span(self, start: int, end: int) -> Span:
        return self._doc[slice(*token_range(self._doc, start, end))]

    def _distance(self, place: int, speakers: Sequence[SpeakerFound]) -> tuple[int, bool]:
        """Return how many sentences before ``place`` an omitted speaker was last named, and whether a line before."""
        if not speakers or speakers[0].kind != SpeakerKind.IMPLICIT:
            return 0, False
        named = self._mentioned.get(speakers[0].entity, [speakers[0].start] if speakers[0].end else [])
        before = bisect_left(named, place)
        if not before:
            return _UNKNOWN_DISTANCE, True
        last = named[before - 1]
        sentences = bisect_right(self._sentences, place) - bisect_right(self._sentences, last)
        return sentences, bisect_left(self._breaks, last) < bisect_left(self._breaks, place)

    def _overlaps(self, index: int) -> bool:
        """Whether another content shares characters with this one; the layer is in text order."""
        content = self._contents[index]
        before = index > 0 and self._reach[index - 1] > content.start
        return before or (index + 1 < len(self._contents) and self._contents[index + 1].start < content.end)

    def _sentences_at(self, place: int) -> list[int]:
        number = bisect_right(self._sentences, place)
        return self._sentences[number - 1 : number] if number else []

    def _is_unclosed(self, content: ContentFound) -> bool:
        """Whether a bracket that never closes opens in the content or right before it."""
        number = bisect_left(self._unclosed, content.start - 1)
        return number < len(self._unclosed) and self._unclosed[number] < content.end

    def _in_heading(self, place: int) -> bool:
        number = bisect_right(self._headings, (place, len(self._text)))
        return number > 0 and place < self._headings[number - 1][1]


def _is_stated(speakers: Sequence[SpeakerFound]) -> bool:
    return bool(speakers) and speakers[0].kind != SpeakerKind.IMPLICIT and speakers[0].end > speakers[0].start


def _hangs_on(phrase: Span, governor: Span) -> bool:
    """Whether a word of ``phrase`` has its head in ``governor`` and not in the phrase: ルビオ氏|は … |述べた."""
    heads = {token.head.i for token in phrase} - set(range(phrase.start, phrase.end))
    return any(governor.start <= head < governor.end for head in heads)


def _exits(words: Span) -> int:
    """Return how many words, marks left out, have their head outside or are the root: 増税|しない と述べた has one."""
    heads = ((token.i, token.head.i) for token in words if not token.is_punct and not token.is_space)
    return sum(head == place or not words.start <= head < words.end for place, head in heads)
