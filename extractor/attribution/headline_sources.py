"""Headlines that name their source at the end: 弟を殺害した容疑で男を逮捕：警察."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from extractor.attribution.ordered import Covered, any_within
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.doc_text import words_of
from extractor.layers import ContentFound, Quote
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Form, SpeakerKind
from extractor.syntax import is_headline, is_nominal, is_opening, is_particle, token_range

_WORD = load_function_words()
RULE = "headline-source"
_COLONS, _EQUALS = frozenset("：:"), frozenset("＝=")
_MARKS = _COLONS | _EQUALS
_AFTER_SOURCE = frozenset("|｜-－―/／")  # ：警察 | 朝日新聞
_SHORTEST = 8  # characters of what is reported


def find_headline_sources(
    doc: Doc, quotes: Sequence[Quote], taken: Sequence[ContentFound], speakers: SpeakerPhrases
) -> Iterator[ContentFound]:
    """Yield what stands before the source of each headline that names one, where no other content is found in it.

    弟を殺害した容疑で男を逮捕：警察  →  弟を殺害した容疑で男を逮捕 (indirect)
    """
    done = Covered((content.start, content.end) for content in taken)
    for sentence in doc.sents:
        mark = source_mark(sentence, speakers)
        if mark < 0:
            continue
        span = doc[sentence.start : mark]
        text = span.text
        start = span.start_char + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if end - start < _SHORTEST or done.shares(start, end):
            continue
        form = Form.MIXED if any_within(quotes, start, end) else Form.INDIRECT
        yield ContentFound(start, end, pieces=((start, end),), cue=-1, form=str(form), rule=RULE)


def headline_source(doc: Doc, content: ContentFound, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return who is named behind ``content``, which ``find_headline_sources`` has found."""
    sentence = doc[token_range(doc, content.start, content.end)[0]].sent
    return _source_behind(sentence, source_mark(sentence, speakers), speakers)


def source_mark(sentence: Span, speakers: SpeakerPhrases) -> int:
    """Return the token of the ： or ＝ before the source with which the headline ``sentence`` ends, -1 without one."""
    written = words_of(sentence.doc)
    mark = next((index for index in reversed(range(sentence.start, sentence.end)) if written[index] in _MARKS), -1)
    if mark < 0:
        return -1
    words = sentence.doc[sentence.start : mark]
    told = is_headline(words) and any(is_particle(token) for token in words)
    return mark if told and _source_behind(sentence, mark, speakers) else -1


def _source_behind(sentence: Span, mark: int, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return the unnamed speaker behind the token ``mark``, up to brackets, a bar or the end of ``sentence``.

    Behind ＝ stands as well where something is (＝静岡) or what it is part of: only what reports will do.
    """
    doc, end = sentence.doc, mark + 1
    while end < sentence.end and (is_nominal(doc[end]) or doc[end].is_space or doc[end].text == _WORD.genitive):
        end += 1
    ended = end == sentence.end or is_opening(doc[end]) or doc[end].text in _AFTER_SOURCE
    row = [phrase for phrase in speakers.between(mark + 1, end) if not doc[phrase.head].is_space]
    found = speakers.find(row[-1]) if ended and row else None
    if found is None or found.kind is not SpeakerKind.GENERIC:
        return None
    reports = found.group is SpeakerGroup.DOCUMENT or doc[row[-1].head].text in speakers.grammar.informants
    return found if reports or doc[mark].text in _COLONS else None
