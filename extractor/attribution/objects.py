"""The noun that a cue without a clause is about: 支持|を表明した, 加盟|に反対した, 増税|を野党が批判。"""

from spacy.tokens import Doc, Token

from extractor.attribution.endings import endings
from extractor.attribution.linkers import goes_along
from extractor.lexicon.cues import CueEntry, CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.records import Act
from extractor.syntax import (
    is_adnominal,
    is_adverbial,
    is_adverbial_noun,
    is_auxiliary_stem,
    is_closing,
    is_comma,
    is_conjunctive_particle,
    is_finite,
    is_full_stop,
    is_nominal,
    is_numeral,
    is_opening,
    is_particle,
)

_REACH = 8  # tokens between the particle and the cue
_WORD = load_function_words()


def find_object(doc: Doc, cue: int, limit: int, entry: CueEntry, grammar: Grammar) -> int | None:
    """Return the を, に or も of the noun that the cue at the token ``cue`` is about, looking back to ``limit``.

    攻撃|を強く非難した;  増税|を繰り返し批判した;  増税|を野党が批判
    """
    if Marker.OBJECT not in entry.markers:
        return None
    index = cue - 1
    while index > max(limit, cue - _REACH):
        token = doc[index]
        if _is_adverb(token, grammar):
            index -= 1
        elif token.text == _WORD.nominative and is_particle(token) and index == cue - 1:
            index = _before_noun(doc, index, limit)
        elif not is_particle(token):
            return None
        elif is_closing(doc[index - 1]):  # 「早い復旧」|を呼びかけた, 「支持」|を表明; 「春の海」を発表 names a thing
            stance = Marker.YOU in entry.markers or entry.act is not Act.ASSERT
            return index if stance and token.text == _WORD.accusative else None
        elif not is_nominal(doc[index - 1]):
            return None
        elif _is_adverb(doc[index - 1], grammar) or _is_time(doc[index - 1]):
            index -= 2  # 何度|も批判した; 九月|に公表した
        else:
            return index if _is_objective(token.text, entry, grammar) else None
    return None


def is_act(doc: Doc, end: int, grammar: Grammar) -> bool:
    """Whether the cue whose words end before the token ``end`` is done: not asked for, made to be or only possible.

    増税を批判した。 増税に反対しており、  not 増税を批判するよう, 増税を批判すると, 増税を批判する人, 批判される
    """
    ending = list(endings(doc, end, grammar))
    if any(token.lemma_ in grammar.passives or token.lemma_ in grammar.causatives for token in ending):
        return False
    after = end + len(ending)
    last = doc[after - 1]
    if after >= len(doc) or not is_finite(last) or last.text in _WORD.past_endings:
        return True
    following = doc[after]
    if goes_along(doc, after, grammar):
        return True
    granted = following.text in grammar.particles.core and after + 1 < len(doc) and is_comma(doc[after + 1])  # するも、
    goes_on = any(token.lemma_ in grammar.progressives for token in ending) and not is_auxiliary_stem(following)
    return following.is_punct or following.is_space or is_conjunctive_particle(following) or granted or goes_on


def object_start(doc: Doc, head: int, limit: int) -> int:
    """Return the first token of the noun phrase that ends with the token ``head``, no further left than ``limit``.

    計画への|支持;  「春風作戦」の無事|終了
    """
    start = max(limit, min(token.i for token in doc[head].subtree))
    while start > limit:
        before = doc[start - 1]
        if is_closing(before):
            start = opening_of(doc, start - 1, limit)
        elif _modifies(before):
            start -= 1
        else:
            break
    return start


def _modifies(token: Token) -> bool:
    """Whether ``token`` belongs to the noun phrase that it stands before: 計画|の, 無事, この."""
    genitive = token.text == _WORD.genitive and is_particle(token)
    compound = not is_adverbial_noun(token) or (token.i > 0 and token.nbor(-1).text == _WORD.genitive)  # の|無事完了
    noun = is_nominal(token) and compound and not is_numeral(token)
    return noun or genitive or is_adnominal(token)


def opening_of(doc: Doc, closing: int, limit: int) -> int:
    """Return the token that opens the bracket that ``closing`` closes, ``limit`` where none does."""
    depth = 0
    for index in range(closing, limit - 1, -1):
        depth += is_closing(doc[index]) - is_opening(doc[index])
        if depth == 0:
            return index
    return limit


def _before_noun(doc: Doc, particle: int, limit: int) -> int:
    """Return the token before the noun that the token ``particle`` marks."""
    index = particle - 1
    while index > limit and is_nominal(doc[index]):
        index -= 1
    return index


def _is_objective(particle: str, entry: CueEntry, grammar: Grammar) -> bool:
    """Whether ``particle`` marks what the cue is about: 増税|に反対した, 攻撃|を非難した; not 財団|に報告した."""
    if particle not in grammar.particles.objects:
        return False
    phrase = entry.kind is CueKind.PHRASE
    if particle == _WORD.accusative:  # not where it is taken: 増税|に難色を示した, but 増税|をやり玉に挙げた
        return not phrase or _WORD.accusative not in entry.lemmas
    return particle != _WORD.dative or phrase or entry.lemmas[0] in grammar.dative_verbs


def _is_adverb(token: Token, grammar: Grammar) -> bool:
    adverbial = is_adverbial(token) or is_adverbial_noun(token) or token.lemma_ in grammar.adverbials
    return adverbial and not is_comma(token) and not is_full_stop(token)


def _is_time(noun: Token) -> bool:
    """Whether ``noun`` tells when: 昨日, 九|月."""
    return is_adverbial_noun(noun) or is_numeral(noun) or (noun.i > 0 and is_numeral(noun.nbor(-1)))
