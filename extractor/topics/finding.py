"""Topics in a text: their wordings and identifiers, with what must and must not stand near."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.doc_text import text_of
from extractor.layers import MentionFound, TopicFound
from extractor.lexicon.forms import FormIndex
from extractor.lexicon.topics import Pattern, Reach, Topic, Topics, is_identifier, parts_of
from extractor.topics.normal_forms import NormalForms, ShortWords, WordForms, normalise
from extractor.topics.themes import themes_of

_BACK = 10  # places before one among which the one that overlaps it is sought
_BREAK = re.compile("\n+")
GAP = 20  # characters that … may stand for

Span = tuple[int, int]

#: A place that a pattern of a topic finds.
Hit = tuple[Topic, Pattern, Span]

#: For each reach the characters at which sentences or paragraphs begin.
Borders = Mapping[Reach, Sequence[int]]


class Places:
    """Where each wording and each identifier stands in one text, and which sentence and paragraph that is."""

    def __init__(self, borders: Borders, spans: dict[str, list[Span]]) -> None:
        """borders: of the text. spans: its characters, by wording or identifier, each in text order."""
        self._spans = spans
        self._found: dict[str, list[Span]] = {}
        self._borders = borders

    def of(self, words: str) -> Sequence[Span]:
        """Return where ``words``, without …, stand."""
        return self._spans.get(words, ())

    def together(self, first: int, second: int, reach: Reach) -> bool:
        """Whether two characters stand in one sentence, one paragraph or one article."""
        borders = self._borders[reach]
        return bisect_right(borders, first) == bisect_right(borders, second)

    def find(self, words: str) -> Sequence[Span]:
        """Return where ``words`` stand, … standing for at most ``GAP`` characters of the same sentence."""
        if words not in self._found:
            self._found[words] = sorted(self._find(words))
        return self._found[words]

    def _find(self, words: str) -> Iterator[Span]:
        if is_identifier(words):
            yield from self.of(words)
            return
        first, *rest = parts_of(words)
        for start, end in self.of(first):
            after = self._follow(start, end, rest)
            if after is not None:
                yield start, after

    def _follow(self, start: int, end: int, parts: Sequence[str]) -> int | None:
        """Return where the last of ``parts`` ends, each the nearest behind the one before it."""
        for part in parts:
            places = self.of(part)
            nearest = bisect_left(places, (end, 0))
            if nearest == len(places) or places[nearest][0] > end + GAP:
                return None
            if not self.together(start, places[nearest][0], Reach.SENTENCE):
                return None
            end = places[nearest][1]
        return end

    def has_near(self, words: Iterable[str], place: Span, reach: Reach) -> bool:
        """Whether any of ``words`` stands within ``reach`` of ``place``, not within it: 加盟|国 is near 加盟."""
        borders = self._borders[reach]
        segment = bisect_right(borders, place[0])
        first = borders[segment - 1] if segment else 0
        for each in words:
            spans = self.find(each)
            for index in range(bisect_left(spans, (first, 0)), len(spans)):
                start, end = spans[index]
                if not self.together(place[0], start, reach):
                    break
                if not (place[0] <= start and end <= place[1]):
                    return True
        return False


class Text(NamedTuple):
    """What patterns are sought in. linked: places of entities, with their identifiers."""

    forms: NormalForms
    linked: tuple[tuple[str, Span], ...]
    borders: Borders

    @classmethod
    def of(cls, doc: Doc, mentions: Sequence[MentionFound], short_words: ShortWords) -> "Text":
        """Return the text of ``doc``, which must have sentences."""
        linked = tuple((mention.link, (mention.start, mention.end)) for mention in mentions if mention.link)
        borders = {
            Reach.SENTENCE: [sentence.start_char for sentence in doc.sents],
            Reach.PARAGRAPH: [match.start() for match in _BREAK.finditer(text_of(doc))],
            Reach.ARTICLE: [],
        }
        return cls(NormalForms(doc, short_words), linked, borders)


@dataclass(frozen=True)
class Wordings:
    """Patterns, by what they begin with, so that of thousands only those are tried whose beginning a text has.

    index: from normal form to the wordings, as they are written in the patterns. starting: the patterns that begin with
    a wording or an identifier, with their topics, each with its place among all.
    """

    index: FormIndex[tuple[str, ...]]
    starting: Mapping[str, Sequence[tuple[int, Topic, Pattern]]]

    @classmethod
    def make(cls, patterns: Iterable[tuple[Topic, Pattern]], word_forms: WordForms) -> "Wordings":
        """Return ``patterns`` with their wordings cut into words as texts are."""
        starting: dict[str, list[tuple[int, Topic, Pattern]]] = {}
        wordings: dict[str, None] = {}
        for place, (topic, pattern) in enumerate(patterns):
            first = pattern.words if is_identifier(pattern.words) else parts_of(pattern.words)[0]
            starting.setdefault(first, []).append((place, topic, pattern))
            wordings.update(dict.fromkeys(_wordings(pattern)))
        by_form: dict[str, list[str]] = {}
        for written, form in zip(wordings, normalise(list(wordings), word_forms), strict=True):
            by_form.setdefault(form, []).append(written)
        return cls(FormIndex((form, tuple(written)) for form, written in by_form.items() if form), starting)

    def hits(self, text: Text, among: Container[str] | None = None) -> Iterator[Hit]:
        """Yield each place in ``text`` that a pattern finds, in the order of patterns.

        among: the ids of the topics that are sought, None for all.
        """
        spans: dict[str, list[Span]] = {}
        for words, span in text.linked:
            spans.setdefault(words, []).append(span)
        for _, _, span, wordings in text.forms.find(self.index):
            for words in wordings:
                spans.setdefault(words, []).append(span)
        places = Places(text.borders, spans)
        begun = (each for first in spans for each in self.starting.get(first, ()))
        for _, topic, pattern in sorted(begun, key=itemgetter(0)):
            if among is None or topic.id in among:
                yield from ((topic, pattern, span) for span in _shown(pattern, places))


@dataclass(frozen=True)
class TopicFinder:
    """Finds topics. sure: patterns that count in any article. also: those that count in one about their topic."""

    topics: Topics
    sure: Wordings
    also: Wordings
    short_words: ShortWords

    @classmethod
    def make(cls, topics: Topics, word_forms: WordForms, short_words: ShortWords) -> "TopicFinder":
        """Return a finder for ``topics``."""
        sure = ((topic, pattern) for topic in topics.topics for pattern in topic.patterns)
        also = ((topic, pattern) for topic in topics.topics for pattern in topic.also)
        return cls(topics, Wordings.make(sure, word_forms), Wordings.make(also, word_forms), short_words)

    def find(self, doc: Doc, mentions: Sequence[MentionFound]) -> Iterator[TopicFound]:
        """Yield each place that shows a topic, in no order; of places of one topic that overlap, the longest."""
        sure, also = self._hits(doc, mentions)
        yield from _longest(sure, also)

    def hits(self, doc: Doc, mentions: Sequence[MentionFound]) -> Iterator[Hit]:
        """Yield each place that a pattern of a topic finds; those of ``also`` in articles about the topic."""
        for hits in self._hits(doc, mentions):
            yield from hits

    def _hits(self, doc: Doc, mentions: Sequence[MentionFound]) -> tuple[list[Hit], list[Hit]]:
        """Return the places that show a topic anywhere, and those of ``also``.

        What shows another topic is no place of ``also``: 関税 shows tariffs, not semiconductors too.
        """
        text = Text.of(doc, mentions, self.short_words)
        sure = list(self.sure.hits(text))
        themes = themes_of(doc, list(_longest(sure)))
        if not themes:
            return sure, []
        taken = sorted(span for topic, _, span in sure if topic.id not in themes)
        return sure, [hit for hit in self.also.hits(text, themes) if not _overlaps(hit[2], taken)]


def _wordings(pattern: Pattern) -> Iterator[str]:
    """Yield every wording that ``pattern`` and its conditions name, cut at …."""
    for words in (pattern.words, *pattern.near, *pattern.not_near):
        yield from () if is_identifier(words) else parts_of(words)


def _shown(pattern: Pattern, places: Places) -> Iterator[Span]:
    """Yield each place that the pattern finds and its conditions allow."""
    for place in places.find(pattern.words):
        if pattern.near and not places.has_near(pattern.near, place, pattern.within):
            continue
        if not places.has_near(pattern.not_near, place, pattern.within):
            yield place


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether ``span`` shares characters with one of ``others``, which are in text order: what shows another topic."""
    place = bisect_left(others, (span[1], 0))
    return any(end > span[0] for _, end in others[max(place - _BACK, 0) : place])


def _longest(sure: Iterable[Hit], also: Iterable[Hit] = ()) -> Iterator[TopicFound]:
    """Yield the places by topic, of those that overlap the longest.

    also: places that only count beside sure ones.
    """
    spans: dict[str, dict[Span, TopicFound]] = {}
    for hits, beside in ((sure, False), (also, True)):
        for topic, pattern, span in hits:
            part, against = beside and topic.is_part(pattern.words), pattern.words in topic.against
            found = TopicFound(*span, topic=topic.id, judged=topic.stance, part=part, against=against)
            spans.setdefault(topic.id, {}).setdefault(span, found)
    for own in spans.values():
        end = -1
        for span in sorted(own, key=lambda each: (each[0], -each[1])):
            if span[0] >= end:
                yield own[span]
                end = span[1]
