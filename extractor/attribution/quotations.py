"""Quotations: those that a cue reports, and those that are said without a cue."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractor.attribution.clauses import Clause, is_frame, skip_bullets, skip_frame
from extractor.attribution.endings import is_gerund
from extractor.attribution.ordered import Covered, first_ending_from
from extractor.attribution.quoted_sentences import is_sentence
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.bunsetsu import Phrase, head_words
from extractor.doc_sentences import sentence_start
from extractor.layers import ContentFound, Quote
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Form
from extractor.syntax import (
    is_adnominal,
    is_adverbial_noun,
    is_closing,
    is_comma,
    is_finite,
    is_headline,
    is_nominal,
    is_particle,
    is_place_name,
    is_predicate,
    is_verb,
    is_verbal_noun,
    noun_start,
    slice_text,
    token_range,
)

Pieces = tuple[tuple[int, int], ...]

_BLANKS = " 　\n"
PARENTHESES = frozenset("（(")
_NAME_LENGTH = 6  # tokens of a bracket without a predicate that is hardly said
_COLONS = frozenset("：:")
_SHORTEST_NAMED = 3  # characters of a quotation after a name: 中国「断固反対」
_WORD = load_function_words()
_SUBJECTS = ("", *_WORD.subjects)
_SHORT_TOO = ("name-quotation", "transcript", "headline")
_SHORTEST = 6  # characters of a quotation that stands alone; shorter ones are names of things


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

    会見で|「A」と述べた; これについて|「A」と述べた; インドで|「A」と述べた; but
    それが「A」だと述べた, 数時間で「A」と報告した
    """
    if clause.subject and clause.subject.phrase.end >= start:
        return True
    last = None
    for phrase in speakers.between(clause.start, start):
        last = phrase
    if last is None or is_frame(doc, last, speakers, clause):
        return True
    somewhere = last.particle in speakers.grammar.particles.place and is_place_name(doc[last.head])
    if last.particle in _WORD.subjects:
        return speakers.find(last) is not None or (whole and clause.subject is None and last.particle == _WORD.topic)
    opening = last.particle in speakers.grammar.particles.opening
    if whole and (somewhere or opening or _is_circumstance(doc, last, speakers)):
        return True
    if last.particle in speakers.grammar.particles.dative:
        return last.comma or whole
    if last.particle in speakers.grammar.particles.circumstance:
        return last.comma
    head = doc[last.head]
    if last.particle == "" and not last.comma:  # すでに|「A」; 大きな|「A」
        return not (is_predicate(head) or is_nominal(head) or is_adnominal(head))
    return True


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


def find_bare_quotations(
    doc: Doc, quotes: tuple[Quote, ...], taken: list[ContentFound], speakers: SpeakerPhrases
) -> Iterator[ContentFound]:
    """Yield the quotations that are said without a cue: alone in a sentence, after a name, before 〜と氏。

    「行く」。  ルビオ氏「行く」  「行く」とルビオ氏。  ルビオ氏は手を振り、「行く」。
    """
    done = Covered(piece for content in taken for piece in content.pieces if content.form != Form.REPORTED)
    for quote in quotes:
        span = inner(doc, quote)
        if span[1] - span[0] < _SHORTEST_NAMED or done.shares(*span):
            continue
        rule = _bare_rule(doc, quote, speakers)
        if rule and (rule in _SHORT_TOO or span[1] - span[0] >= _SHORTEST):
            yield ContentFound(span[0], span[1], pieces=(span,), cue=-1, form=str(Form.DIRECT), rule=rule)


def _bare_rule(doc: Doc, quote: Quote, speakers: SpeakerPhrases) -> str | None:
    first, after = token_range(doc, quote.start, quote.end)
    sentence = doc[first].sent
    if transcript_colon(doc, first) >= 0:
        return "transcript"
    if speakers.names(*inner(doc, quote)) or _is_name(doc, first, after, speakers):
        return None
    start = skip_bullets(doc, sentence.start, first)
    words = [token for token in doc[after : sentence.end] if not token.is_space]
    rest = [token for token in _unquoted(doc, after, sentence.end, speakers) if not token.is_punct]
    start = next((token.i for token in _unquoted(doc, start, first, speakers) if not token.is_punct), first)
    blank = after < len(doc) and (doc[after].is_space or doc[after - 1].whitespace_)
    if start == first and blank and not _is_tied(words):
        return "quotation-alone"
    said = bool(words) and words[0].text == _WORD.quotative and _is_sentence(doc, quote)  # 監督は「勝てる」と言葉少な
    ends = not rest or (blank and not _is_tied(words))
    goes_on = bool(words) and (is_comma(words[0]) or words[0].text in PARENTHESES)
    goes_on = goes_on and (
        not (rest and is_particle(rest[0])) or _is_sentence(doc, quote)
    )  # 番組「走れ」（十回）に出る
    headline = _opens_headline(doc, quote, after)
    beside = start < first and (ends or goes_on or said or headline)
    if beside and name_before(doc, start, first, speakers, ("",) if headline else _SUBJECTS):
        return "name-quotation"
    if words and words[0].text in PARENTHESES and parenthesis_speaker(words[0].i, speakers):
        return "quotation-parenthesis"
    if start == first and not rest:
        return "quotation-alone"
    last = _last_rule(doc, quote, sentence.start, first, speakers) if start < first and ends else None
    return last or ("quotation-name" if _ends_in_name(doc, rest, sentence.end, speakers) else None)


