"""When something is said whose own sentence does not tell: the day that the sentences before it set."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from extractor.attribution.clauses import skip_bullets
from extractor.attribution.saying_times import SayingTimes
from extractor.attribution.scenes import Scene, is_day
from extractor.doc_sentences import sentence_end
from extractor.doc_text import lemmas_of, text_of
from extractor.layers import ContentFound, CueFound, SpeakerFound, TimeFound, read_layer
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.times import Times
from extractor.syntax import is_comma, is_nominal, slice_text, token_range

_WORD = load_function_words()
_REACH = 2  # sentences back
_ENDING = 4  # tokens behind a cue that tell whether it is past
_AROUND = 10  # contents back among which the one around another is sought


class RunningTimes:
    """Finds the times of all contents of one Doc, those that run on from the sentences before among them."""

    def __init__(self, doc: Doc, saying: SayingTimes, times: Times) -> None:
        """doc: with the layers of cues, contents, speakers and times written. saying: of the same doc."""
        self._doc = doc
        self._saying = saying
        self._times = saying.times
        self._contents = read_layer(doc, ContentFound)
        self._cues = read_layer(doc, CueFound)
        self._speakers: dict[int, set[str]] = {}
        for speaker in read_layer(doc, SpeakerFound):
            if not speaker.addressee:
                name = speaker.entity or slice_text(doc, speaker.start, speaker.end)
                self._speakers.setdefault(speaker.content, set()).add(name)

        self._said = bytearray(len(text_of(doc)) + 1)  # whether a character is said; once, for looking is for each
        self._of_sentence: dict[int, list[int]] = {}  # first token of a sentence → contents whose saying stands there
        for index, content in enumerate(self._contents):
            self._said[content.start : content.end] = b"\1" * (content.end - content.start)
            self._of_sentence.setdefault(self._sentence(content).start, []).append(index)
        self._scene = Scene(doc, saying, times, self._is_said)

    def find(self) -> tuple[int, ...]:
        """Return for each content the index of its time, -1 where none tells.

        首相は18日、行くと述べた。中止はしないとも語った。  →  18日 for both
        """
        found = [self._saying.find(index) for index in range(len(self._contents))]
        for index, content in sorted(enumerate(self._contents), key=lambda item: self._goal(item[1])):
            if found[index] < 0 and not self._is_enclosed(content):
                found[index] = self._running(index, found)
        for index in range(len(self._contents)):
            if found[index] < 0:
                found[index] = self._enclosing(index, found)
        return tuple(found)

    def _enclosing(self, index: int, found: list[int]) -> int:
        """Return the time of what the same speaker says around it: 県は12日、直すよう|指示したと発表した."""
        content = self._contents[index]
        if not self._is_enclosed(content):
            return -1
        for other in range(index - 1, max(index - _AROUND, 0) - 1, -1):
            around = self._contents[other]
            holds = around.start <= content.start and content.end <= around.end
            if holds and found[other] >= 0 and self._same(index, other):
                return found[other]
        return -1

    def _goal(self, content: ContentFound) -> int:
        """Return the character where the saying stands: the cue, or what is said without one."""
        return self._cues[content.cue].start if content.cue >= 0 else content.start

    def _sentence(self, content: ContentFound) -> Span:
        place = self._goal(content)
        return self._doc[token_range(self._doc, place, place + 1)[0]].sent

    def _is_enclosed(self, content: ContentFound) -> bool:
        place = self._goal(content)
        return content.cue >= 0 and bool(self._said[place])

    def _running(self, index: int, found: list[int]) -> int:
        content = self._contents[index]
        sentence = self._sentence(content)
        if any(time.start < self._goal(content) for _, time in self._days(sentence)):
            return -1
        for before in self._sentences_before(sentence):
            for other in self._of_sentence.get(before.start, ()):
                if found[other] >= 0 and self._same(index, other):
                    return found[other]
            for number, time in self._days(before):
                sets = self._opens(before, time.start, time.end) and not time.ahead and self._is_past(content)
                if sets:
                    return number
        told = content.cue < 0 or self._is_past(content)
        if not told or self._scene.is_elsewhere(sentence, self._goal(content)):
            return -1
        day = self._scene.day_of(sentence)
        return day if day >= 0 else self._said_before(index, sentence, found)

    def _said_before(self, index: int, sentence: Span, found: list[int]) -> int:
        """Return the time of what the same speaker said last, if no other day has been named since."""
        for other in range(index - 1, max(index - _AROUND, 0) - 1, -1):
            if self._same(index, other):
                since = self._goal(self._contents[other])
                return -1 if self._names_a_day(since, sentence.start_char) else found[other]
        return -1

    def _names_a_day(self, start: int, end: int) -> bool:
        """Whether a day is named between two characters, said or not."""
        first, last = bisect_left(self._saying.starts, start), bisect_left(self._saying.starts, end)
        return any(is_day(time) for time in self._times[first:last])

    def _is_said(self, place: int) -> bool:
        return bool(self._said[place])

    def _days(self, sentence: Span) -> Iterator[tuple[int, TimeFound]]:
        """Yield the days that ``sentence`` itself names, outside quotations, parentheses and contents."""
        starts = self._saying.starts
        first, last = bisect_left(starts, sentence.start_char), bisect_left(starts, sentence.end_char)
        for number, time in enumerate(self._times[first:last], first):
            if is_day(time) and not time.aside and not self._said[time.start]:
                yield number, time

    def _sentences_before(self, sentence: Span) -> Iterator[Span]:
        """Yield the sentences of the same paragraph before ``sentence``, the nearest first."""
        for _ in range(_REACH):
            if sentence.start == 0:
                return
            sentence = self._doc[sentence.start - 1].sent
            if "\n" in sentence.text:
                return
            yield sentence

    def _same(self, index: int, other: int) -> bool:
        return bool(self._speakers.get(index, set()) & self._speakers.get(other, set()))

    def _opens(self, sentence: Span, start: int, end: int) -> bool:
        """Whether the time opens ``sentence`` and sets its scene: 8月17日に会談が開催され、…"""
        first = skip_bullets(self._doc, sentence.start, sentence.end)
        after = token_range(self._doc, start, end)[1]
        if self._doc[first].idx != start or after >= sentence.end:
            return False
        return is_comma(self._doc[after]) or self._doc[after].text == _WORD.dative

    def _is_past(self, content: ContentFound) -> bool:
        """Whether the saying is told as an event: 発言した, 発言。; not 話している, 語る."""
        if content.cue < 0:
            return False
        cue = self._cues[content.cue]
        first, last = token_range(self._doc, cue.start, cue.end)
        behind = self._doc[last : min(last + _ENDING, sentence_end(self._doc, last - 1))]
        lemmas = {token.lemma_ for token in behind if not token.is_punct}
        lemmas.update(lemmas_of(self._doc)[first:last])
        return not lemmas & self._saying.grammar.progressives and (
            _WORD.past in lemmas or is_nominal(self._doc[last - 1])
        )
