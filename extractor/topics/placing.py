"""Which statements the places of topics belong to: in what is said, in its sentence, or taken over from before it."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.doc_text import text_of
from extractor.layers import ContentFound, CueFound, SpeakerFound, TopicFound
from extractor.lexicon.grammar import Grammar
from extractor.records import Form, Place
from extractor.syntax import is_particle, token_range
from extractor.topics.resuming import Resuming
from extractor.topics.sentences import sentences_of
from extractor.topics.themes import themes_of

_OPENING = 3  # words among which a content points back: また、|これは前進だ
_BEFORE = 200  # characters before a content among which its matter is named
_STOP = "。"
_MATTER = 3  # words before について among which it points back: |この|問題|について


class Placed(NamedTuple):
    """A topic that a statement is about. topic: its first place. more: its further places there."""

    topic: TopicFound
    where: Place
    more: tuple[TopicFound, ...] = ()


class TopicPlacer:
    """Says which places of topics each content of one article is about."""

    def __init__(
        self,
        doc: Doc,
        contents: Sequence[ContentFound],
        cues: Sequence[CueFound],
        speakers: Sequence[SpeakerFound],
        grammar: Grammar,
        naming_provisions: Container[int] = (),
    ) -> None:
        """contents, cues, speakers: layers of ``doc``, which must have sentences.

        naming_provisions: the contents, by their indexes, that name provisions, and so a matter of their own.
        """
        self._doc = doc
        self._contents = contents
        self._cues = cues
        self._grammar = grammar
        self._naming_provisions = naming_provisions
        self._holders: dict[TopicFound, tuple[int, ...]] = {}
        self._themes: frozenset[str] = frozenset()
        self._naming: dict[int, list[SpeakerFound]] = {}
        for speaker in speakers:
            self._naming.setdefault(speaker.content, []).append(speaker)

    def place(self, topics: Sequence[TopicFound]) -> Iterator[list[Placed]]:
        """Yield for each content what it is about, of each topic the first place. topics: in text order."""
        before: list[Placed] = []
        self._holders = dict(zip(topics, self._holding(topics), strict=True))
        self._themes = themes_of(self._doc, topics)
        resuming = Resuming(self._doc, topics, self._themes, self._grammar)
        for index, content in enumerate(self._contents):
            cue = self._cues[content.cue] if content.cue >= 0 else None
            first, after = sentences_of(self._doc, content, cue)
            start, end = self._doc[first].idx, self._doc[first:after].end_char
            stated = self._stated(index, _between(topics, start, end))
            taken = resuming.taken_up(first, after)
            if not stated or self._opens_with_this(start):
                taken = [*self._inherited(index, topics, start, before), *taken]
            before = [*stated, *_taken_over(taken, {placed.topic.topic for placed in stated})]
            yield before

    def _stated(self, index: int, topics: Sequence[TopicFound]) -> list[Placed]:
        """Return what the content or its sentences say; what another says in them is not meant. topics: of those."""
        content = self._contents[index]
        inside: dict[str, list[TopicFound]] = {}
        beside: dict[str, list[TopicFound]] = {}
        for topic in topics:
            if any(first <= topic.start and topic.end <= after for first, after in content.pieces):
                inside.setdefault(topic.topic, []).append(topic)
            elif not self._is_anothers(index, topic):
                beside.setdefault(topic.topic, []).append(topic)
        stated = []
        for topic_id, (first, *more) in inside.items():
            stated.append(Placed(first, Place.CONTENT, (*more, *beside.pop(topic_id, ()))))
        return stated + [Placed(first, Place.SENTENCE, tuple(more)) for first, *more in beside.values()]

    def _inherited(
        self, index: int, topics: Sequence[TopicFound], start: int, before: Sequence[Placed]
    ) -> list[TopicFound]:
        """Return what the sentence before is about, and what the content before is about if this one goes on with it.

        Only what the article as a whole is about goes on so. start: where the content's own sentence begins. before:
        what the content before is about.

        「安全の保証」の枠組みを協議する。ルビオ氏は「議論の一部になるだろう」と語った: about 安全の保証
        """
        if index in self._naming_provisions or self._has_own_matter(self._contents[index], start):
            return []
        found = list(_between(topics, self._sentence_before(start), start))
        if self._goes_on(index, start):
            found = [placed.topic for placed in before] + found
        return [topic for topic in found if topic.topic in self._themes]

    def _sentence_before(self, start: int) -> int:
        """Return where the sentence before the one at ``start`` begins; ``start`` itself where its line begins.

        これに at its beginning points back into another line too.
        """
        last = token_range(self._doc, start, start + 1)[0] - 1
        back = self._opens_with_this(start)
        while back and last > 0 and self._doc[last].is_space:
            last -= 1
        return start if last < 0 or "\n" in self._doc[last].text else self._doc[last].sent.start_char

    def _is_anothers(self, index: int, topic: TopicFound) -> bool:
        """Whether the words of ``topic`` name the speaker, or another content has them that does not hold this one."""
        own = self._contents[index]
        for speaker in self._naming.get(index, ()):
            if speaker.start <= topic.start and topic.end <= speaker.end:
                return True
        others = [place for place in self._holders[topic] if place != index and not self._tells_matter(place, index)]
        return any(not _holds(self._contents[place], own) for place in others)

    def _tells_matter(self, other: int, index: int) -> bool:
        """Whether the content ``other`` tells what this one is about: the same speaker says it without quotation marks.

        「…時が来た」と述べ、関税を課す考えを示した. In a headline also what somebody does: 停戦案を拒否　政府「…」.
        """
        content, own = self._contents[other], self._contents[index]
        if content.form == Form.REPORTED and self._is_headline(own):
            return True
        same = bool(self._speakers(index)) and self._speakers(index) == self._speakers(other)
        return same and own.form == Form.DIRECT and content.form in (Form.INDIRECT, Form.REPORTED)

    def _is_headline(self, content: ContentFound) -> bool:
        """Whether no full stop is in the line of ``content``."""
        text = text_of(self._doc)
        after = text.find("\n", content.end)
        return _STOP not in text[text.rfind("\n", 0, content.start) + 1 : after if after >= 0 else len(text)]

    def _holding(self, topics: Sequence[TopicFound]) -> Iterator[tuple[int, ...]]:
        """Yield for each of ``topics`` the indexes of the contents in which it begins; contents are in text order."""
        open_ones: list[int] = []
        following = 0
        for topic in topics:
            while following < len(self._contents) and self._contents[following].start <= topic.start:
                open_ones.append(following)
                following += 1
            open_ones = [place for place in open_ones if self._contents[place].end > topic.start]
            yield tuple(open_ones)

    def _goes_on(self, index: int, start: int) -> bool:
        """Whether the content before stands in the same line and is not another's in this sentence, or これ begins it.

        start: where the sentence of this one begins.
        """
        content = self._contents[index]
        end = self._contents[index - 1].end if index else 0
        if self._follows(index) and (end <= start or self._speakers(index) == self._speakers(index - 1)):
            return True
        if self._opens_with_this(start):
            return True
        first, after = token_range(self._doc, content.start, content.end)
        return self._points_back(first, min(first + _OPENING, after))

    def _follows(self, index: int) -> bool:
        """Whether the content before stands in the same line."""
        end = self._contents[index - 1].end if index else 0
        return index > 0 and "\n" not in text_of(self._doc)[end : self._contents[index].start]

    def _opens_with_this(self, start: int) -> bool:
        """Whether the sentence at ``start`` begins with what points back at the one before it: これ|に対し."""
        first, after = token_range(self._doc, start, start + 1)
        while after < len(self._doc) and self._doc[first].is_space:
            first, after = after, after + 1
        following = self._doc[after : after + 1]
        return self._points_back(first, after) and any(is_particle(each) for each in following)

    def _speakers(self, index: int) -> set[str]:
        return {speaker.entity or str(speaker.start) for speaker in self._naming.get(index, ())}

    def _has_own_matter(self, content: ContentFound, start: int) -> bool:
        """Whether the sentence at ``start`` says what the content concerns: 港の事故|について「…」と述べた.

        So may a content that is no clause: 事故を巡り|責任を否定した. この問題について is no matter of its own.
        """
        start = max(start, content.start - _BEFORE)
        before = text_of(self._doc)[start : content.end if content.form == Form.REPORTED else content.start]
        for particle in self._grammar.particles.concerning:
            place = before.find(particle)
            if place > 0:
                first, after = token_range(self._doc, start, start + place)
                if not self._points_back(max(after - _MATTER, first), after):
                    return True
        return False

    def _points_back(self, first: int, after: int) -> bool:
        return any(token.text in self._grammar.pointing_back for token in self._doc[first:after])


def _holds(content: ContentFound, other: ContentFound) -> bool:
    return content.start <= other.start and other.end <= content.end


def _taken_over(topics: Sequence[TopicFound], known: Container[str]) -> Iterator[Placed]:
    """Yield of each topic that is not ``known`` the first place."""
    first = {topic.topic: topic for topic in reversed(topics) if topic.topic not in known}
    yield from (Placed(topic, Place.INHERITED) for topic in reversed(first.values()))


def _between(topics: Sequence[TopicFound], start: int, end: int) -> list[TopicFound]:
    first = bisect_left(topics, start, key=lambda topic: topic.start)
    after = bisect_left(topics, end, key=lambda topic: topic.start)
    return [topic for topic in topics[first:after] if topic.end <= end]
