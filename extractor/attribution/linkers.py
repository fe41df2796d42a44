"""Words behind と that look like a saying and only link: といった, というより, としても, と言っていい, とともに."""

from spacy.tokens import Doc, Token

from extractor.attribution.endings import is_gerund
from extractor.doc_sentences import sentence_end
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.syntax import (
    is_adnominal,
    is_auxiliary,
    is_comma,
    is_conditional,
    is_conjunctive_particle,
    is_continuative,
    is_finite,
    is_hearsay_stem,
    is_nominal,
    is_particle,
    is_past,
    is_predicate,
    is_sentence_final_particle,
)

_WORD = load_function_words()
_LISTING = 3  # tokens of といった


def is_conceded(doc: Doc, after: int, grammar: Grammar) -> bool:
    """Whether the predicate before the token ``after`` ends in て and is granted or allowed, not reported.

    述べて|も、 だとして|も、 言って|いい
    """
    if after >= len(doc) or not is_gerund(doc[after - 1]):
        return False
    following = doc[after]
    return following.text in _WORD.topics or following.lemma_ in grammar.permissions


def is_only_supposed(doc: Doc, after: int, grammar: Grammar) -> bool:
    """Whether the predicate before the token ``after`` is a case that may come, or what something is done for.

    発表した|場合、;  示す|ため、
    """
    if after >= len(doc):
        return False
    plain = is_finite(doc[after - 1]) and not is_past(doc[after - 1])
    return doc[after].text in grammar.suppositions or (plain and doc[after].text in grammar.reasons)


def links(doc: Doc, after: int) -> bool:
    """Whether という or といった, which ends before the token ``after``, leans on what follows.

    牛乳といった|食品, 寒いという|より;  not 急ぐという。 急ぐといい、 急げと言われた|と話した
    """
    last = doc[after - 1]
    if after >= len(doc) or is_continuative(last) or is_conjunctive_particle(last):
        return False
    following = _after_comma(doc, after)
    if following is None or following.is_space:
        return False
    if following.text == _WORD.quotative and is_auxiliary(last):  # 急げと言われた|と話した
        return False
    if is_hearsay_stem(following) or _explains(following):  # 急げと言った|そうだ, 急げと言われた|ので
        return False
    if is_conjunctive_particle(following) or is_sentence_final_particle(following):
        return False
    noun = is_nominal(following) or is_adnominal(following)
    listing = is_nominal(doc[after - _LISTING - 1]) and doc[after - _LISTING : after].text == _WORD.exemplifying
    if following.i > after and listing:  # 麺や飯といった、|手軽な料理
        return True
    if following.i > after:  # という、|ある程度の: a comma between
        return noun and not is_past(last) and not is_predicate(doc[after - 2])
    return noun or is_particle(following) or not following.is_punct


def goes_along(doc: Doc, place: int, grammar: Grammar) -> bool:
    """Whether the token ``place`` is the と of words that only say what goes along: 非難する|とともに、 同時に."""
    if place + 1 >= len(doc) or doc[place].text != _WORD.quotative:
        return False
    return is_nominal(doc[place + 1]) and doc[place + 1].text in grammar.together


def is_charge(doc: Doc, after: int, grammar: Grammar) -> bool:
    """Whether として, which ends before the token ``after``, names what somebody is charged with.

    盗んだとして|逮捕された
    """
    if not is_conjunctive_particle(doc[after - 1]):
        return False
    rest = doc[after : sentence_end(doc, after - 1)]
    charges = [token.i for token in rest if token.text in grammar.charges]
    return bool(charges) and any(token.lemma_ in grammar.passives for token in rest if token.i > charges[0])


def _explains(token: Token) -> bool:
    """Whether ``token`` is the の of のだ, のです or ので, which end a sentence or give a reason."""
    after = token.i + 1
    if token.text not in _WORD.nominalisers or after >= len(token.doc) or token.doc[after].lemma_ not in _WORD.copulas:
        return False
    return not is_conditional(token.doc[after])  # 言うの|なら


def _after_comma(doc: Doc, place: int) -> Token | None:
    """Return the token at ``place``, the next one where a comma stands there, None at the end of the sentence."""
    end = sentence_end(doc, place - 1)
    place += place < end and is_comma(doc[place])
    return doc[place] if place < end else None
