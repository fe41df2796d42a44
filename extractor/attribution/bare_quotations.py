"""Quotations that are said without a cue: alone in a sentence, after a name, behind a deed, before 〜と氏。"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractor.attribution.clauses import skip_bullets
from extractor.attribution.endings import is_gerund
from extractor.attribution.ordered import Covered
from extractor.attribution.quotations import inner
from extractor.attribution.quoted_sentences import is_sentence
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.bunsetsu import Phrase, head_words
from extractor.doc_sentences import sentence_start
from extractor.layers import ContentFound, Quote
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Form
from extractor.syntax import (
    is_adverbial_noun,
    is_closing,
    is_comma,
    is_headline,
    is_nominal,
    is_particle,
    is_predicate,
    is_verbal_noun,
    noun_start,
    token_range,
)

PARENTHESES = frozenset("（(")
_NAME_LENGTH = 6  # tokens of a bracket without a predicate that is hardly said
_COLONS = frozenset("：:")
_SHORTEST_NAMED = 3  # characters of a quotation after a name: 中国「断固反対」
_WORD = load_function_words()
_SUBJECTS = ("", *_WORD.subjects)
_SHORT_TOO = ("name-quotation", "quotation-name", "transcript", "headline")
_SHORTEST = 6  # characters of a quotation that stands alone; shorter ones are names of things


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
        rule = _BareQuotation(doc, quote, speakers).rule()
        if rule and (rule in _SHORT_TOO or span[1] - span[0] >= _SHORTEST):
            yield ContentFound(span[0], span[1], pieces=(span,), cue=-1, form=str(Form.DIRECT), rule=rule)


class _BareQuotation:
    """A quotation that no cue reports, in its sentence."""

    def __init__(self, doc: Doc, quote: Quote, speakers: SpeakerPhrases) -> None:
        self._doc, self._quote, self._speakers = doc, quote, speakers
        self._first, self._after = token_range(doc, quote.start, quote.end)
        self._sentence = doc[self._first].sent
        bullets = skip_bullets(doc, self._sentence.start, self._first)
        before = (token.i for token in _unquoted(doc, bullets, self._first, speakers) if not token.is_punct)
        self._start = next(before, self._first)  # the first word of the sentence that stands in no quotation
        self._words = [token for token in doc[self._after : self._sentence.end] if not token.is_space]
        unquoted = _unquoted(doc, self._after, self._sentence.end, speakers)
        self._rest = [token for token in unquoted if not token.is_punct]

    def rule(self) -> str | None:
        """Return the rule by which it is said, None where it is not: the name of a thing, part of a sentence."""
        doc, speakers = self._doc, self._speakers
        if transcript_colon(doc, self._first) >= 0:
            return "transcript"
        if speakers.names(*inner(doc, self._quote)) or _is_name(doc, self._first, self._after, speakers):
            return None
        if self._begins and self._is_set_off:
            return "quotation-alone"
        if not self._begins and self._is_named_before():
            return "name-quotation"
        if self._words and self._words[0].text in PARENTHESES and parenthesis_speaker(self._words[0].i, speakers):
            return "quotation-parenthesis"
        if self._begins:
            return "quotation-alone" if self._only_adds else self._rule_behind()
        return (self._ends and self._last_rule()) or self._rule_behind()

    @property
    def _begins(self) -> bool:
        """Whether nothing stands before it in its sentence."""
        return self._start == self._first

    @property
    def _only_adds(self) -> bool:
        """Whether nothing follows but that it is said too: 「閉店は続くだろう」|とも。"""
        rest = "".join(token.text for token in self._rest)
        return not rest or (rest in self._speakers.grammar.particles.quoting and rest != _WORD.quotative)

    @property
    def _is_set_off(self) -> bool:
        """Whether a blank stands behind it, and nothing behind that is tied to it."""
        doc, after = self._doc, self._after
        blank = after < len(doc) and (doc[after].is_space or bool(doc[after - 1].whitespace_))
        return blank and not _is_tied(self._words)

    @property
    def _ends(self) -> bool:
        """Whether the sentence ends with it."""
        return not self._rest or self._is_set_off

    @property
    def _is_whole(self) -> bool:
        return is_sentence(self._doc, self._first, self._after)

    def _is_named_before(self) -> bool:
        """Whether who says it stands right before: ルビオ氏「行く」, and the sentence does not need the quotation."""
        headline = self._opens_headline()
        if not (headline or self._ends or self._goes_on() or self._is_told_of()):
            return False
        particles = ("",) if headline else _SUBJECTS
        return name_before(self._doc, self._start, self._first, self._speakers, particles) is not None

    def _goes_on(self) -> bool:
        """Whether the sentence goes on behind a comma or brackets.

        監督「勝てる」、主将「勝つ」; not 番組「走れ」（十回）に出る
        """
        if not self._words or not (is_comma(self._words[0]) or self._words[0].text in PARENTHESES):
            return False
        return not (self._rest and is_particle(self._rest[0])) or self._is_whole

    def _is_told_of(self) -> bool:
        """Whether the sentence goes on with how it is said: 監督は「勝てる」|と言葉少な."""
        return bool(self._words) and self._words[0].text == _WORD.quotative and self._is_whole

    def _opens_headline(self) -> bool:
        """Whether a headline goes on with a noun behind the quoted sentence: 村上「打ててよかった」|三戦連発."""
        doc, after, end = self._doc, self._after, self._sentence.end
        return after < end and is_headline(doc[after:end]) and is_nominal(doc[after]) and self._is_whole

    def _rule_behind(self) -> str | None:
        return "quotation-name" if _ends_in_name(self._doc, self._rest, self._sentence.end, self._speakers) else None

    def _last_rule(self) -> str | None:
        """Return the rule of a quotation that ends its sentence.

        首相、解散を否定|「…」;  主将は肩を落とし、|「…」。;  主将は初勝利に|「…」。
        """
        doc, first, speakers = self._doc, self._first, self._speakers
        if _ends_headline(doc, self._sentence.start, first):
            return "headline"
        if not self._is_whole:
            return None
        before = list(speakers.between(self._sentence.start, first))[-1:]
        close = self._quote.closed and not doc[first - 1].is_space and not doc[first - 1].whitespace_
        at_that = close and any(phrase.particle in speakers.grammar.particles.dative for phrase in before)
        behind = at_that or is_comma(doc[first - 1]) or any(_is_deed(doc, phrase, speakers) for phrase in before)
        return "quotation-last" if behind else None


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
        done = number > 0 and row[number - 1].particle == _WORD.accusative  # 活動休止を|発表「…」
        if speaker is not None and phrase.particle in particles and not (done and is_verbal_noun(doc[phrase.head])):
            return (_whose(row[number - 1], speakers) if number and not phrase.particle else None) or speaker
        place = phrase.particle in speakers.grammar.particles.place or phrase.particle == _WORD.genitive
        if not (place and quoted) or any(is_predicate(token) for token in doc[phrase.start : phrase.end]):
            return None
    return None


def _whose(owner: Phrase, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return the person whose words the noun behind ``owner`` calls so: 山田准教授の|話「…」."""
    speaker = speakers.find(owner) if owner.particle == _WORD.genitive else None
    return speaker if speaker and speaker.mention >= 0 and speaker.group is SpeakerGroup.PERSON else None


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
    *before, last = [phrase for phrase in speakers.between(rest[1].i, end) if not doc[phrase.start].is_space]
    joining = speakers.grammar.joining_nouns
    return speakers.find(last) is not None and all(_only_tells_when(doc, phrase, joining) for phrase in before)


def _only_tells_when(doc: Doc, phrase: Phrase, joining: frozenset[str]) -> bool:
    """Whether ``phrase`` belongs to the noun behind it, or tells when: 「勝てた」と|試合後に|主将。"""
    if phrase.particle == _WORD.genitive:
        return True
    words = doc[phrase.start : phrase.end]
    timed = any(is_adverbial_noun(token) or token.text.endswith(tuple(joining)) for token in words)
    return phrase.particle in (_WORD.dative, "") and timed and not any(is_predicate(token) for token in words)


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
