"""When something is said: which expression of time around a content belongs to the saying."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.attribution.ordered import begun_between
from extractor.brackets import outermost, parenthesis_pairs
from extractor.bunsetsu import Phrase, phrases
from extractor.doc_text import text_of
from extractor.layers import ContentFound, CueFound, Quote, SpeakerFound, TimeFound, read_layer
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.lexicon.times import SignClass, Times, Unit
from extractor.syntax import (
    bracket_units,
    is_adnominal,
    is_auxiliary,
    is_comma,
    is_continuative,
    is_ending,
    is_nominal,
    is_verb,
    token_range,
)

_CONTENT = "content"  # in place of the particle of what is said
_DATED_AFTER = re.compile("[ぁ-ゖ]{0,5}[（(]")  # と書き送った（|1月10日）
_AFTER_REACH = 7  # characters that it may take, and one
_BESIDE = 4  # characters between a speaker and the time that follows: 県警は|19日、
_WORD = load_function_words()
_SAYS = (*_WORD.subjects, _WORD.locative_topic, _WORD.locative_additive)  # a document that says it: 報告書は
_BEFORE = 20  # contents that begin before the sentence, of which one may reach into it


@dataclass(frozen=True, slots=True)
class Place:
    """Where a time is looked for: a sentence, or the part of it that one content encloses.

    start: its first token. goal: the token that is reached, the cue or what is said without one.
    phrases: the bunsetsu from ``start`` on to the goal and its own; quotations and other contents are one word each.
    """

    start: int
    goal: int
    phrases: tuple[Phrase, ...]


class SayingTimes:
    """Finds the times of one Doc's contents."""

    def __init__(self, doc: Doc, grammar: Grammar, times: Times) -> None:
        """doc: with the layers of quotations, cues, contents and times written."""
        self.doc = doc
        self._text = text_of(doc)
        self.times = read_layer(doc, TimeFound)
        self.starts = [time.start for time in self.times]
        self._cues = read_layer(doc, CueFound)
        self._contents = read_layer(doc, ContentFound)
        quotes = [(quote.start, quote.end) for quote in read_layer(doc, Quote) if quote.depth == 0]
        brackets = [(pair.start, pair.end) for pair in outermost(parenthesis_pairs(self._text))]
        timed = {(time.start, time.end) for time in self.times}
        contents = {(content.start, content.end) for content in self._contents} - timed
        # in text order, so that those of a sentence are found without looking at all of the article
        self._said = sorted(contents)
        self._brackets = sorted({*quotes, *brackets})
        self.grammar = grammar
        self._occasions = tuple(grammar.occasions)
        self._written = tuple(grammar.written)
        self._speakers: dict[int, list[SpeakerFound]] = {}
        for speaker in read_layer(doc, SpeakerFound):
            if not speaker.addressee:
                self._speakers.setdefault(speaker.content, []).append(speaker)
        self._around = times.signs_of(SignClass.AROUND)
        self._joint = times.signs_of(SignClass.JOINT)

    def find(self, index: int) -> int:
        """Return the index of the time that belongs to the saying of the content ``index``, -1 where none does.

        It stands in the sentence of the cue, outside the content. The nearest to the cue that fits is taken.

        首相は18日の会見で「17日に決めた」と述べた。  →  18日;  15日に辞めた議員は「残念だ」と述べた。  →  none
        """
        content = self._contents[index]
        cue = self._cues[content.cue] if content.cue >= 0 else None
        after = self._after(cue) if cue else -1
        if after >= 0:
            return after
        place = self._place(content, cue)
        reach = self._reach(place.phrases[-1]) if place.phrases else 0
        first, last = self._times_between(self.doc[place.start].idx, reach)
        for number in reversed(range(first, last)):
            at = self._phrase_of(self.times[number], place)
            if at >= 0 and self._belongs(self.times[number], at, place, cue):
                return number
        return self._behind_speaker(index, cue) if cue else -1

    def _times_between(self, start: int, end: int) -> tuple[int, int]:
        """Return the first of the times that begin at the character ``start`` or later, and the one at ``end``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def _after(self, cue: CueFound) -> int:
        """Return the time in parentheses right after the cue: と書き送った（1月10日）."""
        first, last = self._times_between(cue.end + 1, cue.end + _AFTER_REACH)
        for number, time in enumerate(self.times[first:last], first):
            if _DATED_AFTER.fullmatch(self._text, cue.end, time.start):
                return number if self._text[time.end : time.end + 1] in "）)" else -1
        return -1

    def _behind_speaker(self, index: int, cue: CueFound) -> int:
        """Return the time that follows a speaker behind the cue: 金を取ったとして、県警は|19日、男を逮捕した."""
        sentence = self.doc[token_range(self.doc, cue.start, cue.end)[0]].sent
        for speaker in self._speakers.get(index, ()):
            if not cue.end <= speaker.start < sentence.end_char:
                continue
            first, last = self._times_between(speaker.end, speaker.end + _BESIDE)
            for number, time in enumerate(self.times[first:last], first):
                after = token_range(self.doc, time.start, time.end)[1]
                if after < sentence.end and is_comma(self.doc[after]):
                    return number
        return -1

    def _place(self, content: ContentFound, cue: CueFound | None) -> Place:
        goal = token_range(self.doc, cue.start, cue.end)[0] if cue else self._opening(content)
        sentence = self.doc[goal].sent
        char = self.doc[goal].idx
        near = (
            *_starting(self._brackets, sentence.start_char, char),
            *_starting(self._said, sentence.start_char, char),
        )
        around = [start for start, end in near if char < end and cue is not None]
        start = max([sentence.start, *(token_range(self.doc, outer, outer + 1)[0] for outer in around)])
        last = token_range(self.doc, cue.start, cue.end)[1] if cue else goal
        return Place(start, goal, tuple(self._phrases(start, goal, last)))

    def _phrases(self, start: int, goal: int, last: int) -> Iterator[Phrase]:
        """Yield the bunsetsu of the tokens ``start`` to ``last``; contents and quotations are one each."""
        units = self._inside(self._brackets, start, goal)
        place = start
        for first, after in sorted(self._inside(self._said, start, goal).items()):
            if first >= place and not any(token < first < end for token, end in units.items()):
                yield from phrases(self.doc, place, first, units)
                yield Phrase(first, after, after - 1, _CONTENT, comma=False)
                place = after
        yield from phrases(self.doc, place, last, units)

    def _inside(self, spans: Sequence[tuple[int, int]], start: int, end: int) -> dict[int, int]:
        """Return first token → token after for the ``spans`` that lie between the tokens ``start`` and ``end``."""
        first, last = self.doc[start].idx, self.doc[end].idx
        return bracket_units(self.doc, [span for span in _starting(spans, first, last) if span[1] <= last])

    def _opening(self, content: ContentFound) -> int:
        return token_range(self.doc, max(content.start - 1, 0), content.end)[0]

    def _phrase_of(self, time: TimeFound, place: Place) -> int:
        """Return the index of the bunsetsu that holds the end of ``time``, -1 where none does or brackets hide it."""
        if time.start < self.doc[place.start].idx or self._is_hidden(time, place):
            return -1
        for number, phrase in enumerate(place.phrases):
            if self.doc[phrase.start].idx < time.end <= self._reach(phrase):
                return number
        return -1

    def _is_hidden(self, time: TimeFound, place: Place) -> bool:
        """Whether ``time`` stands in a content or in brackets that the goal does not stand in."""
        goal, first = self.doc[place.goal].idx, self.doc[place.start].idx
        spans = [
            span for of in (self._brackets, self._said) for span in _starting(of, first, time.start, before=_BEFORE)
        ]
        return any(start <= time.start < end and not start <= goal < end for start, end in spans)

    def _reach(self, phrase: Phrase) -> int:
        """Return the character after ``phrase``."""
        last = self.doc[phrase.end - 1]
        return int(last.idx) + len(last)

    def _belongs(self, time: TimeFound, at: int, place: Place, cue: CueFound | None) -> bool:
        phrase = place.phrases[at]
        acts = self._is_clause(phrase) and not phrase.start <= place.goal < phrase.end  # 先月公表した|報告書は
        noun = "" if acts else self._rest(time, phrase)
        if noun and noun not in self._joint:
            return self._dates(noun, phrase)
        if phrase.start <= place.goal < phrase.end:
            return not phrase.particle or _is_source(cue)
        if phrase.particle == _WORD.genitive:
            return self._of_occasion(at, place, cue)
        if phrase.particle and phrase.particle not in self.grammar.particles.saying_time and not noun:
            return False
        if self._is_aside(cue) and (phrase.comma or phrase.particle.endswith(_WORD.topic)):
            return False
        if phrase.comma:
            return self._reaches(time, at, place)
        return self._modifies_saying(at, place, cue)

    def _is_aside(self, cue: CueFound | None) -> bool:
        """Whether the cue only describes a noun: 昨年には、選挙に反対|する勢力と…."""
        if cue is None or cue.marker != Marker.OBJECT:
            return False
        after = token_range(self.doc, cue.start, cue.end)[1]
        while after < len(self.doc) and is_ending(self.doc[after]):
            after += 1
        return after < len(self.doc) and is_nominal(self.doc[after])

    def _rest(self, time: TimeFound, phrase: Phrase) -> str:
        """Return the nouns that the bunsetsu adds to the time: 17日|付, 18日|会見."""
        words = [token for token in self.doc[phrase.start : phrase.head + 1] if token.idx >= time.end]
        return "".join(token.text for token in words if is_nominal(token))

    def _is_occasion(self, noun: str) -> bool:
        """Whether something is said at it: 記者会見, 会談後."""
        bare = next((noun.removesuffix(sign) for sign in self._around if noun.endswith(sign)), noun)
        return noun.endswith(self._occasions) or bare.endswith(self._occasions)

    def _dates(self, noun: str, phrase: Phrase) -> bool:
        """Whether the time of ``phrase`` with ``noun`` is that of the saying: 会見で; 報告書は, 電子版に."""
        if noun.endswith(self._written) and (phrase.particle in _SAYS or self._is_at(phrase)):
            return True
        return self._is_occasion(noun) and self._is_at(phrase)

    def _is_at(self, phrase: Phrase) -> bool:
        """Whether ``phrase`` stands as what something is said at or through: 会見で, 取材に対し, 会談後."""
        return not phrase.particle or phrase.particle in self.grammar.particles.occasion

    def _noun(self, phrase: Phrase) -> str:
        return str(self.doc[phrase.start : phrase.head + 1].text)

    def _of_occasion(self, at: int, place: Place, cue: CueFound | None) -> bool:
        """Whether a time with の leads to an occasion or a source: 18日の|記者会見で, 18日の|発表によると."""
        for phrase in place.phrases[at + 1 :]:
            if phrase.start <= place.goal < phrase.end:
                return _is_source(cue)
            noun = self._noun(phrase)
            if self._dates(noun, phrase) or (self._is_occasion(noun) and phrase.particle == _WORD.genitive):
                return phrase.comma or self._modifies_saying(at, place, cue)
            if phrase.particle != _WORD.genitive:
                return phrase.particle in self.grammar.particles.place and self._next_predicate(at + 1, place) is None
        return False

    def _next_predicate(self, start: int, place: Place) -> int | None:
        """Return the first bunsetsu from ``start`` on that is a predicate and not yet the goal."""
        for number, phrase in enumerate(place.phrases[start:], start):
            if phrase.start <= place.goal < phrase.end:
                return None
            if self._is_clause(phrase):
                return number
        return None

    def _is_clause(self, phrase: Phrase) -> bool:
        """Whether ``phrase`` is a predicate, and not what is said: 開かれた, 会見し、."""
        if phrase.particle == _CONTENT:
            return False
        words = (token for token in self.doc[phrase.head : phrase.end] if token.dep_ != "fixed")  # に対し, によると
        copulas = self.grammar.copulas  # 次のように, 新たな, 社長である
        return any((is_verb(token) or is_auxiliary(token)) and token.lemma_ not in copulas for token in words)

    def _reaches(self, time: TimeFound, at: int, place: Place) -> bool:
        """Whether a time with 、 still holds at the goal: 18日、会見し、…と述べた; not 昨年、辞めた男性は…と述べた."""
        if not time.day and time.weekday < 0 and time.unit != Unit.DAY:
            following = place.phrases[at + 1 :]
            return not any(self._is_clause(phrase) and not self._has_cue(phrase) for phrase in following[:-1])
        topics = [number for number, phrase in enumerate(place.phrases) if phrase.particle == _WORD.topic]
        ended = [n for n, phrase in enumerate(place.phrases) if n > at and phrase.comma and self._is_clause(phrase)]
        own = any(number < at for number in topics)
        return not (own and ended and any(number > ended[0] for number in topics))

    def _modifies_saying(self, at: int, place: Place, cue: CueFound | None) -> bool:
        """Whether a time without 、 belongs to the saying, or to the occasion or source of it.

        18日述べた, 18日に|開かれた会見で述べた, 18日に|会見し、…と述べた, 18日に|発表した調査によると
        """
        number = at if self._is_clause(place.phrases[at]) else self._next_predicate(at + 1, place)
        if number is None or any(phrase.particle == _WORD.topic for phrase in place.phrases[at:number]):
            return True
        phrase = place.phrases[number]
        if phrase.comma or is_continuative(self.doc[phrase.end - 1]):
            return self._is_occasion(self.doc[phrase.head].text) or self._has_cue(phrase)
        for following in place.phrases[number + 1 :]:
            if following.start <= place.goal < following.end:
                return _is_source(cue)
            if following.particle != _WORD.genitive and not is_adnominal(self.doc[following.head]):
                return self._dates(self._noun(following), following)
        return False

    def _has_cue(self, phrase: Phrase) -> bool:
        start, end = self.doc[phrase.start].idx, self._reach(phrase)
        return bool(begun_between(self._cues, start, end))


def _starting(spans: Sequence[tuple[int, int]], first: int, last: int, *, before: int = 0) -> Sequence[tuple[int, int]]:
    """Return the ``spans``, given in text order, that start from ``first`` to ``last``, and ``before`` more."""
    return spans[max(bisect_left(spans, (first,)) - before, 0) : bisect_left(spans, (last + 1,))]


def _is_source(cue: CueFound | None) -> bool:
    return cue is not None and cue.kind == CueKind.SOURCE
