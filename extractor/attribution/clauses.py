"""The clause that a cue reports: where it ends, how far left it may reach, whose it is."""

from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.attribution.choosing import Saying, best_subject, is_heard, subject_behind
from extractor.attribution.endings import is_gerund
from extractor.attribution.linkers import goes_along
from extractor.attribution.nesting import behind_topic, has_topic, starts_with_topic, tells_itself
from extractor.attribution.owners import is_source
from extractor.attribution.quoted_sentences import is_sentence
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.doc_sentences import sentence_start
from extractor.layers import CueFound
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Act, SpeakerKind
from extractor.syntax import (
    is_auxiliary_stem,
    is_bullet,
    is_comma,
    is_conjunctive_particle,
    is_continuative,
    is_ending,
    is_finite,
    is_nominal,
    is_predicate,
    slice_text,
    token_range,
)

_WORD = load_function_words()


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens that a cue may report.

    start, end: from the earliest token to the marker. end_char: the character offset of the marker.
    cue, cue_end: first token of the cue, and the one after it. marker: a value of ``Marker``.
    subject: the subject that stands before the content, None where none does.
    subject_follows: whether it stands behind the content: …と首相は述べた. act: of the cue, a value of ``Act``.
    """

    start: int
    end: int
    end_char: int
    marker_end: int
    cue: int
    cue_end: int
    marker: str
    subject: SpeakerPhrase | None
    subject_follows: bool = False
    act: str = Act.ASSERT


def clause_before(doc: Doc, index: int, cues: tuple[CueFound, ...], speakers: SpeakerPhrases) -> Clause:
    """Return the clause of the cue ``cues[index]``, from its sentence or the clause joined before it to its marker."""
    cue = cues[index]
    first, after = token_range(doc, cue.start, cue.end)
    end, marker_end = _marker_range(doc, cue)
    start, nested = _limit(doc, index, cues, speakers)
    opened = skip_bullets(doc, start, end)
    start = behind_topic(speakers, opened, end, cues, index)
    subject = None
    heard = is_heard(cue, speakers.grammar)
    if subject_behind(speakers, cue, marker_end):
        told_of = _told_of(speakers, start, end) if cue.passive else None
        return Clause(start, end, cue.marker_start, marker_end, first, after, cue.marker, told_of, subject_follows=True)
    opening = speakers.opening_of(cue.marker_start)
    quoted = start < opening < end
    continued = start == opened > sentence_start(doc, first) and has_topic(speakers, sentence_start(doc, first), start)
    if quoted:
        subject = speakers.before_quotation(start, opening)
    # 外相は…と指摘し、隣国が|「役割を果たす」よう求めた: not who is told what to do
    doer = subject is not None and cue.marker == Marker.YOU and subject.phrase.particle == _WORD.nominative
    subject = None if doer and continued else subject
    own = starts_with_topic(speakers, start, end) or tells_itself(cue, speakers, start, end)
    told = (doer and continued) or (nested and (cue.kind == CueKind.HEARSAY or not own))
    if subject is None and end > start and not told:
        saying = Saying(
            start,
            end,
            cue=first,
            content_head=_content_head(doc, start, end),
            passive=cue.passive,
            quotation=opening if quoted and is_sentence(doc, opening, end) else -1,
            open=cue.kind != CueKind.HEARSAY and not continued,
            directive=cue.marker == Marker.YOU,
            heard=heard,
            continued=continued,
        )
        subject = best_subject(speakers, saying)
        adds = cue.lemma in speakers.grammar.adding and index > 0
        if subject and adds and (continued or subject.group in (None, SpeakerGroup.DOCUMENT)):
            subject = None  # 准将は…と語り、一人は|意識があると続けた: who spoke before
    if subject is not None and _is_spoken_of(doc, cue, subject, speakers.grammar):
        subject = None
    found_out = cue.marker == Marker.KOTO and cue.lemma in speakers.grammar.confirming
    if found_out or (cue.kind == CueKind.HEARSAY and (subject is None or subject.kind is SpeakerKind.GENERIC)):
        subject = _written_in(speakers, Saying(start, end, cue=first, passive=True))
    return Clause(start, end, cue.marker_start, marker_end, first, after, cue.marker, subject, act=cue.act)


def _told_of(speakers: SpeakerPhrases, start: int, end: int) -> SpeakerPhrase | None:
    """Return the person that a passive begins with, who is told or judged: 彼は|もう走れないと医師に告げられた."""
    phrase = next(iter(speakers.between(start, end)), None)
    person = speakers.find(phrase) if phrase and phrase.start == start and phrase.particle == _WORD.topic else None
    return person if person and person.group is SpeakerGroup.PERSON else None


def _is_spoken_of(doc: Doc, cue: CueFound, subject: SpeakerPhrase, grammar: Grammar) -> bool:
    """Whether といい passes on what is known of ``subject``, as という at the end does: 男性は帰宅中だった|といい、."""
    quoted = doc[_marker_range(doc, cue)[0] - 1].text == "」"
    joins = is_continuative(doc[token_range(doc, cue.start, cue.end)[1] - 1])
    if quoted or not joins or cue.lemma not in grammar.hearsay_verbs:
        return False
    return slice_text(doc, subject.start, subject.end) in grammar.concerned


def _written_in(speakers: SpeakerPhrases, saying: Saying) -> SpeakerPhrase | None:
    """Return the document of what is heard or found out: 報告書では|安全だとされる, 調査から|…ことが分かった.

    In 男性は軽傷だという or 選手が引退することが分かった somebody is spoken of, no speaker.
    """
    found = best_subject(speakers, saying)
    return found if found and found.group is SpeakerGroup.DOCUMENT else None


def _marker_range(doc: Doc, cue: CueFound) -> tuple[int, int]:
    if cue.marker_start == cue.marker_end:  # nothing stands between content and cue
        start = token_range(doc, cue.marker_start, cue.marker_start + 1)[0]
        return start, start
    return token_range(doc, cue.marker_start, cue.marker_end)


def _limit(doc: Doc, index: int, cues: tuple[CueFound, ...], speakers: SpeakerPhrases) -> tuple[int, bool]:
    """Return how far left the clause reaches, and whether it holds the statement of the cue before (nested).

    …と述べ、|…と強調した: joined. …と述べたと伝えた: nested.
    """
    cue, grammar = cues[index], speakers.grammar
    sentence = sentence_start(doc, token_range(doc, cue.start, cue.end)[0])
    nested = False
    for number in reversed(range(index)):
        before = cues[number]
        first, after = token_range(doc, before.start, before.end)
        if first < sentence:
            break
        if before.marker == Marker.TOSHITE and before.marker_end <= cue.marker_start:  # 早いとして、|続ける構えだ
            return _after_comma(doc, token_range(doc, before.marker_start, before.marker_end)[1]), nested
        noun = not before.entry and before.marker == Marker.TONO  # 「聞け」という回答に
        unsaid = noun or (before.passive and before.marker == Marker.OBJECT)  # 記録が公表され、
        if before.end > cue.marker_start or before.kind == CueKind.HEARSAY or unsaid:
            continue
        if before.kind == CueKind.SOURCE:
            if is_source(before, cues, speakers):
                return after, False
            continue
        if _leads_on(doc, after, before, grammar) or _subject_within(sentence, first, before, speakers):
            continue
        if _joins(doc, after, grammar):
            joined = _after_comma(doc, after)
            parallel = is_continuative(doc[joined - 2])
            if parallel and cue.kind == CueKind.HEARSAY and has_topic(speakers, joined, _marker_range(doc, cue)[0]):
                nested = True  # Aは…と認め、Bは…と黙っている|という: both are heard
                continue
            return after if has_topic(speakers, after, joined) else joined, nested
        if _modifies(doc, after, _marker_range(doc, cue)[0]):
            continue
        nested = nested or not (before.marker == Marker.OBJECT or before.passive or is_heard(before, grammar))
    return sentence, nested


def _leads_on(doc: Doc, after: int, before: CueFound, grammar: Grammar) -> bool:
    """Whether the thought ``before`` is why something is done that is said too: 需要が増える|とみて、買うと説明した."""
    last = doc[after - 1]
    return before.lemma in grammar.judging and is_gerund(last)


def _subject_within(start: int, first: int, before: CueFound, speakers: SpeakerPhrases) -> bool:
    """Whether what ``before`` is about is done by another than the topic, so that both clauses are said by the topic.

    氏は、首相が|席を要求し、…と主張した; not 首相は|席を要求し、…と主張した. start, first: the sentence and ``before``.
    """
    if before.marker != Marker.OBJECT:
        return False
    return starts_with_topic(speakers, start, first)


def _joins(doc: Doc, after: int, grammar: Grammar) -> bool:
    """Whether the predicate that ends before the token ``after`` joins its clause to the next (述べ、 述べたが、)."""
    place = after
    while place < len(doc) and (is_ending(doc[place]) or is_conjunctive_particle(doc[place])):
        place += 1
    if goes_along(doc, place, grammar):  # 非難する|とともに、
        return True
    last = doc[place - 1]
    place += (
        last.text in grammar.particles.along and place < len(doc) and doc[place].text == _WORD.additive
    )  # 断りながら|も
    comma = place < len(doc) and is_comma(doc[place])
    if not comma and is_gerund(last):  # 発表して|注目を集め、
        return True
    if place < len(doc) and doc[place].text == "「" and is_continuative(last):  # といい「…」と喜んだ
        return True
    if not comma and place < len(doc) and doc[place].lemma_ in grammar.joining_nouns:  # とした|上で、
        return any(is_comma(token) for token in doc[place + 1 : place + 3])
    return comma and (is_continuative(last) or is_conjunctive_particle(last) or not is_predicate(last))


def _modifies(doc: Doc, after: int, end: int) -> bool:
    """Whether the predicate before the token ``after`` modifies a noun before ``end``: 離党を発表した|山田氏は、…."""
    place = after
    while place < len(doc) and is_ending(doc[place]):
        place += 1
    if place >= end or not is_finite(doc[place - 1]):
        return False
    return is_nominal(doc[place]) and not is_auxiliary_stem(doc[place])


def _after_comma(doc: Doc, place: int) -> int:
    while place < len(doc) and not is_comma(doc[place]):
        if doc[place].text == "「":
            return place
        place += 1
    return min(place + 1, len(doc) - 1)


def _content_head(doc: Doc, start: int, end: int) -> int:
    for token in reversed(doc[start:end]):
        if not token.is_punct and token.head.i >= end:
            return int(token.i)
    return end - 1


def skip_bullets(doc: Doc, start: int, end: int) -> int:
    """Return the first token after the marks and blanks at ``start``."""
    while start < end and is_bullet(doc[start]):
        start += 1
    return start
