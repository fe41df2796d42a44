"""What a speaker thinks of a thing they speak about: the nearest word of stance that it depends on.

第5条の発動に|反対|した: 第5条 depends on 発動, 発動 on 反対, which shows it. A negation behind it turns it around, as
does a word such as 撤回 that it depends on. Where nothing shows it, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractor.layers import ContentFound, CueFound
from extractor.lexicon.stances import Tendency
from extractor.records import Act, Form, StanceValue
from extractor.syntax import is_full_verb, token_range
from extractor.topics.sentences import sentences_of
from extractor.topics.stance_words import StanceWord, StanceWords

_STEPS = 8  # words up which a stance is sought
_WANTING = (Act.DEMAND, Act.PROMISE)
_SIDE_CLAUSES = ("advcl", "acl")

_OPPOSITE = {StanceValue.SUPPORT: StanceValue.OPPOSE, StanceValue.OPPOSE: StanceValue.SUPPORT}


@dataclass(frozen=True, slots=True)
class Stance:
    """A stance and the words that show it: characters, end exclusive."""

    value: StanceValue
    start: int
    end: int


class StanceFinder:
    """Finds stances within one statement."""

    def __init__(self, doc: Doc, content: ContentFound, cue: CueFound | None, act: str, words: StanceWords) -> None:
        """content, cue, act: of the statement."""
        self._doc = doc
        self._words = words
        self._wants = act in _WANTING
        own = range(*token_range(doc, cue.start, cue.end)) if cue and content.form != Form.REPORTED else range(0)
        self._by_token: dict[int, StanceWord] = {}
        for word in words.find(doc, *sentences_of(doc, content, cue)):
            if word.first not in own:  # 「制裁は家計を苦しめる」と|批判した: of what, the content alone tells
                self._by_token.update(dict.fromkeys(range(word.first, word.after), word))

    def find(self, start: int, end: int) -> Stance | None:
        """Return the stance towards what the characters ``start`` to ``end`` name, None where nothing shows it."""
        first, after = token_range(self._doc, start, end)
        path = list(self._path(first, after))
        shown = [word for token in path if (word := self._by_token.get(token.i))]
        judged = [word for word in shown if word.value is not Tendency.NEUTRAL and self._counts(word)]
        deciding = next(iter(judged or [word for word in shown if word.value is Tendency.NEUTRAL]), None)
        return self._stance(deciding, judged) if deciding else None

    def _counts(self, word: StanceWord) -> bool:
        return (self._wants or not word.deed) and not self._words.is_supposed(self._doc, word)

    def _stance(self, word: StanceWord, judged: Sequence[StanceWord]) -> Stance | None:
        if word.value is Tendency.NEUTRAL:
            return Stance(StanceValue.NEUTRAL, word.start, word.end)
        if word.value is Tendency.REVERSE:
            return None  # 発動を撤回した: whose, and of what, is not told
        value = StanceValue(word.value)
        turned = self._words.is_negated(self._doc, word) + any(each.value is Tendency.REVERSE for each in judged)
        return Stance(_OPPOSITE[value] if turned % 2 else value, word.start, word.end)

    def _path(self, first: int, after: int) -> Iterator[Token]:
        """Yield the words that the tokens ``first`` to ``after`` depend on, the nearest first.

        It ends where a side clause with a full verb of its own does: 第5条に触れた|首相は増税に反対した.
        """
        token = next(
            (each for each in self._doc[first:after] if not first <= each.head.i < after), self._doc[after - 1]
        )
        for _ in range(_STEPS):
            head = token.head
            if head.i == token.i or head.sent.start != token.sent.start:
                return
            yield head
            if is_full_verb(head) and head.dep_ in _SIDE_CLAUSES and head.i not in self._by_token:
                return
            token = head
