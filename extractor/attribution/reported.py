"""What each cue reports, and the quotations that stand without a cue."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.attribution.bare_quotations import find_bare_quotations
from extractor.attribution.clauses import Clause, clause_before
from extractor.attribution.frames import skip_frame
from extractor.attribution.headline_quotes import find_headline_quotes
from extractor.attribution.headline_sources import find_headline_sources
from extractor.attribution.objects import object_start
from extractor.attribution.ordered import (
    any_within,
    beginning_at,
    ending_at,
    first_from,
    last_ending_until,
)
from extractor.attribution.owners import is_source
from extractor.attribution.quotations import Pieces, inner, quoted_content
from extractor.attribution.quotations_apart import opening_in_front
from extractor.attribution.quoted_sentences import is_sentence
from extractor.attribution.sentence_before import sentence_before, source_before
from extractor.attribution.subjects import SpeakerPhrases
from extractor.attribution.turns import RULE as TURN
from extractor.attribution.turns import Turn, find_turns
from extractor.doc_text import text_of
from extractor.layers import ContentFound, CueFound, Quote
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.records import Act, Form
from extractor.syntax import is_comma, is_finite, is_nominal, slice_text, token_range

_WORD = load_function_words()
_COMPANION = 12  # tokens of a noun phrase before と that may be a companion
_EDGE = " 　、。，・•\n\t"
_MARKS = _EDGE + "「」『』"


def find_contents(
    doc: Doc, cues: tuple[CueFound, ...], quotes: tuple[Quote, ...], speakers: SpeakerPhrases
) -> Iterator[ContentFound]:
    """Yield the content of every cue that has one, and every quotation that is said without a cue.

    首相は「増税しない」と述べた。  →  増税しない (direct);  首相は増税しないと述べた。  →  増税しない (indirect)
    """
    outer = tuple(quote for quote in quotes if quote.depth == 0)
    turns = [_turn(turn, outer) for turn in find_turns(text_of(doc))]
    yield from turns
    starts = [turn.start for turn in turns]
    for content in _of_sentences(doc, cues, outer, speakers):
        before = bisect_right(starts, content.start) - 1
        within = before >= 0 and content.start < turns[before].end
        if not within or _is_anothers(content, cues):
            yield content


def _turn(turn: Turn, quotes: tuple[Quote, ...]) -> ContentFound:
    span = (turn.start, turn.end)
    return ContentFound(*span, pieces=(span,), cue=-1, form=str(form_of(span, quotes)), rule=TURN)


def _is_anothers(content: ContentFound, cues: tuple[CueFound, ...]) -> bool:
    """Whether a statement within a turn names who says it; else it is whose turn it is: 効くと思います."""
    return content.subject_start >= 0 or (content.cue >= 0 and cues[content.cue].kind == CueKind.SOURCE)


def _of_sentences(
    doc: Doc, cues: tuple[CueFound, ...], outer: tuple[Quote, ...], speakers: SpeakerPhrases
) -> Iterator[ContentFound]:
    """Yield what cues report, then quotations without a cue. outer: the quotations that stand in no other."""
    taken: list[ContentFound] = []
    for index in range(len(cues)):
        told = cues[index].marker == Marker.SENTENCE
        content = (_told_before if told else _content)(doc, index, cues, outer, speakers)
        if content is not None and all(slice_text(doc, *piece).strip(_MARKS) for piece in content.pieces):
            taken.append(content)
            yield content
    bare = list(find_bare_quotations(doc, outer, taken, speakers))
    yield from bare
    yield from find_headline_sources(doc, outer, [*taken, *bare], speakers)
    yield from find_headline_quotes(doc, outer, [*taken, *bare], speakers)


def _content(
    doc: Doc, index: int, cues: tuple[CueFound, ...], quotes: tuple[Quote, ...], speakers: SpeakerPhrases
) -> ContentFound | None:
    cue = cues[index]
    if cue.kind == CueKind.SOURCE:
        return _of_source(doc, index, cues, quotes, speakers)
    clause = clause_before(doc, index, cues, speakers)
    hearsay = cue.kind == CueKind.HEARSAY and _has_source(doc, index, cues, speakers)
    if hearsay or _confirms(doc, index, cues, clause, speakers) or _is_seen(doc, cue, clause, speakers):
        return None
    if cue.marker in (Marker.FOLLOWING, Marker.PRECEDING):
        quote = _quotation_apart(doc, cue, quotes)
        return _found((inner(doc, quote),), index, Form.DIRECT, "quotation", clause)
    if cue.marker == Marker.OBJECT:
        return _object(doc, index, clause, quotes)
    quoted = quoted_content(doc, quotes, clause, speakers)
    if quoted is not None:
        pieces, form = quoted
        rule = "quotation"
    elif _is_unnamed(doc, index, cues, clause, speakers):
        return None
    else:
        pieces, form, rule = _unquoted(doc, clause, quotes, speakers)
    if not pieces:
        return None
    return _found(pieces, index, form, rule, clause)


def _is_unnamed(doc: Doc, index: int, cues: tuple[CueFound, ...], clause: Clause, speakers: SpeakerPhrases) -> bool:
    """Whether a passive names nobody who says it, or 〜によると does: …と報じられた."""
    if not cues[index].passive or clause.subject_follows:
        return False
    return clause.subject is None or _has_source(doc, index, cues, speakers)


def _of_source(
    doc: Doc, index: int, cues: tuple[CueFound, ...], quotes: tuple[Quote, ...], speakers: SpeakerPhrases
) -> ContentFound | None:
    """Return what follows a source: 県によると、|橋が落ちた; not 昨年の集計では|四割だった.

    Nor where the source only ends the clause of another cue: …ことが県への取材で|分かった.
    """
    cue = cues[index]
    follows = index + 1 < len(cues) and cues[index + 1].start == cue.end
    if follows and cues[index + 1].marker_start < cue.start:
        return None
    if not is_source(cue, cues, speakers):
        return None
    return _after_source(doc, index, cues, quotes, speakers)


def _told_before(
    doc: Doc, index: int, cues: tuple[CueFound, ...], quotes: tuple[Quote, ...], speakers: SpeakerPhrases
) -> ContentFound | None:
    """Return the sentence before the cue's, which only names who tells it: |船が沈んだ。国際機関が明らかにした。"""
    cue = token_range(doc, cues[index].start, cues[index].end)[0]
    told, source = sentence_before(doc, cue, speakers.grammar), source_before(doc, cue, speakers)
    if told is None or source is None:
        return None
    span = strip_edges(doc, doc[told[0]].idx, doc[told[1]].idx)
    form = str(form_of(span, quotes))
    subject = {"subject_start": source.start, "subject_end": source.end}
    return ContentFound(*span, pieces=(span,), cue=index, form=form, rule="sentence-before", **subject)


