"""Nouns of saying that との or という ties to a clause, whatever predicate is theirs: 〜との思いから."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span

from extractor.attribution.markers import MarkerFinder, is_clause_end
from extractor.attribution.objects import opening_of
from extractor.attribution.quoted_sentences import has_subject
from extractor.doc_sentences import sentence_start
from extractor.doc_text import words_of
from extractor.layers import CueFound, Quote
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.records import Act
from extractor.syntax import (
    is_adjectival_noun,
    is_adjective,
    is_closing,
    is_conjunctive_particle,
    is_ending,
    is_nominal,
    is_particle,
    is_predicate,
    token_range,
)

_PARTS = 2  # tokens of a noun of saying: 警戒|感
_REACH = 10  # tokens between との and the noun: という|他の町の住民の|口コミ
_WORD = load_function_words()
_OWNERS = (_WORD.genitive, _WORD.ablative)
_SUBJECTS = (_WORD.nominative, _WORD.additive)


def find_noun_cues(
    doc: Doc, quotes: tuple[Quote, ...], cues: Iterable[CueFound], grammar: Grammar
) -> Iterator[CueFound]:
    """Yield a cue for each noun of saying with a clause before との or という that no other cue reports.

    改装は急ぐべきだとの|判断から;  味が落ちたという|客の口コミ;  「残念だ」などの|感想が届く;  not 〜という|口コミを
    読む: what is heard has an owner, or comes in
    """
    used = {cue.marker_start for cue in cues}
    inside = _quoted(doc, quotes)
    markers = MarkerFinder(doc, grammar)
    words, nouns = words_of(doc), grammar.own_words | grammar.heard_words
    for index in range(len(doc)):
        first = _first_of(words, index, nouns)
        if first < 0:
            continue
        part = first > 0 and is_nominal(doc[first - 1]) and doc[first - 1].dep_ == "compound"  # 事実|説明
        if part or index in inside or (index + 1 < len(doc) and is_nominal(doc[index + 1])):
            continue
        last, limit = _attached(doc, first, grammar), sentence_start(doc, first)
        start = markers.attaching(last, limit) if last > limit else -1
        if start < 0 or doc[start].idx in used or not _ends_clause(doc, start - 1):
            continue
        noun = doc[first : index + 1]
        own = noun.text in grammar.own_words
        owned = any(each.text in _OWNERS for each in doc[last + 1 : first])
        if own or owned or _comes_in(doc, start, index + 1):
            yield _cue(noun, doc[start : last + 1], lemma=_risen(noun) if own else noun.text)


def _first_of(words: Sequence[str], last: int, nouns: frozenset[str]) -> int:
    """Return the first token of the one of ``nouns`` that ends with the token ``last``: 批判, 警戒|感; -1 for none."""
    starts = range(last, max(last - _PARTS, -1), -1)
    return next((first for first in starts if "".join(words[first : last + 1]) in nouns), -1)


def _comes_in(doc: Doc, marker: int, particle: int) -> bool:
    """Whether what is quoted before the token ``marker`` comes in: 「残念だ」|などの感想|が寄せられた.

    particle: the token behind the noun. Without a quotation or との it is a rumour: 引退するという|噂が広がった.
    """
    quoted = is_closing(doc[marker - 1]) or (
        doc[marker].text == _WORD.quotative and doc[marker + 1].text == _WORD.genitive
    )
    return quoted and _is_subject(doc, particle)


def _is_subject(doc: Doc, particle: int) -> bool:
    """Whether the token ``particle`` makes a subject of the noun before it: 声|が上がる, 声|も聞かれる."""
    return particle < len(doc) and doc[particle].text in _SUBJECTS and is_particle(doc[particle])


def _ends_clause(doc: Doc, last: int) -> bool:
    """Whether a clause or a quoted sentence ends with the token ``last``; not 「春の海」という|投稿."""
    if is_closing(doc[last]) and has_subject(doc[opening_of(doc, last, sentence_start(doc, last)) + 1 : last]):
        return True
    token = doc[last - 1] if is_closing(doc[last]) and last > 0 else doc[last]
    return is_clause_end(token) or token.is_punct or is_conjunctive_particle(token)


def _attached(doc: Doc, noun: int, grammar: Grammar) -> int:
    """Return the token before the words that modify ``noun``, the last one of との or という: という|異常な|投稿."""
    index = noun - 1
    while index > max(sentence_start(doc, noun), noun - _REACH):
        token = doc[index]
        loose = doc[index - 1].text in grammar.particles.loosely_quoting and is_closing(doc[index - 2])  # 」などの
        quoting = token.text == _WORD.genitive and (doc[index - 1].text == _WORD.quotative or loose)
        if _is_nominalised(doc, index, grammar):  # という|のが|同教授の分析だ
            return index - 2
        modifier = is_nominal(token) or is_adjective(token) or is_adjectival_noun(token) or is_ending(token)
        if quoting or not (modifier or (is_particle(token) and token.text in _OWNERS)):
            break
        index -= 1
    return index


def _is_nominalised(doc: Doc, particle: int, grammar: Grammar) -> bool:
    """Whether the token ``particle`` makes a subject of という and の: …という|の|が県の説明だ."""
    the = doc[particle - 1].text in grammar.clause_nouns and doc[particle - 2].lemma_ in grammar.attaching_verbs
    return particle > 1 and the and doc[particle].text in _WORD.subjects and is_particle(doc[particle])


def _risen(noun: Span) -> str:
    """Return the noun with the predicate that lets it rise among others: 危機感|が広がる; else the noun alone."""
    predicate = noun.end + 1
    if predicate >= len(noun.doc) or not _is_subject(noun.doc, noun.end) or not is_predicate(noun.doc[predicate]):
        return str(noun.text)
    return f"{noun.text}{_WORD.nominative}{noun.doc[predicate].lemma_}"


def _cue(noun: Span, marker: Span, *, lemma: str) -> CueFound:
    return CueFound(
        noun.start_char,
        noun.end_char,
        entry="",
        kind=str(CueKind.PHRASE),
        marker=str(Marker.TONO),
        marker_start=marker.start_char,
        marker_end=marker.end_char,
        lemma=lemma,
        act=str(Act.ASSERT),
        passive=False,
    )


def _quoted(doc: Doc, quotes: tuple[Quote, ...]) -> set[int]:
    outer = (quote for quote in quotes if quote.depth == 0)  # the others lie in these, however many
    return {index for quote in outer for index in range(*token_range(doc, quote.start, quote.end))}