def name_before(
    doc: Doc, start: int, opening: int, speakers: SpeakerPhrases, particles: tuple[str, ...] = _SUBJECTS
) -> SpeakerPhrase | None:
    """Return who stands with one of ``particles`` before the quotation at the token ``opening``, looking to ``start``.

    Between may stand where or to whom it is said: 市長は|式典の冒頭で「祈る」、議長は「感謝する」と述べた.
    """
    quoted = is_sentence(doc, opening, speakers.units.get(opening, opening + 1))
    row = list(speakers.between(start, opening))
    for number, phrase in reversed(list(enumerate(row))):
        speaker = speakers.find(phrase)
        if speaker is not None and phrase.particle in particles:
            return (_whose(row[number - 1], speakers) if number and not phrase.particle else None) or speaker
        place = phrase.particle in speakers.grammar.particles.place or phrase.particle == _WORD.genitive
        if not (place and quoted) or any(is_predicate(token) for token in doc[phrase.start : phrase.end]):
            return None
    return None


def _whose(owner: Phrase, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return the person whose words the noun behind ``owner`` calls so: 山田准教授の|話「…」."""
    speaker = speakers.find(owner) if owner.particle == _WORD.genitive else None
    return speaker if speaker and speaker.mention >= 0 and speaker.group is SpeakerGroup.PERSON else None


def _opens_headline(doc: Doc, quote: Quote, after: int) -> bool:
    """Whether a headline goes on with a noun behind the quoted sentence: 村上「打ててよかった」|三戦連発."""
    sentence = doc[after - 1].sent
    headline = after < sentence.end and is_headline(doc[after : sentence.end])
    return headline and is_nominal(doc[after]) and _is_sentence(doc, quote)


def _last_rule(doc: Doc, quote: Quote, start: int, first: int, speakers: SpeakerPhrases) -> str | None:
    """Return the rule of a quotation from the token ``first`` on that ends its sentence, which begins at ``start``.

    首相、解散を否定|「…」;  主将は肩を落とし、|「…」。;  主将は初勝利に|「…」。
    """
    if _ends_headline(doc, start, first):
        return "headline"
    if not _is_sentence(doc, quote):
        return None
    before = list(speakers.between(start, first))[-1:]
    close = quote.closed and not doc[first - 1].is_space and not doc[first - 1].whitespace_
    at_that = close and any(phrase.particle in speakers.grammar.particles.dative for phrase in before)
    behind = at_that or is_comma(doc[first - 1]) or any(_is_deed(doc, phrase, speakers) for phrase in before)
    return "quotation-last" if behind else None


def _is_deed(doc: Doc, phrase: Phrase, speakers: SpeakerPhrases) -> bool:
    """Whether ``phrase`` tells what somebody did who then speaks: 目を赤くして|「…」。 黙り込んだ後で|「…」。"""
    words = head_words(doc, phrase)
    if not words:
        return False
    after = words[0].lemma_ in speakers.grammar.joining_nouns and doc[phrase.head].left_edge.i < phrase.head
    return after or (is_predicate(words[0]) and is_gerund(words[-1]))


def _ends_headline(doc: Doc, start: int, opening: int) -> bool:
    """Whether the quotation at the token ``opening`` follows the deed that ends a headline: 首相、解散を否定|「…」.

    Not 首相、増税|「…」: that is what the quotation is about.
    """
    headline = doc[start:opening]
    if not is_verbal_noun(headline[-1]) or not is_headline(headline[-1].sent):
        return False
    before = noun_start(doc, opening - 1, start) - 1
    done = before > start and is_particle(doc[before]) and doc[before].text != _WORD.genitive
    return done and any(is_comma(token) for token in headline)


def _ends_in_name(doc: Doc, rest: list[Token], end: int, speakers: SpeakerPhrases) -> bool:
    """Whether the words ``rest`` behind a quotation are と and who says it: 「行く」|とルビオ氏。"""
    if len(rest) < 2 or rest[0].text != _WORD.quotative:
        return False
    phrases = [phrase for phrase in speakers.between(rest[1].i, end) if not doc[phrase.start].is_space]
    return all(phrase.particle == _WORD.genitive for phrase in phrases[:-1]) and speakers.find(phrases[-1]) is not None


def _is_name(doc: Doc, opening: int, after: int, speakers: SpeakerPhrases) -> bool:
    """Whether the bracket from the token ``opening`` to ``after`` is the name of a work or a thing, nothing said.

    山田花子写真展|「海は笑う」;  「走れ山田」 without a predicate
    """
    start = skip_bullets(doc, sentence_start(doc, opening), opening)
    before = doc[opening - 1] if opening > start else None
    if before is not None and is_nominal(before) and before.text.endswith(tuple(speakers.grammar.works)):
        return True
    words = [token for token in doc[opening + 1 : after - 1] if not token.is_space]
    return (
        (before is None or is_closing(before)) and len(words) <= _NAME_LENGTH and not is_sentence(doc, opening, after)
    )


def transcript_colon(doc: Doc, opening: int) -> int:
    """Return the colon between a line's first noun and the quotation at the token ``opening``, -1 where none stands.

    店長：「すぐ売れた」;  not 店長は言う：「すぐ売れた」
    """
    colon = opening - 1
    while colon > 0 and doc[colon].is_space:
        colon -= 1
    last = colon - 1
    while last > 0 and doc[last].is_space:
        last -= 1
    start = sentence_start(doc, opening)
    if last < start or doc[colon].text not in _COLONS or not is_nominal(doc[last]):
        return -1
    return -1 if any(is_particle(token) and token.text != _WORD.genitive for token in doc[start:last]) else colon


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
        if speaker is not None and speaker.group is not SpeakerGroup.DOCUMENT:  # （六月発表）: when, not who
            return speaker
    return None
