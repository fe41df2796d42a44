"""Cues that no lexicon lists: the predicate to which と ties a quoted sentence."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from extractor.attribution.endings import endings
from extractor.attribution.quoted_sentences import has_subject
from extractor.layers import CueFound, Quote
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.records import Act
from extractor.syntax import (
    is_adjective,
    is_auxiliary,
    is_comma,
    is_conjunctive_particle,
    is_continuative,
    is_finite,
    is_full_stop,
    is_hearsay_stem,
    is_nominal,
    is_opening,
    is_particle,
    is_predicate,
    is_sentence_final_particle,
    is_verb,
    is_verbal_noun,
    token_range,
)

_WORD = load_function_words()
_NAME_LENGTH = 8  # tokens of a quotation that is hardly the name of a thing


def find_open_cues(
    doc: Doc, quotes: tuple[Quote, ...], cues: Iterable[CueFound], grammar: Grammar
) -> Iterator[CueFound]:
    """Yield a cue for each quoted sentence that と ties to a predicate that no entry of the lexicon describes.

    「寂しくなる」と肩を落とした  →  肩を落とした.  「A」という村, 「A」と名付けた name things and report nothing.
    """
    used = {cue.marker_start for cue in cues}
    for quote in quotes:
        if quote.depth or not quote.closed or quote.end in used or not _is_sentence(doc, quote, grammar):
            continue
        span = doc.char_span(quote.start, quote.end)
        if span is None or span.end + 1 >= len(doc) or not _quotes(doc[span.end].text, grammar):
            continue
        predicate = _predicate_after(doc, span.end + 1, span[0].sent.end, grammar)
        gesture = _gesture_after(doc, span.end + 1, span[0].sent.end, grammar) if predicate is None else None
        if predicate is not None:
            yield _open_cue(doc, span.end, predicate, grammar)
        elif gesture is not None:
            yield _cue(doc, span.end, (gesture, gesture + 1), doc[gesture].text)


def _quotes(word: str, grammar: Grammar) -> bool:
    return word == _WORD.quotative or word in grammar.particles.loosely_quoting


def _is_sentence(doc: Doc, quote: Quote, grammar: Grammar) -> bool:
    """Whether ``quote`` holds a clause, or more words than a name has."""
    first, after = token_range(doc, quote.start, quote.end)
    inner = [token for token in doc[first + 1 : after - 1] if not token.is_space]
    if len(inner) < 2:
        return False
    last = inner[-1]
    wished = is_particle(last) and last.text in grammar.particles.objects  # 「楽しめる催しを」と
    ended = is_predicate(last) or last.is_punct or is_sentence_final_particle(last) or wished
    return ended or len(inner) > _NAME_LENGTH or has_subject(inner)


def _predicate_after(doc: Doc, start: int, end: int, grammar: Grammar) -> int | None:
    """Return the first predicate of the clause after と, None where it names things or is no predicate of saying."""
    after = start + 1
    if after < len(doc) and is_auxiliary(doc[after]):
        after += 1
    if doc[start].lemma_ in grammar.attaching_verbs and after < len(doc) and is_nominal(doc[after]):
        return None  # 「急げ」という|父の助言; 「急げ」といった|助言
    for token in doc[start:end]:
        if (is_verb(token) or is_adjective(token)) and token.dep_ != "fixed":
            word = token.nbor(-1) if _is_suru(token, grammar) else token
            names = word.lemma_ in grammar.not_saying | grammar.defining or doc[start].text == _WORD.genitive
            modifies = token.dep_ == "acl" and not is_continuative(token)
            if token.i > start and _is_aside(doc, token, grammar):
                continue
            said = is_comma(doc[start]) and _is_quoted(doc, token, grammar)
            return None if names or modifies or said else int(token.i)
        if is_full_stop(token) or is_opening(token):
            return None
    return None


def _is_suru(verb: Token, grammar: Grammar) -> bool:
    """Whether ``verb`` is the する of a noun, which then says what is done: 奮闘|する; not 「A」と|する."""
    return verb.lemma_ in grammar.light_verbs and is_verbal_noun(verb.nbor(-1))


def _is_quoted(doc: Doc, verb: Token, grammar: Grammar) -> bool:
    """Whether と follows ``verb``, so that it is said too: 担当者は「…」と、台数を|増やしたいとしている."""
    after = verb.i + 1 + len(list(endings(doc, verb.i + 1, grammar)))
    return after < len(doc) and doc[after].text == _WORD.quotative and is_particle(doc[after])


def _is_aside(doc: Doc, verb: Token, grammar: Grammar) -> bool:
    """Whether ``verb`` modifies a noun, or goes along with a later verb: 島で|暮らす山田さん, 肩を|抱きながら."""
    after = verb.i + 1 + len(list(endings(doc, verb.i + 1, grammar)))
    if after >= len(doc):
        return False
    modifies = is_nominal(doc[after]) and is_finite(doc[after - 1]) and not is_hearsay_stem(doc[after])
    return modifies or (is_conjunctive_particle(doc[after]) and doc[after].text in grammar.particles.along)


def _gesture_after(doc: Doc, start: int, end: int, grammar: Grammar) -> int | None:
    """Return the noun that ends the clause after と: 主将は「勝つ」と満面の|笑み。 生徒は「帰りたい」と担任に|相談。"""
    if doc[start].text == _WORD.genitive:
        return None  # 「急げ」などの|書き込みが殺到
    for token in doc[start:end]:
        if token.text in grammar.gestures or (is_verbal_noun(token) and token.lemma_ not in grammar.not_saying):
            after = doc[token.i + 1] if token.i + 1 < end else None
            return int(token.i) if after is None or after.is_space or is_comma(after) or is_full_stop(after) else None
        if is_verb(token) or token.is_punct:
            return None
    return None


def _open_cue(doc: Doc, marker: int, predicate: int, grammar: Grammar) -> CueFound:
    start = predicate
    if is_nominal(doc[predicate - 1]):
        start = predicate - 1
    elif predicate - 2 > marker and is_particle(doc[predicate - 1]) and is_nominal(doc[predicate - 2]):
        start = predicate - 2
    end = predicate + 1 + len(list(endings(doc, predicate + 1, grammar)))
    lemma = "".join([*(token.text for token in doc[start:predicate]), doc[predicate].lemma_])
    passive = any(token.lemma_ in grammar.passives for token in doc[predicate + 1 : end])
    return _cue(doc, marker, (start, end), lemma, passive=passive)


def _cue(doc: Doc, marker: int, words: tuple[int, int], lemma: str, *, passive: bool = False) -> CueFound:
    """Return the cue of the tokens ``words`` behind the と at the token ``marker``."""
    start, end = words
    last = doc[end - 1]
    return CueFound(
        doc[start].idx,
        last.idx + len(last),
        entry="",
        kind=str(CueKind.VERB),
        marker=str(Marker.TO),
        marker_start=doc[marker].idx,
        marker_end=doc[marker + 1].idx,
        lemma=lemma,
        act=str(Act.ASSERT),
        passive=passive,
    )
