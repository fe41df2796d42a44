"""Quotations that no particle ties to their cue: alone before its sentence, in front of it, or right behind it."""

from spacy.tokens import Doc

from extractor.doc_sentences import sentence_end
from extractor.syntax import is_bullet, is_closing, is_full_stop, is_nominal, is_opening, is_predicate

_REACH = 1_000  # tokens of a quotation that stands before its saying
_SHORTEST = 6  # characters of a quotation without a predicate that is hardly the name of a thing


def opening_before(doc: Doc, sentence: int) -> int:
    """Return the 「 of the quotation that stands alone before the token ``sentence``, -1 where none does.

    「もう限界だ」。|店長はこう話す。
    """
    place = sentence - 1
    while place > 0 and (doc[place].is_space or is_full_stop(doc[place])):
        place -= 1
    if place < 1 or doc[place].text != "」":
        return -1
    depth = 0
    for index in range(place, max(place - _REACH, -1), -1):
        depth += is_closing(doc[index]) - is_opening(doc[index])
        if not depth:
            before = doc[index - 1] if index else None
            alone = before is None or before.is_space or is_full_stop(before)
            return index if alone and doc[index].text == "「" else -1
    return -1


def runs_on(doc: Doc, end: int, opening: int) -> bool:
    """Whether the quotation at the token ``opening`` follows the cue without 。 or line break: 語った、「…」."""
    joined = all(token.text != "。" and "\n" not in token.text for token in doc[end:opening])
    return joined and (opening > end or bool(doc[end - 1].whitespace_))


def opening_in_front(doc: Doc, sentence: int) -> int:
    """Return the 「 of the quoted sentence with which the one at the token ``sentence`` opens, -1 where a word ties it.

    「もう限界だ」|店長は話した;  not 「春の海」展を|市は発表した
    """
    opening = sentence
    while opening + 1 < len(doc) and is_bullet(doc[opening]):
        opening += 1
    if doc[opening].text != "「":
        return -1
    depth = 0
    for index in range(opening, sentence_end(doc, opening) - 1):
        depth += is_opening(doc[index]) - is_closing(doc[index])
        if not depth:
            last = doc[index - 1]
            said = is_predicate(last) or last.is_punct or index - opening > _SHORTEST
            return opening if said and is_nominal(doc[index + 1]) else -1
    return -1
