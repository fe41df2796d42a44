"""What the words say that stand above a thing in a statement, put together from the nearest outwards."""

from dataclasses import dataclass

from spacy.tokens import Token

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.stances import Role, StanceKind
from extractor.records import Act, StanceValue
from extractor.syntax import is_auxiliary, is_nominal, is_past, is_verbal_noun
from extractor.topics.saying import RELATIVE, SIDE_CLAUSE, Saying
from extractor.topics.stance_roles import is_passive
from extractor.topics.stance_words import Meaning, StanceWord, Tail, is_doing

DEEDS = (StanceKind.DEED, StanceKind.LEAVING)
_WORD = load_function_words()
_OF_THING = frozenset({Role.OBJECT, Role.MATTER, Role.THEME, Role.PART, Role.BARE})
_BY_THING = frozenset({Role.MATTER, Role.SUBJECT, Role.THEME, Role.PART, Role.BARE})
_FITTING = {
    StanceKind.ATTITUDE: _OF_THING,
    StanceKind.JUDGEMENT: _BY_THING,
    StanceKind.EFFECT: frozenset({Role.SUBJECT, Role.THEME, Role.MATTER, Role.MEANS}),
    StanceKind.DEED: _OF_THING,
    StanceKind.LEAVING: _OF_THING | {Role.SOURCE},
}
SIGNS = {StanceValue.SUPPORT: 1, StanceValue.OPPOSE: -1, StanceValue.NEUTRAL: 0}
VALUES = {sign: value for value, sign in SIGNS.items()}


@dataclass(frozen=True, slots=True)
class Stance:
    """A stance and the words that show it: characters, end exclusive."""

    value: StanceValue
    start: int
    end: int

    def turned(self) -> "Stance":
        """Return the opposite, neutral for neutral: towards what the thing is set against."""
        return Stance(VALUES[-SIGNS[self.value]], self.start, self.end)


