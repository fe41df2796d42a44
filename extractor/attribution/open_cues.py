"""Cues that no lexicon lists: the predicate to which と ties a quoted sentence."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extractor.attribution.endings import endings
from extractor.layers import CueFound, Quote
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.grammar import Grammar
from extractor.records import Act
from extractor.syntax import (
    is_adjective,
    is_continuative,
    is_full_stop,
    is_nominal,
    is_opening,
    is_particle,
    is_predicate,
    is_sentence_final_particle,
    is_verb,
    token_range,
)

_NAME_LENGTH = 8  # tokens of a quotation that is hardly the name of a thing


def find_open_cues(
    doc: Doc, quotes: tuple[Quote, ...], cues: Iterable[CueFound], grammar: Grammar
) -> Iterator[CueFound]:
    """Yield a cue for each quoted sentence that と ties to a predicate that no entry of the lexicon describes.

    「寂しくなる」と肩を落とした  →  肩を落とした.  「A」という村, 「A」と名付けた name things and report nothing.
    """
    used = {cue.marker_start for cue in cues}
    for quote in quotes:
        if quote.depth or not quote.closed or quote.end in used or not _is_sentence(doc, quote):
            continue
        span = doc.char_span(quote.start, quote.end)
        if span is None or span.end + 1 >= len(doc) or not _quotes(doc[span.end].text, grammar):
            continue
        predicate = _predicate_after(doc, span.end + 1, span[0].sent.end, grammar)
        if predicate is not None:
            yield _open_cue(doc, span.end, predicate, grammar)


def _quotes(word: str, grammar: Grammar) -> bool:
    return word == "と" or word in grammar.particles.loosely_quoting


def _is_sentence(doc: Doc, quote: Quote) -> bool:
    """Whether ``quote`` holds a clause, or more words than a name has."""
    first, after = token_range(doc, quote.start, quote.end)
    inner = [token for token in doc[first + 1 : after - 1] if not token.is_space]
    if len(inner) < 2:
        return False
    last = inner[-1]
    return is_predicate(last) or last.is_punct or is_sentence_final_particle(last) or len(inner) > _NAME_LENGTH


def _predicate_after(doc: Doc, start: int, end: int, grammar: Grammar) -> int | None:
    """Return the first predicate of the clause after と, None where it names things or is no predicate of saying."""
    for token in doc[start:end]:
        if (is_verb(token) or is_adjective(token)) and token.dep_ != "fixed":
            names = token.lemma_ in grammar.not_saying or doc[start].text == "の"
            modifies = token.dep_ == "acl" and not is_continuative(token)
            return None if names or modifies else int(token.i)
        if is_full_stop(token) or is_opening(token):
            return None
    return None


def _open_cue(doc: Doc, marker: int, predicate: int, grammar: Grammar) -> CueFound:
    start = predicate
    if is_nominal(doc[predicate - 1]):
        start = predicate - 1
    elif predicate - 2 > marker and is_particle(doc[predicate - 1]) and is_nominal(doc[predicate - 2]):
        start = predicate - 2
    end = predicate + 1 + len(list(endings(doc, predicate + 1, grammar)))
    last = doc[end - 1]
    return CueFound(
        doc[start].idx,
        last.idx + len(last),
        entry="",
        kind=str(CueKind.VERB),
        marker=str(Marker.TO),
        marker_start=doc[marker].idx,
        marker_end=doc[marker + 1].idx,
        lemma="".join([*(token.text for token in doc[start:predicate]), doc[predicate].lemma_]),
        act=str(Act.ASSERT),
        passive=False,
    )
