"""Quotations: those that a cue reports, and those that are said without a cue."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractor.attribution.clauses import Clause, is_frame, is_sentence, skip_bullets, skip_frame
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.layers import ContentFound, Quote
from extractor.records import Form
from extractor.syntax import is_adnominal, is_comma, is_nominal, is_particle, is_predicate, slice_text, token_range

Pieces = tuple[tuple[int, int], ...]

PARENTHESES = frozenset("（(")
_SHORTEST_NAMED = 3  # characters of a quotation after a name: 中国「断固反対」
_SHORTEST = 6  # characters of a quotation that stands alone; shorter ones are names of things


def inner(quote: Quote) -> tuple[int, int]:
    """Return the quotation without its brackets."""
    return quote.start + 1, quote.end - 1 if quote.closed else quote.end


def quoted_content(
    doc: Doc, quotes: tuple[Quote, ...], clause: Clause, speakers: SpeakerPhrases
) -> tuple[Pieces, Form] | None:
    """Return the content of a clause that ends in 」, or None where it does not.

    「A」と述べた  →  A (direct);  これは「A」と述べた  →  これは「A」 (mixed);  「A」「B」と述べた  →  A, B (direct)
    """
    last = next((number for number, quote in enumerate(quotes) if quote.end == clause.end_char), None)
    if last is None:
        return None
    first = last
    while first > 0 and not slice_text(doc, quotes[first - 1].end, quotes[first].start).strip("、と "):
        first -= 1
    row = quotes[first : last + 1]
    start = token_range(doc, row[0].start, row[0].end)[0]
    if start <= clause.start or _stands_apart(doc, start, clause, speakers, whole=_is_sentence(doc, row[-1])):
        return tuple(inner(quote) for quote in row), Form.DIRECT
    begin = doc[skip_frame(doc, clause, speakers)].idx
    if begin >= row[0].start:
        return tuple(inner(quote) for quote in row), Form.DIRECT
    return ((begin, row[-1].end),), Form.MIXED


def _is_sentence(doc: Doc, quote: Quote) -> bool:
    return is_sentence(doc, *token_range(doc, quote.start, quote.end))


def _stands_apart(doc: Doc, start: int, clause: Clause, speakers: SpeakerPhrases, *, whole: bool) -> bool:
    """Whether what precedes the quotation at the token ``start`` is no part of the content.

    会見で|「A」と述べた; これについて|「A」と述べた; but それが「A」だと述べた, 数時間で「A」と報告した
    """
    if clause.subject and clause.subject.phrase.end >= start:
        return True
    last = None
    for phrase in speakers.between(clause.start, start):
        last = phrase
    if last is None or is_frame(doc, last, speakers, clause):
        return True
    if last.particle in ("は", "が", "も"):
        return speakers.find(last) is not None or (whole and clause.subject is None and last.particle == "は")
    if last.particle in speakers.grammar.particles.dative:
        return last.comma or whole
    if last.particle in speakers.grammar.particles.circumstance:
        return last.comma
    head = doc[last.head]
    if last.particle == "" and not last.comma:  # すでに|「A」; 大きな|「A」
        return not (is_predicate(head) or is_nominal(head) or is_adnominal(head))
    return True


def find_bare_quotations(
    doc: Doc, quotes: tuple[Quote, ...], taken: list[ContentFound], speakers: SpeakerPhrases
) -> Iterator[ContentFound]:
    """Yield the quotations that are said without a cue: alone in a sentence, after a name, before 〜と氏。

    「行く」。  ルビオ氏「行く」  「行く」とルビオ氏。
    """
    done = [piece for content in taken for piece in content.pieces if content.form != Form.REPORTED]
    for quote in quotes:
        span = inner(quote)
        if span[1] - span[0] < _SHORTEST_NAMED or any(start < span[1] and span[0] < end for start, end in done):
            continue
        rule = _bare_rule(doc, quote, speakers)
        if rule and (rule == "name-quotation" or span[1] - span[0] >= _SHORTEST):
            yield ContentFound(span[0], span[1], pieces=(span,), cue=-1, form=str(Form.DIRECT), rule=rule)


def _bare_rule(doc: Doc, quote: Quote, speakers: SpeakerPhrases) -> str | None:
    first, after = token_range(doc, quote.start, quote.end)
    sentence = doc[first].sent
    start = skip_bullets(doc, sentence.start, first)
    words = [token for token in doc[after : sentence.end] if not token.is_space]
    rest = [token for token in _unquoted(doc, after, sentence.end, speakers) if not token.is_punct]
    start = next((token.i for token in _unquoted(doc, start, first, speakers) if not token.is_punct), first)
    blank = after < len(doc) and (doc[after].is_space or doc[after - 1].whitespace_)
    if start == first and blank and not _is_tied(words):
        return "quotation-alone"
    said = bool(words) and words[0].text == "と" and _is_sentence(doc, quote)  # 監督は「勝てる」と言葉少な
    ends = not rest or (blank and not _is_tied(words))
    if start < first and (ends or is_comma(words[0]) or words[0].text in PARENTHESES or said):
        phrases = list(speakers.between(start, first))
        speaker = speakers.find(phrases[-1]) if phrases else None
        if speaker and phrases[-1].particle in ("", "は", "も", "が"):
            return "name-quotation"
    if words and words[0].text in PARENTHESES and parenthesis_speaker(words[0].i, speakers):
        return "quotation-parenthesis"
    if start == first and not rest:
        return "quotation-alone"
    if rest and rest[0].text == "と" and len(rest) > 1:
        phrases = [phrase for phrase in speakers.between(rest[1].i, sentence.end) if not doc[phrase.start].is_space]
        if all(phrase.particle == "の" for phrase in phrases[:-1]) and speakers.find(phrases[-1]):
            return "quotation-name"
    return None


def _unquoted(doc: Doc, start: int, end: int, speakers: SpeakerPhrases) -> Iterator[Token]:
    """Yield the tokens from ``start`` to ``end`` that stand in no brackets and are no blanks."""
    index = start
    while index < end:
        if index in speakers.units:
            index = speakers.units[index]
            continue
        if not doc[index].is_space:
            yield doc[index]
        index += 1


def _is_tied(words: list[Token]) -> bool:
    """Whether a particle or a comma ties what follows to the quotation before the blank."""
    return not words or is_comma(words[0]) or is_particle(words[0]) or words[0].is_punct


def parenthesis_speaker(opening: int, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return who is named in the brackets that open at the token ``opening``: 「行く」（村上社長）  →  村上社長."""
    end = speakers.units.get(opening)
    if end is None:
        return None
    for phrase in speakers.between(opening + 1, end - 1):
        speaker = speakers.find(phrase)
        if speaker is not None:
            return speaker
    return None
