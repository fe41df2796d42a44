"""Quoted sentences of headlines that no word ties to their speaker: repeated below, or set apart by blanks.

首相、増税見送りに含み「腰折れ避ける」 … 首相は「経済の腰折れを避ける」と述べた。
ナウル、協定を停止　「約束は守られていない」;  北原、けが乗り越え優勝　「引退も考えた」　世界選手権
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.attribution.echoes import RULE as ECHO
from extractor.attribution.echoes import Echoes
from extractor.attribution.ordered import Covered
from extractor.attribution.quotations import inner
from extractor.attribution.quoted_sentences import is_sentence
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.doc_sentences import sentence_end, sentence_start
from extractor.layers import ContentFound, Quote
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Form
from extractor.syntax import is_headline, is_particle, token_range

RULE = "headline-apart"
_WORD = load_function_words()
_CASES = (_WORD.nominative, _WORD.accusative, _WORD.dative)


def find_headline_quotes(
    doc: Doc, quotes: Sequence[Quote], taken: Sequence[ContentFound], speakers: SpeakerPhrases
) -> Iterator[ContentFound]:
    """Yield the quoted sentences of headlines that are in none of ``taken``, where one can tell who says them.

    One of ``taken`` below says the same in full, or the headline tells the deed of somebody before the blank.
    """
    echoes, done = Echoes(doc, taken), Covered((content.start, content.end) for content in taken)
    for quote in quotes:
        start, end = inner(doc, quote)
        if not quote.closed or done.shares(start, end):
            continue
        first, after = token_range(doc, quote.start, quote.end)
        headline = is_headline(doc[sentence_start(doc, first) : sentence_end(doc, first)])
        if not headline or not (is_sentence(doc, first, after) or _is_clipped(doc, first, after)):
            continue
        content = ContentFound(start, end, pieces=((start, end),), cue=-1, form=str(Form.DIRECT), rule=ECHO)
        if echoes.whole(content) is not None:
            yield content
        elif whose_headline(doc, first, speakers) is None:
            continue
        elif _is_apart(doc, first, after):
            yield replace(content, rule=RULE)
        elif _opens(doc, first, after, speakers):
            yield _with_theme(doc, first, content, speakers)


def _with_theme(doc: Doc, first: int, content: ContentFound, speakers: SpeakerPhrases) -> ContentFound:
    """Return ``content`` with what it is about: 首相、|防衛増税「年内に結論」; not 首相、攻撃を|「許さない」."""
    theme = list(speakers.between(sentence_start(doc, first), first))[1:]
    if not theme or any(phrase.particle in (*_WORD.subjects, _WORD.accusative) for phrase in theme):
        return replace(content, rule=RULE)
    start, end = doc[theme[0].start].idx, content.end + 1
    return replace(content, start=start, end=end, pieces=((start, end),), form=str(Form.MIXED), rule=RULE)


def whose_headline(doc: Doc, opening: int, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return whose deed the headline tells before the quotation at the token ``opening``, None where it is not clear.

    知事、増税を否定　「…」  →  知事;  県警、男を逮捕　「…」: the man rather says it
    """
    found = None
    for phrase in speakers.between(sentence_start(doc, opening), opening):
        speaker = speakers.find(phrase)
        if speaker is None or speaker.group is SpeakerGroup.DOCUMENT:
            continue
        if phrase.particle == _WORD.accusative and speaker.group is SpeakerGroup.PERSON:
            return None
        if found is None and (phrase.particle in _WORD.subjects or (phrase.comma and not phrase.particle)):
            found = speaker
    return found


def headline_behind(doc: Doc, after: int, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return whose deed the headline tells behind the quotation that ends before the token ``after``.

    「犬を返して」　歌姫が元恋人を提訴  →  歌姫;  「脅された」　公判で検察側  →  検察側;  「許せない」　県警が男を逮捕
    is rather what the man says
    """
    end = sentence_end(doc, after - 1)
    if after >= end or not is_headline(doc[after:end]) or not (doc[after].is_space or doc[after - 1].whitespace_):
        return None
    row = list(speakers.between(after + doc[after].is_space, end))
    found, accused = [], False
    for number, phrase in enumerate(row):
        speaker = speakers.find(phrase)
        if speaker is None or speaker.group is SpeakerGroup.DOCUMENT:
            continue
        accused = phrase.particle == _WORD.accusative and speaker.group is SpeakerGroup.PERSON
        if accused:
            break
        last = number + 1 == len(row) and not phrase.particle and number > 0
        if phrase.particle in _WORD.subjects or (phrase.comma and not phrase.particle) or last:
            found.append(speaker)
    first = found[0] if found and not accused else None
    return next((speaker for speaker in found if speaker.group is SpeakerGroup.PERSON), first)


def _opens(doc: Doc, first: int, after: int, speakers: SpeakerPhrases) -> bool:
    """Whether somebody and a comma open the headline, whose first part the quotation ends: 首相、増税は|「必要だ」."""
    row = list(speakers.between(sentence_start(doc, first), first))
    work = doc[first - 1].text.endswith(tuple(speakers.grammar.works))  # 新曲|「海に咲く」
    opened = not work and bool(row) and row[0].comma and not row[0].particle and speakers.find(row[0]) is not None
    return opened and _ends_part(doc, first, after)


def _is_clipped(doc: Doc, first: int, after: int) -> bool:
    """Whether the quotation is a sentence without its verb: 「年末に決着」; not 「春の海」."""
    words = [token for token in doc[first + 1 : after - 1] if not token.is_space]
    return any(token.text in _CASES and is_particle(token) for token in words[1:])


def _is_apart(doc: Doc, first: int, after: int) -> bool:
    """Whether blanks or the end of the headline enclose the tokens ``first`` to ``after``, something before them."""
    if first == sentence_start(doc, first):
        return False
    before = doc[first - 1]
    return _ends_part(doc, first, after) and (before.is_space or bool(before.whitespace_))


def _ends_part(doc: Doc, first: int, after: int) -> bool:
    """Whether a blank or the end of the headline of the token ``first`` stands at the token ``after``."""
    return after >= sentence_end(doc, first) or doc[after].is_space or bool(doc[after - 1].whitespace_)