class Reading:
    """What is read so far.

    sign: -1 where the words turn around what is thought. shown: the word that shows it. thought: an attitude, judgement
    or effect was among them. neutral: the last of them leaves it open. wanted: a deed that is demanded, promised or
    meant. certain: as the words behind the deed say. others: the attitude may be another's. asked: it is a question.
    """

    def __init__(self, saying: Saying) -> None:
        """saying: what is read."""
        self._saying = saying
        self._words = saying.words
        self.sign = 1
        self.shown: StanceWord | None = None
        self.thought = self.neutral = self.wanted = self.certain = self.others = self.asked = False

    def stance(self) -> Stance | None:
        """Return the stance that the words show, None where they show none."""
        if self.shown is None or self.others or (self.asked and not self.neutral):
            return None
        if self.neutral:
            return Stance(StanceValue.NEUTRAL, self.shown.start, self.shown.end)
        if not (self.thought or self.wanted):
            return None
        return Stance(VALUES[self.sign], self.shown.start, self.shown.end)

    def begin(self, start: int, end: int, after: int) -> None:
        """Begin with a thing that is itself done: 利上げ|すべきだ, 減税|は|しない.

        start, end: its characters. after: the token behind it.
        """
        doc, behind = self._saying.doc, after
        while behind < len(doc) and doc[behind].dep_ == "case":
            behind += 1
        if behind < len(doc) and is_verbal_noun(doc[after - 1]) and is_doing(doc[behind]):
            tail = self._words.tail(doc, behind)
            self.certain = tail.wanted
            self.wanted = tail.wanted or self._saying.wants or tail.negated
            self.asked, self.sign = tail.asked, -1 if tail.negated else 1
            self.shown = StanceWord(start, end, after - 1, after, ())

    def read(self, child: Token, head: Token) -> bool:
        """Add what ``head`` says of ``child``; return False where that cannot be told."""
        role = self._saying.role(child)
        word, after = self._saying.by_token.get(head.i) or self._compounded(child, head), 0
        if word is None and head.norm_ in self._words.holding and role in _OF_THING:
            word, after = self.held(child, head), head.i + 1
        if word is None:
            if head.norm_ in self._words.aside:
                return False
            beside = role is Role.MEANS and (self.shown is not None or is_nominal(head))  # 受け入れ|で負担を負う国
            return role not in (Role.APART, Role.SOURCE) and not beside
        if child.i in range(word.first, word.after):
            return True
        if role is Role.LESS:
            self.sign, role = -self.sign, Role.OBJECT
        meaning = next((each for each in word.meanings if self._fits(each, word, role, child, head)), None)
        if meaning is None:
            return False
        return self.add(meaning, word, head, after or word.after)

    def add(self, meaning: Meaning, word: StanceWord, head: Token, after: int) -> bool:
        """Add ``meaning`` of ``word``; return False where it is supposed only, or cannot be told.

        head: what the word is read at. after: the token behind which its negation would stand.
        """
        tail = self._words.tail(self._saying.doc, after)
        if tail.supposed or (meaning.value is StanceValue.NEUTRAL and tail.negated):
            return False
        self.asked = tail.asked
        if meaning.value is StanceValue.NEUTRAL:
            self.neutral, self.shown = True, word
            return True
        self.sign *= -SIGNS[meaning.value] if tail.negated else SIGNS[meaning.value]
        if meaning.kind in DEEDS:
            self.certain |= tail.wanted
            self.wanted |= tail.wanted or self._saying.wants or self._is_meant(word, head, tail)
            self.shown = self.shown or word
            self.neutral = self.neutral and not tail.wanted  # 改正の議論を|加速すべきだ
            return True
        if not self.thought:
            self.shown = word
        self.thought, self.neutral = True, False
        self.others = meaning.kind is StanceKind.ATTITUDE and self._is_anothers(word, head)
        return True

    def _is_meant(self, word: StanceWord, head: Token, tail: Tail) -> bool:
        """Whether the speaker says of themselves what they do or do not: 義務を|果たす, 税を|引き上げることはない."""
        if is_passive(self._saying.doc, word.after) or self._saying.has_subject(head):
            return False
        if tail.negated:
            return self._saying.act == Act.DENY
        main = {predicate.i for predicate in self._saying.predicates}
        behind = self._saying.doc[word.after : word.after + 2]
        return (
            self._saying.act == Act.ASSERT
            and head.i in main
            and not any(is_past(each) or each.norm_ == _WORD.normalised_being for each in behind)
        )

    def _fits(self, meaning: Meaning, word: StanceWord, role: Role, child: Token, head: Token) -> bool:
        """Whether ``child`` stands to ``word`` as ``meaning`` asks: 制裁|に反対, 制裁|は不当だ."""
        passive = is_passive(self._saying.doc, word.after)
        other_object = self._saying.has_object(head, child)
        if meaning.kind is StanceKind.ATTITUDE or meaning.kind in DEEDS:
            if role is Role.SUBJECT:
                return passive or (meaning.kind is StanceKind.DEED and not other_object)
            open_to = role is Role.MATTER and meaning.value is StanceValue.NEUTRAL  # 関税について|選択肢を検討する
            beside = role in (Role.THEME, Role.MATTER) and other_object and not open_to
            return role in _FITTING[meaning.kind] and not beside
        if meaning.kind is StanceKind.JUDGEMENT:
            following = self._saying.doc[word.after : word.after + 1]
            called = role is Role.OBJECT and any(is_auxiliary(each) for each in following)  # 増税を|暴挙だと
            return role in _BY_THING or called
        if role is Role.MATTER and self._saying.has_subject(head):
            return False
        if role is Role.THEME and not other_object:
            return not any(each.kind is StanceKind.DEED for each in word.meanings)
        return role in _FITTING[meaning.kind] and not (passive and role is not Role.MEANS)

    def _compounded(self, child: Token, head: Token) -> StanceWord | None:
        """Return the word of stance that ``head`` goes with: 制裁を|弱める|わけにはいかない, 改革を|先延ばしに|する."""
        tied = ("compound", "obl") if is_doing(head) else ("compound",)
        inside = (each.i for each in head.lefts if each.dep_ in tied and each.i > child.i)
        return next((word for place in inside if (word := self._saying.by_token.get(place))), None)

    def held(self, child: Token, head: Token) -> StanceWord | None:
        """Return the attitude that ``head`` says somebody has towards ``child``: 増税に|懸念を|示す."""
        for token in reversed(list(head.lefts)):
            word = self._saying.by_token.get(token.i)
            if token.i <= child.i or word is None or token.dep_ not in ("obj", "nsubj", "obl", "compound"):
                continue
            if any(meaning.kind is StanceKind.ATTITUDE for meaning in word.meanings):
                return None if any(each.dep_ == "nmod" for each in token.children) else word
        return None

    def _is_anothers(self, word: StanceWord, head: Token) -> bool:
        """Whether the attitude is not said to be the speaker's: 国民が|反対する, 反対する|国, 反対が広がる."""
        saying = self._saying
        if is_passive(saying.doc, word.after):
            return saying.act == Act.PREDICT  # 議会で|承認される; but 減税が|求められる
        subjects = (each for each in head.children if each.dep_ == "nsubj" and not word.first <= each.i < word.after)
        if any(saying.role(each) is Role.SUBJECT for each in subjects):
            return True
        token = saying.doc[word.after - 1]
        upper = token.head
        if token.dep_ == SIDE_CLAUSE:  # 反対したり邪魔すること; but 反対し、対話を|求めた
            predicates = {predicate.i for predicate in saying.predicates}
            return saying.is_inside(upper) and token.i not in predicates and upper.i not in predicates
        if token.dep_ == RELATIVE:
            held = upper.norm_ in self._words.carriers and upper.head.norm_ in self._words.holding
            return not (held or upper.norm_ in self._words.thoughts)
        if token.i != head.i or token.dep_ not in ("nsubj", "obj", "nmod"):
            return False
        known = upper.norm_ in self._words.holding or upper.norm_ in self._words.carriers
        return saying.is_inside(upper) and upper.i not in saying.by_token and not known
