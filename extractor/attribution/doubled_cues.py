"""Cues that report what another cue reports: one statement for one content."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extractor.layers import CueFound
from extractor.lexicon.cues import CueKind, Marker
from extractor.syntax import is_ending, token_range


def drop_doubled(doc: Doc, cues: Sequence[CueFound]) -> Iterator[CueFound]:
    """Yield ``cues`` without those whose content another one reports.

    足りないと|して批判した: 批判 takes として
    """
    for index, cue in enumerate(cues):
        if not any(_reports_as_well(doc, other, cue) for place, other in enumerate(cues) if place != index):
            yield cue


def _reports_as_well(doc: Doc, other: CueFound, cue: CueFound) -> bool:
    """Whether ``other`` reports what ``cue`` would.

    足りないと|して批判した: 批判 takes として
    続ける|見通しであることを明らかにした: 見通し is part of what is made clear
    """
    if other.marker == Marker.TOSHITE:
        return other.marker_start == cue.marker_start and cue.marker == Marker.TO
    if other.marker == Marker.TONO:
        return other.marker_start == cue.marker_start and cue.marker == Marker.TO
    behind = other.start >= cue.end and other.kind != CueKind.HEARSAY
    return cue.marker == Marker.PLAIN and behind and _is_ending(doc, cue.end, other.marker_start)


def _is_ending(doc: Doc, start: int, end: int) -> bool:
    """Whether only endings of a predicate stand between the characters ``start`` and ``end``: 見通し|である."""
    if start >= end:
        return start == end
    first, after = token_range(doc, start, end)
    return all(is_ending(token) for token in doc[first:after])
