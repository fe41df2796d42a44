"""Quotations that a cue reports: where they begin and end, and what of the clause stands apart from them."""

from spacy.tokens import Doc

from extractor.attribution.clauses import Clause
from extractor.attribution.endings import is_gerund
from extractor.attribution.frames import is_frame, skip_frame
from extractor.attribution.ordered import first_ending_from
from extractor.attribution.quoted_sentences import is_sentence
from extractor.attribution.subjects import SpeakerPhrases
from extractor.bunsetsu import Phrase, head_words
from extractor.doc_sentences import sentence_start
from extractor.layers import Quote
from extractor.lexicon.cues import Marker
from extractor.lexicon.function_words import load_function_words
from extractor.records import Form
from extractor.syntax import (
    is_adnominal,
    is_adverbial_noun,
    is_conditional,
    is_finite,
    is_nominal,
    is_numeral,
    is_predicate,
    is_verb,
    slice_text,
    token_range,
)

Pieces = tuple[tuple[int, int], ...]

_BLANKS = " 　\n"
_WORD = load_function_words()


def inner(doc: Doc, quote: Quote) -> tuple[int, int]:
    """Return the quotation without its brackets and the blanks at them."""
    start, end = quote.start + 1, quote.end - 1 if quote.closed else quote.end
    text = slice_text(doc, start, end)
    said = text.strip(_BLANKS)
    start += len(text) - len(text.lstrip(_BLANKS)) if said else 0
    return start, start + len(said) if said else end


def quoted_content(
    doc: Doc, quotes: tuple[Quote, ...], clause: Clause, speakers: SpeakerPhrases
) -> tuple[Pieces, Form] | None:
    """Return the content of a clause that ends in 」, or None where it does not.

    「A」と述べた  →  A (direct);  これは「A」と述べた  →  これは「A」 (mixed);  「A」「B」と述べた  →  A, B (direct)
    """
    last = first = first_ending_from(quotes, clause.end_char)
    if last == len(quotes) or quotes[last].end != clause.end_char:
        return None
    while first > 0 and not slice_text(doc, quotes[first - 1].end, quotes[first].start).strip(f"、{_WORD.quotative} "):
        first -= 1
    row = quotes[first : last + 1]
    start = token_range(doc, row[0].start, row[0].end)[0]
    whole = all(_is_sentence(doc, quote) for quote in row)
    within = any(_is_subject_within(doc, phrase, start, clause) for phrase in speakers.between(clause.start, start))
    if start <= clause.start or (not within and _stands_apart(doc, start, clause, speakers, whole=whole)):
        return tuple(inner(doc, quote) for quote in row), Form.DIRECT
    begin = doc[skip_frame(doc, clause, speakers)].idx
    if begin >= row[0].start:
        return tuple(inner(doc, quote) for quote in row), Form.DIRECT
    return ((begin, row[-1].end),), Form.MIXED


def _is_sentence(doc: Doc, quote: Quote) -> bool:
    return is_sentence(doc, *token_range(doc, quote.start, quote.end))


def _stands_apart(doc: Doc, start: int, clause: Clause, speakers: SpeakerPhrases, *, whole: bool) -> bool:
    """Whether what precedes the quotation at the token ``start`` is no part of the content.

    会見で|「A」と述べた; これについて|「A」と述べた; インドで|「A」と述べた; 判決で|「Aだ」と述べた; but
    それが「A」だと述べた, 3時間で「Aだ」と報告した, 増税することで「Aだ」と述べた
    """
    if clause.subject and clause.subject.phrase.end >= start:
        return True
    last = None
    for phrase in speakers.between(clause.start, start):
        last = phrase
    framed = last is None or is_frame(doc, last, speakers, clause)
    if last is None or framed or _belongs(doc, last, start, clause, speakers):
        return framed
    if last.particle in _WORD.subjects:
        return _speaks(last, clause, speakers, whole=whole)
    opening = last.particle in speakers.grammar.particles.opening
    if whole and (opening or _is_where(doc, last, clause, speakers) or _is_circumstance(doc, last, speakers)):
        return True
    if last.particle in speakers.grammar.particles.dative:
        return last.comma or whole
    if last.particle in speakers.grammar.particles.circumstance:
        return last.comma
    head = doc[last.head]
    if last.particle == "" and not last.comma:  # すでに|「A」; 大きな|「A」
        return not (is_predicate(head) or is_nominal(head) or is_adnominal(head))
    return True