def _quotation_apart(doc: Doc, cue: CueFound, quotes: tuple[Quote, ...]) -> Quote:
    """Return the quotation after the cue, in front of its sentence or before it, as the cue's marker says."""
    if cue.marker == Marker.FOLLOWING:
        return quotes[first_from(quotes, cue.end)]
    sentence = doc[token_range(doc, cue.start, cue.end)[0]].sent
    opening = opening_in_front(doc, sentence.start)
    if opening >= 0:
        return quotes[first_from(quotes, doc[opening].idx)]
    return quotes[last_ending_until(quotes, sentence.start_char)]


def _has_source(doc: Doc, index: int, cues: tuple[CueFound, ...], speakers: SpeakerPhrases) -> bool:
    """Whether 〜によると in the same sentence already reports what the hearsay at its end does."""
    start = doc[token_range(doc, cues[index].start, cues[index].end)[0]].sent.start_char
    before = cues[first_from(cues, start) : index]
    return any(other.kind == CueKind.SOURCE and is_source(other, cues, speakers) for other in before)


def _confirms(doc: Doc, index: int, cues: tuple[CueFound, ...], clause: Clause, speakers: SpeakerPhrases) -> bool:
    """Whether the cue only ends what the source of its sentence says.

    警察によると、…ことが|分かった; not 警察によると、男は…と|している
    """
    cue = cues[index]
    if clause.subject is not None or cue.lemma not in speakers.grammar.confirming:
        return False
    sentence = doc[clause.cue].sent
    before = cues[first_from(cues, sentence.start_char) : index]
    sourced = any(other.kind == CueKind.SOURCE and other.start < cue.marker_start for other in before)
    return sourced and not slice_text(doc, cue.end, sentence.end_char).strip(_EDGE)


def _is_seen(doc: Doc, cue: CueFound, clause: Clause, speakers: SpeakerPhrases) -> bool:
    """Whether anybody can see what the cue makes known: 橋が古いことが|分かる写真; not 橋が古いことが|分かった."""
    if cue.marker != Marker.KOTO or cue.lemma not in speakers.grammar.confirming or clause.subject is not None:
        return False
    words = doc[clause.cue : clause.cue_end]
    return words[-1].lemma_ == cue.lemma and is_finite(words[-1])


def _found(pieces: Pieces, cue: int, form: Form, rule: str, clause: Clause) -> ContentFound:
    subject = clause.subject
    return ContentFound(
        pieces[0][0],
        pieces[-1][1],
        pieces=pieces,
        cue=cue,
        form=str(form),
        rule=f"{rule}:{clause.marker}",
        subject_start=subject.start if subject else -1,
        subject_end=subject.end if subject else -1,
    )


