"""The words of a text that show a stance, and whether they are negated."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractor.lexicon.forms import FormIndex
from extractor.lexicon.stances import StanceLexicon, Tendency
from extractor.syntax import (
    is_closing,
    is_comma,
    is_conditional,
    is_conjunctive_particle,
    is_full_stop,
    is_full_verb,
    is_helping_verb,
    is_particle,
    is_verbal_noun,
    token_range,
)
from extractor.topics.normal_forms import NormalForms, ShortWords, WordForms, normalise

_REACH = 10  # tokens behind a word among which it is negated: 反対する考えは|ない
_QUOTATIVE = "と"


@dataclass(frozen=True, slots=True)
class StanceWord:
    """Words that show a stance. start, end: characters. first, after: tokens. deed: see the lexicon."""

    start: int
    end: int
    first: int
    after: int
    value: Tendency
    deed: bool


@dataclass(frozen=True)
class StanceWords:
    """Finds them. index: from normal form to tendency and deed. negations, not_negations: in normal forms."""

    index: FormIndex[tuple[Tendency, bool]]
    negations: frozenset[str]
    not_negations: FormIndex[str]
    short_words: ShortWords

    @classmethod
    def make(cls, lexicon: StanceLexicon, word_forms: WordForms, short_words: ShortWords) -> "StanceWords":
        """Return a finder for the words of ``lexicon``, cut into words as texts are."""
        shown = [(word, (entry.value, entry.deed)) for entry in lexicon.stances for word in entry.words]
        forms = normalise([word for word, _ in shown], word_forms)
        harmless = normalise(lexicon.not_negations, word_forms)
        return cls(
            FormIndex((form, meaning) for form, (_, meaning) in zip(forms, shown, strict=True)),
            lexicon.negations,
            FormIndex(zip(harmless, lexicon.not_negations, strict=True)),
            short_words,
        )

    def find(self, doc: Doc, start: int, end: int) -> Iterator[StanceWord]:
        """Yield the words that show a stance among the tokens ``start`` to ``end``, the longest where they overlap."""
        done = 0
        forms = NormalForms(doc, self.short_words, range(start, end))
        for place, after, span, (value, deed) in forms.find(self.index):
            if place >= done:
                yield StanceWord(*span, *token_range(doc, *span), value, deed)
                done = after

    def is_negated(self, doc: Doc, word: StanceWord) -> bool:
        """Whether what stands behind ``word`` turns it around.

        反対し|ない, 容認する考えは|ない; not 反対せ|ざるを得|ない
        """
        tail = list(_tail(doc, word.after))
        text = "".join(token.norm_ for token in tail)
        harmless = any(True for place in range(len(text)) for _ in self.not_negations.at(text, place))
        count = sum(token.norm_ in self.negations or token.lemma_ in self.negations for token in tail)
        return count % 2 == 1 and not harmless

    def is_supposed(self, doc: Doc, word: StanceWord) -> bool:
        """Whether ``word`` is a condition, which nobody stands for: 約束|すれば; not 反対|しなければならない."""
        tail = _tail(doc, word.after)
        return any(is_conditional(token) and token.lemma_ not in self.negations for token in tail)


def _tail(doc: Doc, start: int) -> Iterator[Token]:
    """Yield the words behind a predicate that belong to it: 反対|する考えはない; up to a comma, と or another verb."""
    for token in doc[start : start + _REACH]:
        ends = is_comma(token) or is_full_stop(token) or is_closing(token) or token.is_space
        quoting = token.text == _QUOTATIVE and is_particle(token)
        if ends or quoting or is_full_verb(token) or _acts(token):
            return
        if is_conjunctive_particle(token) and token.text not in ("て", "で", "ば"):
            return
        yield token


def _acts(token: Token) -> bool:
    """Whether ``token`` is a noun with する, another verb: 説明|する; not もの."""
    return is_verbal_noun(token) and token.i + 1 < len(token.doc) and is_helping_verb(token.nbor())
