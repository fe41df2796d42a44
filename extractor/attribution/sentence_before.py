"""Sentences of which the next one only names the source: 船が沈んだ。|国際機関が明らかにした。"""

from spacy.tokens import Doc, Token

from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.brackets import OPENING_QUOTES
from extractor.doc_sentences import sentence_start
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.syntax import (
    is_bullet,
    is_closing,
    is_comma,
    is_conjunctive_particle,
    is_full_stop,
    is_opening,
    is_particle,
    is_predicate,
)

_WORD = load_function_words()
_LONGEST_SOURCE = 30  # tokens that name the source


def sentence_before(doc: Doc, cue: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the tokens of the sentence that the one of ``cue`` only names the source of, None where there is none.

    cue: the first token of a cue that ends its sentence. A dateline is left out: （CNN）|船が沈んだ。
    """
    start = sentence_start(doc, cue)
    if not _only_names(doc, start, cue, grammar):
        return None
    end = start
    while end > 0 and doc[end - 1].is_space and "\n" not in doc[end - 1].text:
        end -= 1
    if end == 0 or not is_full_stop(doc[end - 1]):
        return None
    opening = _behind_dateline(doc, sentence_start(doc, end - 1), end)
    told = doc[opening : end - 1]
    return (opening, end - 1) if any(is_predicate(token) for token in told) else None


def source_before(doc: Doc, cue: int, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return who tells the sentence before that of the token ``cue``: 国際機関|が明らかにした。"""
    row = list(speakers.between(sentence_start(doc, cue), _source_end(doc, cue) + 1))
    return speakers.anybody(row[-1]) if row else None


def _source_end(doc: Doc, cue: int) -> int:
    """Return the が behind who tells the sentence before, in the sentence of the token ``cue``, -1 without one."""
    return next((token.i for token in doc[sentence_start(doc, cue) : cue] if _is_nominative(token)), -1)


def _only_names(doc: Doc, start: int, cue: int, grammar: Grammar) -> bool:
    """Whether only who tells it, with が, when and where stands between the tokens ``start`` and ``cue``.

    米紙「朝」が|報じた; 事務所が27日、サイトで|発表した
    """
    mark = _source_end(doc, cue)
    if not start < mark < cue <= start + _LONGEST_SOURCE or doc[cue].lemma_ not in grammar.revealing:
        return False
    named, around = doc[start:mark], doc[mark + 1 : cue]
    tied = (_WORD.accusative, _WORD.topic, _WORD.quotative)
    apart = any(is_comma(token) or (is_particle(token) and token.text in tied) for token in named)
    placed = (_WORD.locative, _WORD.genitive)
    said = any(is_predicate(token) or (is_particle(token) and token.text not in placed) for token in around)
    return not apart and not said


def _is_nominative(token: Token) -> bool:
    return is_particle(token) and not is_conjunctive_particle(token) and token.text == _WORD.nominative


def _behind_dateline(doc: Doc, start: int, end: int) -> int:
    """Return the first token behind the bracket that opens a sentence, and behind the marks after it."""
    if is_opening(doc[start]) and doc[start].text not in OPENING_QUOTES:
        while start < end and not is_closing(doc[start]):
            start += 1
    while start < end and (is_bullet(doc[start]) or is_closing(doc[start])):
        start += 1
    return start