def _unquoted(
    doc: Doc, clause: Clause, quotes: tuple[Quote, ...], speakers: SpeakerPhrases
) -> tuple[Pieces, Form, str]:
    start = _behind_own_quotation(doc, skip_frame(doc, clause, speakers), clause, quotes)
    if clause.marker == Marker.TO and _is_companion(doc, start, clause, speakers):
        return (), Form.INDIRECT, "clause"  # 経営者らと話した: with them, nothing is quoted
    span = strip_edges(doc, doc[start].idx, clause.end_char) if start < clause.end else (0, 0)
    if span[1] <= span[0]:
        return (), Form.INDIRECT, "clause"
    return (span,), form_of(span, quotes), "clause"


def _behind_own_quotation(doc: Doc, start: int, clause: Clause, quotes: tuple[Quote, ...]) -> int:
    """Return where the content begins behind a quotation that stands for itself: 担当者は「…」と、|広げたいとした."""
    quote = beginning_at(quotes, doc[start].idx)
    if quote is None or clause.subject is None:
        return start
    after = token_range(doc, quote.start, quote.end)[1]
    alone = after + 1 < clause.end and doc[after].text == _WORD.quotative and is_comma(doc[after + 1])
    return after + 2 if alone and is_sentence(doc, start, after) else start


def _is_companion(doc: Doc, start: int, clause: Clause, speakers: SpeakerPhrases) -> bool:
    """Whether the noun before と is somebody that can speak, and no subject from the token ``start`` on says who it is.

    苦労している経営者らと|話した;  not 犯人は山田社長だと
    """
    if not is_nominal(doc[clause.end - 1]):
        return False
    phrases = list(speakers.between(clause.start, clause.end))
    alone = clause.end - start < _COMPANION or not any(p.particle == _WORD.topic for p in phrases if p.start >= start)
    return alone and bool(phrases) and speakers.find(phrases[-1]) is not None


def form_of(span: tuple[int, int], quotes: tuple[Quote, ...]) -> Form:
    """Return mixed where a quotation stands in ``span``, else indirect."""
    return Form.MIXED if any_within(quotes, *span) else Form.INDIRECT


def strip_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the characters ``start`` and ``end`` without the blanks, bullets and commas at the edges."""
    text = slice_text(doc, start, end)
    inner = text.strip(_EDGE)
    start += len(text) - len(text.lstrip(_EDGE))
    return start, start + len(inner)


def _object(doc: Doc, index: int, clause: Clause, quotes: tuple[Quote, ...]) -> ContentFound | None:
    """Return the noun phrase before を with what modifies it, or the quotation: 支持|を表明, 「早い復旧」|を求めた."""
    if clause.end - 1 < clause.start:
        return None
    quote = ending_at(quotes, clause.end_char)
    if quote is not None:
        said = is_sentence(doc, *token_range(doc, quote.start, quote.end)) or clause.act == Act.DEMAND
        form = Form.DIRECT if said else Form.REPORTED
        return _found((inner(doc, quote),), index, form, "quotation" if said else "object", clause)
    first = object_start(doc, clause.end - 1, clause.start)
    if clause.subject and first < clause.subject.phrase.end <= clause.end - 1:
        first = clause.subject.phrase.end
    span = strip_edges(doc, doc[first].idx, clause.end_char)
    if span[1] <= span[0]:
        return None
    return _found((span,), index, Form.REPORTED, "object", clause)


def _after_source(
    doc: Doc, index: int, cues: tuple[CueFound, ...], quotes: tuple[Quote, ...], speakers: SpeakerPhrases
) -> ContentFound | None:
    """Return what follows 〜によると up to the end of the sentence, without という at its end."""
    cue = cues[index]
    sentence = doc[token_range(doc, cue.start, cue.end)[0]].sent
    end = sentence.end_char
    for place in range(index + 1, len(cues)):
        other = cues[place]
        if other.start >= end:
            break
        if other.kind == CueKind.HEARSAY and not slice_text(doc, other.end, sentence.end_char).strip(_EDGE):
            end = other.start
        elif _confirms(doc, place, cues, clause_before(doc, place, cues, speakers), speakers):
            end = other.marker_start
    span = strip_edges(doc, cue.end, end)
    if span[1] - span[0] < 2:
        return None
    whole = beginning_at(quotes, span[0])
    if whole is not None and whole.end == span[1] and whole.closed:
        span, form = (span[0] + 1, span[1] - 1), Form.DIRECT
    else:
        form = form_of(span, quotes)
    return ContentFound(span[0], span[1], pieces=(span,), cue=index, form=str(form), rule="source")
