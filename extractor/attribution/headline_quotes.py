"""Quotations that blanks set apart from the deed of a headline, of which nothing below is the whole.

ナウル、協定を停止　「約束は守られていない」;  北原、けが乗り越え優勝　「引退も考えた」　世界選手権
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

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
    """Yield the quoted sentences that stand apart in headlines, are in none of ``taken``, and have a speaker there."""
    done = Covered((content.start, content.end) for content in taken)
    for quote in quotes:
        start, end = inner(doc, quote)
        if not quote.closed or done.shares(start, end):
            continue
        first, after = token_range(doc, quote.start, quote.end)
        if not _is_apart(doc, first, after) or not is_sentence(doc, first, after):
            continue
        if whose_headline(doc, first, speakers) is not None:
            yield ContentFound(start, end, pieces=((start, end),), cue=-1, form=str(Form.DIRECT), rule=RULE)


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
    """Whether blanks or the ends of a headline enclose the tokens ``first`` to ``after``, something before them."""
    start, end = sentence_start(doc, first), sentence_end(doc, first)
    if first == start or not is_headline(doc[start:end]):
        return False
    before = doc[first - 1]
    behind = after >= end or doc[after].is_space or bool(doc[after - 1].whitespace_)
    return behind and (before.is_space or bool(before.whitespace_))
