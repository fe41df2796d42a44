"""One statement as stances are read from it: its words of stance, and what its words depend on."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractor.attribution.content_sentences import split_content
from extractor.layers import ContentFound, CueFound
from extractor.lexicon.stances import Role
from extractor.records import Act, Form
from extractor.syntax import is_auxiliary_stem, is_full_stop, is_full_verb, token_range
from extractor.topics.sentences import sentences_of
from extractor.topics.stance_roles import role_of
from extractor.topics.stance_words import StanceWord, StanceWords, is_acting, is_asking

RELATIVE = "acl"
SIDE_CLAUSE = "advcl"
_STEPS = 10  # words up which a stance is sought
_ENDINGS = ("aux", "fixed", "cop", "mark")
_SIDE = ("obl", "dep", "nmod")  # as a clause before a comma is parsed now and then: 過半数を|割り、
_THEMES = (Role.THEME, Role.MATTER)


class Saying:
    """What stances are read from.

    by_token: the words of stance by their tokens; those of the cue only where the content is no clause.
    cue: the word of the cue that shows a stance towards what the content is about, None where it has none.
    predicates: of the content's sentences.
    """

    def __init__(self, doc: Doc, content: ContentFound, cue: CueFound | None, act: str, words: StanceWords) -> None:
        """content, cue, act: of the statement."""
        self.doc = doc
        self.content = content
        self.act = act
        self.wants = act in (Act.DEMAND, Act.PROMISE)
        self.words = words
        told = range(*token_range(doc, cue.start, cue.end)) if cue else range(0)
        reported = content.form == Form.REPORTED
        self._own = range(0) if reported else told
        self._after = token_range(doc, content.start, content.end)[1]
        if reported and cue:
            self._after = max(self._after, told.stop)
        self.by_token: dict[int, StanceWord] = {}
        self.cue: StanceWord | None = None
        for word in words.find(doc, *sentences_of(doc, content, cue)):
            if word.first not in self._own:  # 「制裁は家計を苦しめる」と|批判した: of what, the content alone tells
                self.by_token.update(dict.fromkeys(range(word.first, word.after), word))
            elif any(meaning.cue for meaning in word.meanings):
                self.cue = word
        self.predicates = [self._predicate_of(each.start, each.end) for each in split_content(doc, content)]

    def role(self, token: Token) -> Role:
        """Return how ``token`` stands to what it depends on."""
        return role_of(token, self.words.lexicon.roles)

    def sentence(self, token: int) -> list[Token]:
        """Return the words of the sentence of ``token`` that what is said has, or stand before it."""
        return [each for each in self.doc[token].sent if self.is_inside(each)]

    def path(self, first: int, after: int) -> Iterator[tuple[Token, Token]]:
        """Yield what the tokens ``first`` to ``after`` depend on, each word with the one below it, the nearest first.

        It ends where a clause beside the main one does, unless its verb is what another wants or says:
        第5条に触れた|首相は増税に反対した. What depends on the cue belongs to what is said: 関税は「不当だ」と|述べた.
        """
        token = next((each for each in self.doc[first:after] if not first <= each.head.i < after), self.doc[after - 1])
        head = token
        for _ in range(_STEPS):
            below, head = head, head.head
            outside = not self.is_inside(head) or head.sent.start != token.sent.start
            if head.i == below.i or outside:
                said = self._said_of(token)
                if outside and said is not None:
                    yield token, said
                return
            yield token, head
            if not self.ends(head):
                token = head
            elif not self._spans(token, head):
                return

    def ends(self, token: Token) -> bool:
        """Whether what is thought of the clause of ``token`` is not thought of what stands in it."""
        if token.norm_ in self.words.linking:
            return False
        following = self.doc[token.i + 1 : token.i + 4]
        if any(is_asking(each) for each in following):  # 使える|かどうかを見極める
            return False
        if token.dep_ == SIDE_CLAUSE:
            return not any(is_auxiliary_stem(each) for each in following)
        acts = (is_full_verb(token) or is_acting(token)) and token.i not in self.by_token
        if token.dep_ in _SIDE:
            return acts
        return token.dep_ == RELATIVE and acts and token.head.norm_ not in self.words.carriers

    def has_subject(self, predicate: Token) -> bool:
        """Whether what is said names a subject of ``predicate``; the speaker before it may be parsed as one."""
        subjects = (each for each in predicate.children if each.dep_ in ("nsubj", "dislocated"))
        return any(each.idx >= self.content.start for each in subjects)

    def has_object(self, head: Token, but: Token) -> bool:
        """Whether ``head`` has an object other than ``but``."""
        return any(each.dep_ == "obj" and each.i != but.i for each in head.children)

    def is_inside(self, token: Token) -> bool:
        """Whether ``token`` stands before the end of what is said, and is no word of the cue."""
        return token.i < self._after and token.i not in self._own

    def _spans(self, token: Token, head: Token) -> bool:
        """Whether ``token`` is what a whole sentence is about, not only its side clause: 案は、声を|聞いて、決める."""
        if any(is_full_stop(each) for each in self.doc[head.i : head.head.i]):
            return False
        return head.dep_ == SIDE_CLAUSE and head.i not in self.by_token and self.role(token) in _THEMES

    def _said_of(self, token: Token) -> Token | None:
        """Return the predicate of the content's sentence that goes on from ``token``, None where it has gone by."""
        if self.role(token) is Role.BARE:
            return None
        return next((each for each in self.predicates if each.i > token.i), None)

    def _predicate_of(self, start: int, end: int) -> Token:
        """Return the last of the tokens ``start`` to ``end`` that depends on none of them, or what its clause says."""
        words = [token for token in self.doc[start:end] if token.dep_ != "punct"]
        own = (token for token in reversed(words) if not start <= token.head.i < end or token.head.i == token.i)
        return self._main(next(own, self.doc[end - 1]))

    def _main(self, predicate: Token) -> Token:
        """Return the verb in the clause before ``predicate`` where that only carries it: 判断する|ことだ."""
        while predicate.dep_ in _ENDINGS and predicate.head.i < predicate.i:  # 答えでは|ない
            predicate = predicate.head
        for _ in range(2):
            clause = next((each for each in predicate.lefts if each.dep_ == RELATIVE), None)
            if clause is None or predicate.norm_ not in self.words.carriers or predicate.i in self.by_token:
                break
            predicate = clause
        return predicate
