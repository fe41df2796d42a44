"""What a speaker thinks of a thing they speak about, by the words that the thing depends on, from the nearest outwards.

対ロ制裁の解除に反対した: 制裁 depends on 解除, which turns around what is thought of it, and 解除 on 反対, which says what is
thought: the speaker is for 制裁. A negation turns it around once more. Where a word stands on the way to which the thing
stands otherwise than the word asks for (制裁|が反対を招く), or whose attitude is another's (反対する国), nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractor.attribution.content_sentences import split_content
from extractor.layers import ContentFound, CueFound
from extractor.lexicon.stances import Role, StanceKind
from extractor.records import Act, Form, StanceValue
from extractor.syntax import is_auxiliary, is_auxiliary_stem, is_full_stop, is_full_verb, is_nominal, is_noun, is_past, is_verbal_noun, token_range
from extractor.topics.sentences import sentences_of
from extractor.topics.stance_roles import is_passive, role_of
from extractor.topics.stance_words import Meaning, StanceWord, StanceWords, Tail, is_acting, is_asking, is_doing

_DEEDS = (StanceKind.DEED, StanceKind.LEAVING)
_STEPS = 10  # words up which a stance is sought
_WANTING = (Act.DEMAND, Act.PROMISE)
_CLAUSES = ("advcl", "acl")
_RELATIVE = "acl"
_ENDINGS = ("aux", "fixed", "cop", "mark")
_SIDE = ("obl", "dep", "nmod")  # as a clause before a comma is parsed now and then: 過半数を|割り、
_ARGUMENTS = ("obj", "obl", "nsubj", "dislocated", "nmod")

_OF_THING = frozenset({Role.OBJECT, Role.MATTER, Role.THEME, Role.PART, Role.BARE})
_BY_THING = frozenset({Role.MATTER, Role.SUBJECT, Role.THEME, Role.PART, Role.BARE})
_FITTING = {
    StanceKind.ATTITUDE: _OF_THING,
    StanceKind.JUDGEMENT: _BY_THING,
    StanceKind.EFFECT: frozenset({Role.SUBJECT, Role.THEME, Role.MATTER, Role.MEANS}),
    StanceKind.DEED: _OF_THING,
    StanceKind.LEAVING: _OF_THING | {Role.SOURCE},
}


@dataclass(frozen=True, slots=True)
class Stance:
    """A stance and the words that show it: characters, end exclusive."""

    value: StanceValue
    start: int
    end: int

    def turned(self) -> "Stance":
        """Return the opposite, neutral for neutral: towards what the thing is set against."""
        return Stance(_VALUES[-_SIGNS[self.value]], self.start, self.end)


_SIGNS = {StanceValue.SUPPORT: 1, StanceValue.OPPOSE: -1, StanceValue.NEUTRAL: 0}
_VALUES = {sign: value for value, sign in _SIGNS.items()}


@dataclass(slots=True)
class _Reading:
    """What the words up to one say. sign: whether they turn around what is thought. shown: the word that shows it."""

    sign: int = 1
    shown: StanceWord | None = None
    thought: bool = False  # an attitude, judgement or effect was among them
    neutral: bool = False  # the last of them leaves it open
    wanted: bool = False  # a deed that is demanded or promised
    certain: bool = False  # as the words behind the deed say
    others: bool = False  # the attitude may be another's
    asked: bool = False

    def stance(self) -> Stance | None:
        if self.shown is None or self.others or (self.asked and not self.neutral):
            return None
        if self.neutral:
            return Stance(StanceValue.NEUTRAL, self.shown.start, self.shown.end)
        if not (self.thought or self.wanted):
            return None
        return Stance(_VALUES[self.sign], self.shown.start, self.shown.end)


class StanceFinder:
    """Finds stances within one statement."""

    def __init__(self, doc: Doc, content: ContentFound, cue: CueFound | None, act: str, words: StanceWords) -> None:
        """content, cue, act: of the statement."""
        self._doc = doc
        self._content = content
        self._words = words
        self._act = act
        self._wants = act in _WANTING
        first, after = token_range(doc, content.start, content.end)
        own = range(*token_range(doc, cue.start, cue.end)) if cue and content.form != Form.REPORTED else range(0)
        told = max(after, token_range(doc, cue.start, cue.end)[1]) if cue else after
        self._after = told if content.form == Form.REPORTED else after
        self._own = own
        self._own_characters = range(cue.start, cue.end) if own and cue else range(0)
        self._by_token: dict[int, StanceWord] = {}
        self._cue: StanceWord | None = None
        for word in words.find(doc, *sentences_of(doc, content, cue)):
            if word.first not in own:  # 「制裁は家計を苦しめる」と|批判した: of what, the content alone tells
                self._by_token.update(dict.fromkeys(range(word.first, word.after), word))
            elif any(meaning.cue for meaning in word.meanings):
                self._cue = word

        self._predicates = [self._predicate_of(each.start, each.end) for each in split_content(doc, content)]

    def find(self, start: int, end: int) -> Stance | None:
        """Return the stance towards what the characters ``start`` to ``end`` name, None where nothing shows it."""
        first, after = token_range(self._doc, start, end)
        if self._doc[after - 1].text[end - self._doc[after - 1].idx :] in self._words.aside:
            return None
        links = list(self._path(first, after))
        reading = self._done(start, end, after)
        for child, head in links:
            if not self._read(reading, child, head):
                return None
        if links and links[-1][1].dep_ == _RELATIVE and self._ends(links[-1][1]):
            reading.wanted = reading.certain
        stance = reading.stance() or self._by_cue(reading, links)
        return stance if stance and self._is_own(stance) else None

    def _done(self, start: int, end: int, after: int) -> _Reading:
        """Return what is said of a thing that is itself done: 利上げ|すべきだ, 減税|は|しない. after: the token behind it."""
        reading = _Reading()
        behind = after
        while behind < len(self._doc) and self._doc[behind].dep_ == "case":
            behind += 1
        if behind < len(self._doc) and is_verbal_noun(self._doc[after - 1]) and is_doing(self._doc[behind]):
            tail = self._words.tail(self._doc, behind)
            reading.certain = tail.wanted
            reading.wanted = tail.wanted or self._wants or tail.negated
            reading.asked, reading.sign = tail.asked, -1 if tail.negated else 1
            reading.shown = StanceWord(start, end, after - 1, after, ())
        return reading

    def find_unnamed(self) -> Stance | None:
        """Return the stance towards what stands outside of the content: 関税について「極めて遺憾だ」と述べた."""
        if self._content.form == Form.REPORTED:
            return None
        for predicate in self._predicates:
            reading = _Reading()
            if self._read_unnamed(reading, predicate):
                stance = reading.stance()
                if stance is not None:
                    return stance
            if self._has_subject(predicate):
                return None
        if self._cue is None:
            return None
        return Stance(_value(self._cue), self._cue.start, self._cue.end)

    def _path(self, first: int, after: int) -> Iterator[tuple[Token, Token]]:
        """Yield what the tokens ``first`` to ``after`` depend on, each word with the one below it, the nearest first.

        It ends where a clause beside the main one does, unless its verb is what another wants or says: 第5条に触れた|首相は増税に
        反対した. What depends on the cue belongs to what is said: 関税は「不当だ」と|述べた.
        """
        token = next(
            (each for each in self._doc[first:after] if not first <= each.head.i < after), self._doc[after - 1]
        )
        head = token
        for _ in range(_STEPS):
            below, head = head, head.head
            outside = not self._is_inside(head) or head.sent.start != token.sent.start
            if head.i == below.i or outside:
                said = self._said_of(token)
                if outside and said is not None:
                    yield token, said
                return
            yield token, head
            if not self._ends(head):
                token = head
            elif not self._spans(token, head):
                return

    def _spans(self, token: Token, head: Token) -> bool:
        """Whether ``token`` is what a whole sentence is about, not only its side clause: 案は、声を|聞いて、決める."""
        themes = (Role.THEME, Role.MATTER)
        if any(is_full_stop(each) for each in self._doc[head.i : head.head.i]):
            return False
        return head.dep_ == "advcl" and head.i not in self._by_token and role_of(token, self._words.lexicon.roles) in themes

    def _is_inside(self, token: Token) -> bool:
        """Whether ``token`` stands before the end of what is said, and is no word of the cue."""
        return token.i < self._after and token.i not in self._own

    def _said_of(self, token: Token) -> Token | None:
        """Return the predicate of the content's sentence that goes on from ``token``, None where it has gone by."""
        if role_of(token, self._words.lexicon.roles) is Role.BARE:
            return None
        return next((each for each in self._predicates if each.i > token.i), None)

    def _predicate_of(self, start: int, end: int) -> Token:
        """Return the last of the tokens ``start`` to ``end`` that depends on none of them, or what its clause says."""
        words = [token for token in self._doc[start:end] if token.dep_ != "punct"]
        own = (token for token in reversed(words) if not start <= token.head.i < end or token.head.i == token.i)
        return self._main(next(own, self._doc[end - 1]))

    def _main(self, predicate: Token) -> Token:
        """Return the verb in the clause before ``predicate`` where that only carries it: 判断する|ことだ."""
        while predicate.dep_ in _ENDINGS and predicate.head.i < predicate.i:  # 答えでは|ない
            predicate = predicate.head
        for _ in range(2):
            clause = next((each for each in predicate.lefts if each.dep_ == _RELATIVE), None)
            if clause is None or predicate.norm_ not in self._words.carriers or predicate.i in self._by_token:
                break
            predicate = clause
        return predicate

    def _ends(self, token: Token) -> bool:
        """Whether what is thought of the clause of ``token`` is not thought of what stands in it."""
        if token.norm_ in self._words.linking:
            return False
        following = self._doc[token.i + 1 : token.i + 4]
        if any(is_asking(each) for each in following):  # 使える|かどうかを見極める
            return False
        if token.dep_ == "advcl":
            return not any(is_auxiliary_stem(each) for each in following)
        acts = (is_full_verb(token) or is_acting(token)) and token.i not in self._by_token
        if token.dep_ in _SIDE:
            return acts
        return token.dep_ == _RELATIVE and acts and token.head.norm_ not in self._words.carriers

    def _read(self, reading: _Reading, child: Token, head: Token) -> bool:
        """Add what ``head`` says of ``child`` to ``reading``; return False where that cannot be told."""
        role = role_of(child, self._words.lexicon.roles)
        word, after = self._by_token.get(head.i) or self._compounded(child, head), 0
        if word is None and head.norm_ in self._words.holding and role in _OF_THING:
            word, after = self._held(child, head), head.i + 1
        if word is None:
            if head.norm_ in self._words.aside:
                return False
            return role not in (Role.APART, Role.SOURCE) and not (role is Role.MEANS and (reading.shown or is_nominal(head)))
        if child.i in range(word.first, word.after):
            return True
        if role is Role.LESS:
            reading.sign, role = -reading.sign, Role.OBJECT
        meaning = next((each for each in word.meanings if self._fits(each, word, role, child, head)), None)
        if meaning is None:
            return False
        return self._add(reading, meaning, word, head, after or word.after)

    def _add(self, reading: _Reading, meaning: Meaning, word: StanceWord, head: Token, after: int) -> bool:
        tail = self._words.tail(self._doc, after)
        if tail.supposed or (meaning.value is StanceValue.NEUTRAL and tail.negated):
            return False
        reading.asked = tail.asked
        if meaning.value is StanceValue.NEUTRAL:
            reading.neutral, reading.shown = True, word
            return True
        reading.sign *= -_SIGNS[meaning.value] if tail.negated else _SIGNS[meaning.value]
        if meaning.kind in _DEEDS:
            reading.certain |= tail.wanted
            reading.wanted |= tail.wanted or self._wants or self._is_meant(word, head, tail)
            reading.shown = reading.shown or word
            return True
        if not reading.thought:
            reading.shown = word
        reading.thought, reading.neutral = True, False
        reading.others = meaning.kind is StanceKind.ATTITUDE and self._is_anothers(word, head)
        return True

    def _is_meant(self, word: StanceWord, head: Token, tail: Tail) -> bool:
        """Whether the speaker says of themselves what they do or do not: 義務を|果たす, 税を|引き上げることはない."""
        if is_passive(self._doc, word.after) or self._has_subject(head):
            return False
        if tail.negated:
            return self._act == Act.DENY
        main = {predicate.i for predicate in self._predicates}
        behind = self._doc[word.after : word.after + 2]
        return self._act == Act.ASSERT and head.i in main and not any(is_past(each) or each.norm_ == "居る" for each in behind)

    def _fits(self, meaning: Meaning, word: StanceWord, role: Role, child: Token, head: Token) -> bool:
        """Whether ``child`` stands to ``word`` as ``meaning`` asks: 制裁|に反対, 制裁|は不当だ."""
        passive = is_passive(self._doc, word.after)
        other_object = self._has_object(head, child)
        if meaning.kind is StanceKind.ATTITUDE or meaning.kind in _DEEDS:
            if role is Role.SUBJECT:
                return passive or (meaning.kind is StanceKind.DEED and not other_object)
            open_to = role is Role.MATTER and meaning.value is StanceValue.NEUTRAL  # 関税について|選択肢を検討する
            beside = role in (Role.THEME, Role.MATTER) and other_object and not open_to
            return role in _FITTING[meaning.kind] and not beside
        if meaning.kind is StanceKind.JUDGEMENT:
            called = role is Role.OBJECT and is_auxiliary(self._doc[min(word.after, len(self._doc) - 1)])  # 増税を|暴挙だと
            return role in _BY_THING or called
        if role is Role.MATTER and self._has_subject(head):
            return False
        if role is Role.THEME and not other_object:
            return not any(each.kind is StanceKind.DEED for each in word.meanings)
        return role in _FITTING[meaning.kind] and not (passive and role is not Role.MEANS)

    def _has_object(self, head: Token, but: Token) -> bool:
        """Whether ``head`` has an object other than ``but``."""
        return any(each.dep_ == "obj" and each.i != but.i for each in head.children)

    def _compounded(self, child: Token, head: Token) -> StanceWord | None:
        """Return the word of stance that ``head`` goes with: 制裁を|弱める|わけにはいかない, 改革を|先延ばしに|する."""
        tied = ("compound", "obl") if is_doing(head) else ("compound",)
        inside = (each.i for each in head.lefts if each.dep_ in tied and each.i > child.i)
        return next((word for place in inside if (word := self._by_token.get(place))), None)

    def _held(self, child: Token, head: Token) -> StanceWord | None:
        """Return the attitude that ``head`` says somebody has towards ``child``: 増税に|懸念を|示す."""
        for token in reversed(list(head.lefts)):
            word = self._by_token.get(token.i)
            if token.i <= child.i or word is None or token.dep_ not in ("obj", "nsubj", "obl", "compound"):
                continue
            if any(meaning.kind is StanceKind.ATTITUDE for meaning in word.meanings):
                return None if any(each.dep_ == "nmod" for each in token.children) else word
        return None

    def _is_anothers(self, word: StanceWord, head: Token) -> bool:
        """Whether the attitude is not said to be the speaker's: 国民が|反対する, 反対する|国, 反対が広がる."""
        if is_passive(self._doc, word.after):
            return False
        subject = any(
            role_of(each, self._words.lexicon.roles) is Role.SUBJECT and each.i not in range(word.first, word.after)
            for each in head.children
            if each.dep_ == "nsubj"
        )
        token = self._doc[word.after - 1]
        if token.dep_ == "advcl" and token.head.dep_ == _RELATIVE:  # 反対したり|邪魔する|こと
            token = token.head
        upper = token.head
        if token.dep_ == _RELATIVE:
            held = upper.norm_ in self._words.carriers and upper.head.norm_ in self._words.holding
            return subject or not (held or upper.norm_ in self._words.thoughts or upper.i == token.i)
        if token.dep_ in ("obj", "obl", "nsubj", "nmod") and token.i != head.i:
            return subject
        if token.dep_ in ("nsubj", "obj", "nmod") and self._is_inside(upper) and upper.i not in self._by_token:
            return upper.norm_ not in self._words.holding and upper.norm_ not in self._words.carriers
        return subject

    def _by_cue(self, reading: _Reading, links: Sequence[tuple[Token, Token]]) -> Stance | None:
        """Return the stance that the cue shows towards what the content says of the thing: 「関税は…」と|批判した."""
        if self._cue is None or reading.thought or reading.asked or reading.neutral:
            return None
        said = {predicate.i for predicate in self._predicates}
        if any(head.dep_ == "advcl" and self._ends(head) and head.i not in said for _, head in links):
            return None
        if links and links[0][0].idx < self._content.start and self._has_subject(links[-1][1]):
            return None
        roles = [role_of(child, self._words.lexicon.roles) for child, head in links if is_acting(head) or not is_nominal(head)]
        named = roles[0] if roles else Role.THEME
        if named not in (Role.SUBJECT, Role.THEME, Role.MEANS) and not (reading.shown and named is Role.OBJECT):
            return None
        return Stance(_VALUES[reading.sign * _SIGNS[_value(self._cue)]], self._cue.start, self._cue.end)

    def _read_unnamed(self, reading: _Reading, predicate: Token) -> bool:
        """Add what the predicate of a sentence says of a thing that the sentence does not name."""
        word = self._by_token.get(predicate.i)
        if word is None and predicate.norm_ in self._words.holding:
            word = self._held(predicate.doc[predicate.left_edge.i], predicate)
        if word is None or (self._wants and word.meanings[0].kind is not StanceKind.ATTITUDE):
            return False
        about = [each for each in self._doc[word.first].lefts if each.dep_ in _ARGUMENTS and is_noun(each)]
        if len(about) == 1 and not any(each.dep_ in _ARGUMENTS for each in about[0].children):
            deed = self._by_token.get(about[0].i)  # 採択には|応じない
            if deed is not None and deed.meanings[-1].kind in _DEEDS:
                reading.sign *= _SIGNS[deed.meanings[-1].value]
                about = []
        return not about and self._add(reading, word.meanings[0], word, predicate, max(predicate.i + 1, word.after))

    def _is_own(self, stance: Stance) -> bool:
        """Whether the words are the statement's: before them another may speak, 「評価しない」人が多く、首相は「…」と述べた."""
        reported = self._content.form == Form.REPORTED
        return reported or stance.start >= self._content.start or stance.start in self._own_characters

    def _has_subject(self, predicate: Token) -> bool:
        """Whether what is said names a subject of ``predicate``; the speaker, before it, is parsed as one now and then."""
        subjects = (each for each in predicate.children if each.dep_ in ("nsubj", "dislocated"))
        return any(each.idx >= self._content.start for each in subjects)


def _value(word: StanceWord) -> StanceValue:
    return next(meaning.value for meaning in word.meanings if meaning.cue)
