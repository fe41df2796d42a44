"""Cues that report what another cue reports: one statement for one content."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extractor.layers import CueFound
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.syntax import is_continuative, is_ending, slice_text, token_range

_COMMAS = "、， 　"
_WORD = load_function_words()
_NEAR = 8  # cues on either side that may share a content with one


def drop_doubled(doc: Doc, cues: Sequence[CueFound], grammar: Grammar) -> Iterator[CueFound]:
    """Yield ``cues`` without those whose content another one reports.

    足りないと|して批判した: 批判 takes として
    """
    for index, cue in enumerate(cues):
        others = (*cues[max(0, index - _NEAR) : index], *cues[index + 1 : index + 1 + _NEAR])
        if not any(
            _reports_as_well(doc, other, cue) or _takes(doc, other, cue, grammar) or _says(doc, other, cue, grammar)
            for other in others
        ):
            yield cue


def _goes_along(doc: Doc, after: int, grammar: Grammar) -> bool:
    """Whether the predicate before the token ``after`` goes along with a later one: 笑い|ながら; not 拒み|ながらも."""
    return doc[after].text in grammar.particles.along and doc[after + 1].text not in grammar.particles.core


def _says(doc: Doc, other: CueFound, cue: CueFound, grammar: Grammar) -> bool:
    """Whether the verb of thinking ``cue`` ends what ``other`` reports: 難しいと思う|と話した; not 思うと言うのは."""
    thought = cue.marker == Marker.TO and cue.lemma in grammar.thoughts
    if not thought or other.marker != Marker.TO or other.marker_start < cue.end:
        return False
    return not slice_text(doc, cue.end, other.marker_start).strip(_COMMAS)


def _takes(doc: Doc, other: CueFound, cue: CueFound, grammar: Grammar) -> bool:
    """Whether ``other`` takes the と of ``cue``: the first of two does, or the one that the first goes along with.

    「…」と|呼び、牽制した: 呼ぶ;  「…」と、|思い出を振り返りながら話した: 話す;  「…」と|繰り返し叫んだ: 叫ぶ
    """
    if cue.marker != Marker.TO or other.marker != Marker.TO or other.marker_start != cue.marker_start:
        return False
    first, last = sorted((cue, other), key=lambda each: each.start)
    if last.kind == CueKind.PHRASE and _WORD.nominative in last.lemma:
        return first is cue  # 「…」と|心配する声が上がった
    after = token_range(doc, first.start, first.end)[1]
    while after < len(doc) and is_ending(doc[after]):
        after += 1
    compound = first.end == last.start and is_continuative(doc[after - 1])
    along = compound or (after + 1 < len(doc) and _goes_along(doc, after, grammar))
    return (first is cue) == along


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
