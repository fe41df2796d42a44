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
from extractor.syntax import is_headline, token_range

RULE = "headline-apart"
_WORD = load_function_words()


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
        if not headline or not is_sentence(doc, first, after):
            continue
        content = ContentFound(start, end, pieces=((start, end),), cue=-1, form=str(Form.DIRECT), rule=ECHO)
        if echoes.whole(content) is not None:
            yield content
        elif _is_apart(doc, first, after) and whose_headline(doc, first, speakers) is not None:
            yield replace(content, rule=RULE)


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


def _is_apart(doc: Doc, first: int, after: int) -> bool:
    """Whether blanks or the end of the headline enclose the tokens ``first`` to ``after``, something before them."""
    if first == sentence_start(doc, first):
        return False
    before = doc[first - 1]
    behind = after >= sentence_end(doc, first) or doc[after].is_space or bool(doc[after - 1].whitespace_)
    return behind and (before.is_space or bool(before.whitespace_))
