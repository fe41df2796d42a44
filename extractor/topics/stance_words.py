"""The words of a text that show a stance, and what stands behind them: whether they are negated, wanted, a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractor.lexicon.forms import FormIndex
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.stances import StanceKind, StanceLexicon
from extractor.records import StanceValue
from extractor.syntax import (
    is_closing,
    is_comma,
    is_conditional,
    is_conjunctive_particle,
    is_full_stop,
    is_full_verb,
    is_helping_verb,
    is_noun,
    is_opening,
    is_particle,
    is_verbal_noun,
    token_range,
)
from extractor.topics.normal_forms import NormalForms, ShortWords, WordForms, normalise

_REACH = 10  # tokens behind a word among which it is negated: 反対する考えは|ない
_WORD = load_function_words()
_PARTING = (_WORD.quotative, _WORD.accusative)  # 緩める|と述べた, 放出|を予定通り終えた


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word says of a thing that stands to it as ``kind`` tells; see the lexicon."""

    value: StanceValue
    kind: StanceKind
    cue: bool


@dataclass(frozen=True, slots=True)
class StanceWord:
    """Words that show a stance. start, end: characters. first, after: tokens."""

    start: int
    end: int
    first: int
    after: int
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind a word and belongs to it.

    negated: 反対し|ない, 容認する考えは|ない; not 反対せ|ざるを得|ない. wanted: 撤回す|べきだ.
    asked: 撤回する|かどうか. supposed: 約束|すれば, which nobody stands for; not 反対|しなければならない.
    """

    negated: bool
    wanted: bool
    asked: bool
    supposed: bool


@dataclass(frozen=True)
class StanceWords:
    """Finds them. index: from normal form to meanings; the other words in normal forms too."""

    index: FormIndex[tuple[Meaning, ...]]
    lexicon: StanceLexicon
    wanting: FormIndex[str]
    offering: FormIndex[str]
    not_negations: FormIndex[str]
    holding: frozenset[str]
    carriers: frozenset[str]
    thoughts: frozenset[str]
    aside: frozenset[str]
    linking: frozenset[str]
    short_words: ShortWords

    @classmethod
    def make(cls, lexicon: StanceLexicon, word_forms: WordForms, short_words: ShortWords) -> "StanceWords":
        """Return a finder for the words of ``lexicon``, cut into words as texts are."""
        shown = [
            (word, Meaning(entry.value, entry.kind, entry.cue)) for entry in lexicon.stances for word in entry.words
        ]
        meanings: dict[str, tuple[Meaning, ...]] = {}
        for form, (_, meaning) in zip(normalise([word for word, _ in shown], word_forms), shown, strict=True):
            meanings[form] = (*meanings.get(form, ()), meaning)
        meanings.update(dict.fromkeys(normalise(lexicon.no_stance, word_forms), ()))
        return cls(
            FormIndex(meanings.items()),
            lexicon,
            FormIndex(zip(normalise(lexicon.wanting, word_forms), lexicon.wanting, strict=True)),
            FormIndex(zip(normalise(lexicon.offering, word_forms), lexicon.offering, strict=True)),
            FormIndex(zip(normalise(lexicon.not_negations, word_forms), lexicon.not_negations, strict=True)),
            frozenset(normalise(lexicon.holding, word_forms)),
            frozenset(normalise((*lexicon.carriers, *lexicon.thoughts), word_forms)),
            frozenset(normalise(lexicon.thoughts, word_forms)),
            frozenset(normalise(lexicon.aside, word_forms)),
            frozenset(normalise(lexicon.linking, word_forms)),
            short_words,
        )

    def find(self, doc: Doc, start: int, end: int) -> Iterator[StanceWord]:
        """Yield the words that show a stance among the tokens ``start`` to ``end``, the longest where they overlap."""
        done = 0
        forms = NormalForms(doc, self.short_words, range(start, end))
        for place, after, span, meanings in forms.find(self.index):
            if place < done:
                continue
            if meanings:
                yield StanceWord(*span, *token_range(doc, *span), meanings)
            done = after

    def tail(self, doc: Doc, after: int) -> Tail:
        """Return what stands from the token ``after`` and belongs to the word before: to a comma, と, を or a verb."""
        tokens = list(self._tail(doc, after))
        text = "".join(token.norm_ for token in tokens)
        negations = self.lexicon.negations
        count = sum(token.norm_ in negations or token.lemma_ in negations for token in tokens)
        return Tail(
            negated=count % 2 == 1 and not _holds(text, self.not_negations),
            wanted=_holds(text, self.wanting),
            asked=any(is_asking(token) for token in tokens),
            supposed=any(is_conditional(token) and token.lemma_ not in negations for token in tokens),
        )

    def ends_aside(self, words: str) -> bool:
        """Whether ``words`` end in a word of time that takes the thing out of what is said: 選挙後, 選挙前."""
        return words[-1:] in self.aside and len(words) > 1

    def is_offer(self, tokens: Sequence[Token]) -> bool:
        """Whether ``tokens``, of one sentence, say what one is ready to do under a condition: 応じれば|緩める用意."""
        bound = next((place for place, token in enumerate(tokens) if is_conditional(token)), len(tokens))
        return _holds("".join(token.norm_ for token in tokens[bound:]), self.offering)

    def _tail(self, doc: Doc, start: int) -> Iterator[Token]:
        """Yield the words behind a predicate that belong to it: 反対|する考えはない; not 反対するのは|野党ではなく."""
        for token in doc[start : start + _REACH]:
            marked = is_comma(token) or is_full_stop(token) or is_closing(token) or is_opening(token) or token.is_space
            quoting = token.text in _PARTING and is_particle(token)
            other = is_noun(token) and token.norm_ not in self.carriers and token.norm_ not in self.lexicon.negations
            if marked or quoting or other or is_full_verb(token) or is_acting(token):
                return
            if is_conjunctive_particle(token) and token.text not in (*_WORD.gerunds, _WORD.conditional):
                return
            yield token


def _holds(text: str, forms: FormIndex[str]) -> bool:
    return any(True for place in range(len(text)) for _ in forms.at(text, place))


def is_acting(token: Token) -> bool:
    """Whether ``token`` is a noun with する, another verb: 説明|する; not もの."""
    return is_verbal_noun(token) and token.i + 1 < len(token.doc) and is_helping_verb(token.nbor())


def is_asking(token: Token) -> bool:
    """Whether ``token`` is the か of a question: 発動する|かどうか."""
    return token.text == _WORD.interrogative and is_particle(token)


def is_doing(token: Token) -> bool:
    """Whether ``token`` is the する of a noun: 説明|する."""
    return is_helping_verb(token) and token.norm_ == _WORD.normalised_doing