def _belongs(doc: Doc, last: Phrase, start: int, clause: Clause, speakers: SpeakerPhrases) -> bool:
    """Whether what is said has begun before the quotation at the token ``start``, with a condition or its own topic.

    首相は、合意できなければ|「信頼が揺らぐ」と述べた; 弁護士は…と話し、量刑は基準に照らして|「重い」と評した
    """
    words = head_words(doc, last)
    if words and is_conditional(words[-1]):
        return True
    if clause.subject is not None or clause.subject_follows or clause.start == sentence_start(doc, clause.start):
        return False
    first = next(speakers.between(clause.start, start), last)
    counted = any(is_numeral(token) for token in doc[first.start : first.head + 1])  # 三人は|「値上がりする」と誘った
    return first is not last and first.particle == _WORD.topic and not counted and speakers.find(first) is None


def _speaks(phrase: Phrase, clause: Clause, speakers: SpeakerPhrases, *, whole: bool) -> bool:
    """Whether the subject ``phrase`` before a quotation says it; not 隣国が|「役割を果たす」よう求めた."""
    if phrase.particle == _WORD.nominative and clause.subject is None and clause.marker == Marker.YOU:
        return False
    topic = whole and clause.subject is None and phrase.particle == _WORD.topic
    return speakers.find(phrase) is not None or topic


def _is_where(doc: Doc, phrase: Phrase, clause: Clause, speakers: SpeakerPhrases) -> bool:
    """Whether ``phrase`` can be where or in what a sentence is said: 現地で, 論告で; not a measure, nor a deed.

    Nor where what is said has begun with a subject of its own: 欠陥が|公表されて数時間で|「被害が相次ぐ」と報告した.
    """
    if phrase.particle not in speakers.grammar.particles.place:
        return False
    start = clause.subject.phrase.end if clause.subject else clause.start
    if any(before.particle == _WORD.nominative for before in speakers.between(start, phrase.start)):
        return False
    measured = any(is_numeral(token) for token in doc[phrase.start : phrase.head + 1])
    return not measured and doc[phrase.head].text not in speakers.grammar.clause_nouns


def _is_subject_within(doc: Doc, phrase: Phrase, start: int, clause: Clause) -> bool:
    """Whether ``phrase`` behind the cue's subject is the subject of what the quotation from ``start`` on says.

    首相は、増税が「避けられない」と述べた; 首相は、増税は家計にとって「痛手だ」と述べた;
    議員は、知事が「軽視している」と述べた
    """
    if (
        clause.subject is None
        or phrase.start < clause.subject.phrase.end
        or phrase.particle not in (_WORD.topic, _WORD.nominative)
    ):
        return False
    topics = phrase.particle == clause.subject.phrase.particle == _WORD.topic
    if topics and doc[clause.subject.phrase.end - 1].text != _WORD.topic and not is_adverbial_noun(doc[phrase.head]):
        return True
    if clause.subject.phrase.particle == _WORD.topic and phrase.particle == _WORD.nominative and phrase.end == start:
        return True
    return start < doc[phrase.head].head.i < clause.end


def _is_circumstance(doc: Doc, phrase: Phrase, speakers: SpeakerPhrases) -> bool:
    """Whether ``phrase`` tells what led to the quoted sentence behind it: a deed, a cause, or who is quoted.

    観客席を回り|「ありがとう」, 遅れたことから|「急げ」, 母から|「急げ」と言われた, 尋ねたところ|「ない」
    """
    words = head_words(doc, phrase)
    if not words:
        return False
    if is_adverbial_noun(words[-1]) or words[0].lemma_ in speakers.grammar.joining_nouns:
        return True
    if is_verb(words[0]) or (len(words) > 1 and is_predicate(words[1])):
        return is_gerund(words[-1]) or (is_predicate(words[-1]) and not is_finite(words[-1]))
    return phrase.particle in speakers.grammar.particles.origin
