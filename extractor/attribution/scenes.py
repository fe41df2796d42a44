"""The day of the one occasion that an article tells of: it holds for what is said at it, sentences later.

衆院予算委員会は4日、集中審議を行った。…… これに対し首相は「備えだ」と反論した。
"""

from bisect import bisect_left
from collections.abc import Callable

from spacy.tokens import Doc, Span

from extractor.attribution.saying_times import SayingTimes
from extractor.layers import TimeFound
from extractor.lexicon.times import Anchor, SignClass, Times, Unit
from extractor.syntax import is_adnominal, is_nominal, token_range

_REACH = 8  # sentences that an occasion goes on
_AROUND = 100  # tokens on both sides of a day, and before a saying, among which an occasion is sought


def is_day(time: TimeFound) -> bool:
    """Whether ``time`` is a day, and not longer: 18日, 日曜日, 前日."""
    return bool(time.day) or time.weekday >= 0 or time.unit == Unit.DAY


class Scene:
    """The occasion of one Doc, if there is one and its day is the only one that the article names."""

    def __init__(self, doc: Doc, saying: SayingTimes, times: Times, is_said: Callable[[int], bool]) -> None:
        """saying: of the same doc. is_said: whether a character belongs to what somebody says."""
        self._doc = doc
        self._saying = saying
        self._occasions = tuple(saying.grammar.occasions)
        self._around = times.signs_of(SignClass.AROUND)
        self._sentences = [sentence.start for sentence in doc.sents]
        days = [
            (number, time)
            for number, time in enumerate(saying.times)
            if is_day(time) and not (time.aside or time.ahead or is_said(time.start))
        ]
        named = {(time.year, time.month, time.day, time.weekday) for _, time in days if time.anchor != Anchor.NAMED}
        self._day, self._at = -1, -1  # the time, and the sentence that sets the scene, counted
        self._occasion: frozenset[str] = frozenset()  # what that sentence calls it
        for number, time in days if len(named) == 1 else ():
            first = token_range(doc, time.start, time.end)[0]
            self._occasion = self._occasions_beside(first)
            if self._occasion:
                self._day, self._at = number, self._number(first)
                break

    def day_of(self, sentence: Span) -> int:
        """Return the time that holds for what is said in ``sentence``, -1 where none does."""
        place = self._number(sentence.start)
        return self._day if self._day >= 0 and self._at < place <= self._at + _REACH else -1

    def _number(self, token: int) -> int:
        """Return which sentence the token stands in."""
        return bisect_left(self._sentences, token + 1) - 1

    def _occasions_beside(self, token: int) -> frozenset[str]:
        """Return the occasions that the sentence of ``token`` names near it."""
        sentence = self._doc[token].sent
        near = self._doc[max(sentence.start, token - _AROUND) : min(sentence.end, token + _AROUND)]
        return frozenset(each.text for each in near if each.text.endswith(self._occasions))

    def is_elsewhere(self, sentence: Span, goal: int) -> bool:
        """Whether words before the saying at the character ``goal`` of ``sentence`` name another occasion.

        官房長官は|記者会見で; not the scene's own: 同会合で, 会合後に, 会合の中で
        """
        last = token_range(self._doc, goal, goal + 1)[0]
        for token in self._doc[max(sentence.start, last - _AROUND) : last]:
            if not token.text.endswith(self._occasions) or not is_nominal(token):
                continue
            after = self._doc[token.i + 1].text if token.i + 1 < len(self._doc) else ""
            before = self._doc[token.i - 1] if token.i > sentence.start else None
            again = any(token.text in named for named in self._occasion) or (
                before is not None and is_adnominal(before)
            )
            if not again and not after.startswith(self._around):
                return True
        return False
