"""Markers: the particle or noun by which a content is attached to its cue (と, よう, こと, との, として, を)."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractor.attribution.linkers import goes_along
from extractor.attribution.objects import find_object
from extractor.brackets import CLOSING_QUOTES
from extractor.doc_text import lemmas_of, words_of
from extractor.lexicon.cues import CueEntry, CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.records import Act
from extractor.syntax import (
    can_end_clause,
    is_adjectival_noun,
    is_adjective,
    is_attributive,
    is_auxiliary,
    is_auxiliary_stem,
    is_closing,
    is_comma,
    is_conditional,
    is_conjunctive_particle,
    is_continuative,
    is_ending,
    is_finite,
    is_full_stop,
    is_full_verb,
    is_hearsay_stem,
    is_manner,
    is_nominal,
    is_opening,
    is_particle,
    is_predicate,
    is_sentence_final_particle,
    is_verb,
)

REACH = 40  # tokens between marker and cue: 〜と、同氏は18日の記者会見で述べた

_WORD = load_function_words()

_CASES = (_WORD.nominative, _WORD.accusative, _WORD.dative)


@dataclass(frozen=True, slots=True)
class MarkerFound:
    """A marker and its tokens; the content ends where it starts."""

    marker: Marker
    start: int
    end: int


class MarkerFinder:
    """Finds the markers of one Doc's cues."""

    def __init__(self, doc: Doc, grammar: Grammar) -> None:
        """grammar: the lexicon's word classes."""
        self._doc = doc
        self._tokens, self._words, self._lemmas = list(doc), words_of(doc), lemmas_of(doc)  # asked for very often
        self._grammar = grammar

    def find(self, cue: int, limit: int, entry: CueEntry) -> MarkerFound | None:
        """Return the marker of the cue that starts with the token ``cue``, looking back no further than ``limit``.

        Between marker and cue there may be nouns with their particles and adverbs, no other clause.
        攻撃は許されないと|同氏は18日|述べた  →  と
        """
        if entry.kind is CueKind.PHRASE:
            found = self._before_phrase(cue, limit, entry)
            if found:
                return found
        index = cue - 1
        crossed = False  # whether a clause that modifies a noun lies between: 「…」と、|避難所で暮らす|山田さんは話す
        while index >= max(limit, cue - REACH):
            found = self._ending_at(index, limit, adjacent=index == cue - 1) or self._agreed(index, limit, entry)
            if found and found.marker in entry.markers and (not crossed or self._stands_off(found)):
                if not self._belongs_elsewhere(found, cue, limit, entry):
                    return found
                return self._object(cue, limit, entry) if found.marker is Marker.TO else None
            blocks = _blocks(self._tokens[index])
            if found or (blocks and not _modifies(self._tokens[index])):
                break
            crossed = crossed or blocks
            index = self._before_bracket(index, limit) if is_closing(self._tokens[index]) else index - 1
        return self._object(cue, limit, entry)

    def _belongs_elsewhere(self, found: MarkerFound, cue: int, limit: int, entry: CueEntry) -> bool:
        """Whether another verb or noun than the cue takes the marker.

        確認されたのを受けて、談話を|発表した; 倒れているのを見つけ、|通報した; 捕まえると得意げに見せて|喜んだ
        """
        between = self._tokens[found.end : cue]
        if (
            found.marker is Marker.KOTO
            and self._words[found.start - 1] == _WORD.interrogative
            and entry.act is not Act.QUESTION
        ):
            return True  # 公正かどうか|を確認した
        if found.marker is Marker.KOTO:
            seen = self._words[found.start] == _WORD.genitive and any(_joins_clause(token) for token in between)
            return seen or any(token.text == _WORD.accusative and is_particle(token) for token in between)
        if found.marker is Marker.TO and found.end == cue:
            before = self._tokens[found.start - 1]  # 自覚と|決意を新たにした; not 必要と|判断を下した
            return entry.kind is CueKind.PHRASE and is_nominal(before) and not is_adjectival_noun(before)
        if found.marker is Marker.TO and found.end < cue:
            if self._ends_saying(found, limit):
                return True
            condition = self._is_condition(found) and any(_joins_clause(token) for token in between)
            return condition or self._is_taken(found.end, cue) or self._has_object(found, cue, entry)
        return False

    def _ends_saying(self, found: MarkerFound, limit: int) -> bool:
        """Whether と joins the clause of another saying to what follows: 「逃げたのか」と水を向ける|と、言い返した."""
        tokens, words, last = self._tokens, self._words, found.start - 1
        if not (is_full_verb(tokens[last]) and is_finite(tokens[last])):
            return False
        index = last - 1
        while index > limit and (is_nominal(tokens[index]) or words[index] in (_WORD.accusative, _WORD.dative)):
            index -= 1
        return words[index] == _WORD.quotative and words[index - 1] in CLOSING_QUOTES

    def _has_object(self, found: MarkerFound, cue: int, entry: CueEntry) -> bool:
        """Whether the cue has an object of its own behind a と that can join clauses: 外に出ると、写真を|掲げた."""
        before = self._tokens[found.start - 1]
        if entry.kind is CueKind.PHRASE or not (is_full_verb(before) and is_finite(before)):
            return False
        between = self._tokens[found.end : cue]
        return any(token.text == _WORD.accusative and token.head.head.i == cue for token in between)

    def _is_taken(self, start: int, cue: int) -> bool:
        """Whether the first predicate from the token ``start`` on ends its clause, so that と before it is its own.

        …と|氏は補足し、重要性を強調した; …と|呼び、牽制した;  not …と|氏は席を立ち、述べた
        """
        tokens, particles = self._tokens, self._grammar.particles
        for token in tokens[start:cue]:
            if is_verb(token) and token.dep_ != "fixed":
                after = token.i + 1
                while after < cue and is_ending(tokens[after]):
                    after += 1
                return is_comma(tokens[after]) and is_continuative(tokens[after - 1])
            if is_particle(token) and token.text not in particles.opening and token.text != _WORD.genitive:
                return False
        return False

    def _is_condition(self, found: MarkerFound) -> bool:
        """Whether と follows a plain verb in the present, and no comma sets it apart: 行くと|雨だった."""
        before, word = self._tokens[found.start - 1], self._words[found.start]
        plain = is_full_verb(before) and is_finite(before)
        return (
            plain and word == _WORD.quotative and found.end == found.start + 1 and not is_comma(self._tokens[found.end])
        )

    def _stands_off(self, found: MarkerFound) -> bool:
        """Whether the marker belongs to a cue further on: a comma parts it from what follows, or it ends a quotation.

        続けると、|避難所で暮らす山田さんは話す; 「続ける」と|島で暮らす山田さんは話す; not 「続ける」と|話す山田さん
        """
        quoted = self._words[found.start - 1] in CLOSING_QUOTES and not is_verb(self._tokens[found.end])
        return found.marker is Marker.TO and (is_comma(self._tokens[found.end]) or quoted)

    def _before_phrase(self, cue: int, limit: int, entry: CueEntry) -> MarkerFound | None:
        """Return the marker of a phrase with its own noun: 〜との|考えを示す, 〜する|方針を示す."""
        last = cue - 1
        while last > limit and is_nominal(self._tokens[last]) and not self._tokens[last].is_space:  # 強い|懸念を示す
            last -= 1
        if last <= limit:
            return None
        start = self.attaching(last, limit) if Marker.TONO in entry.markers else -1
        if start >= 0:
            return MarkerFound(Marker.TONO, start, last + 1)
        finite = is_predicate(self._tokens[last]) and is_finite(self._tokens[last])
        if Marker.PLAIN in entry.markers and finite and not self._describes(last):
            return self._quoted_before(last, limit) or MarkerFound(Marker.PLAIN, last + 1, last + 1)
        return None

    def _describes(self, last: int) -> bool:
        """Whether the predicate that ends with the token ``last`` tells which noun is meant, not what it says.

        新しい|計画, 慎重な|姿勢, 前に示した|方針; not 利下げに慎重な|姿勢, 次に示す|方針
        """
        word = self._tokens[last]
        if is_auxiliary(word) and self._words[last] in _WORD.past_endings:
            return True
        word = word.head if is_auxiliary(word) else word
        adjective = is_adjective(word) or is_adjectival_noun(word)
        return adjective and self._words[word.i - 1] not in _CASES  # whatever the parse hangs that noun on

    def _quoted_before(self, verb: int, limit: int) -> MarkerFound | None:
        """Return the と that the clause before ``verb`` takes: 「急げ」|と危険を訴える声, 保てない|とこぼす声."""
        if self._words[verb - 1] == _WORD.quotative and self._lemmas[verb] not in self._grammar.light_verbs:
            return MarkerFound(Marker.TO, verb - 1, verb) if self._is_quoting(verb - 1, limit, adjacent=True) else None
        for index in range(verb - 1, limit + 1, -1):
            token = self._tokens[index]
            if self._words[index] == _WORD.quotative and self._words[index - 1] in CLOSING_QUOTES:
                return MarkerFound(Marker.TO, index, index + 1)
            if is_comma(token) or _blocks(token) or is_closing(token):
                break
        return None

    def attaching(self, last: int, limit: int) -> int:
        """Return where との, という, といった or などの begins that ends with the token ``last``, else -1."""
        tokens, words, particles = self._tokens, self._words, self._grammar.particles
        verb = last - is_auxiliary(tokens[last])  # いっ|た
        quoting = verb - 1
        start = self._behind_quotation(quoting, limit)
        if start < quoting and words[last] == _WORD.genitive and words[quoting] == _WORD.quotative:
            return start
        attaching = self._lemmas[verb] in self._grammar.attaching_verbs
        if verb < last and self._lemmas[verb] in self._grammar.light_verbs:
            return -1  # 続けるとした|声明を発表した: the verb itself reports
        if words[last] != _WORD.genitive and not attaching:
            return -1
        loose = words[quoting] in particles.loosely_quoting and words[quoting - 1] in CLOSING_QUOTES
        if quoting <= limit or not (words[quoting] == _WORD.quotative or (loose and words[last] == _WORD.genitive)):
            return -1
        before = tokens[quoting - 1]
        told = words[quoting - 2] in CLOSING_QUOTES or is_clause_end(tokens[quoting - 2])
        doubled = before.text in particles.loosely_quoting and told  # 」|などと, 逃げた|などという
        return quoting - doubled

    def _ending_at(self, index: int, limit: int, *, adjacent: bool) -> MarkerFound | None:
        """Return the marker whose last token is ``index``, whether or not the cue takes it."""
        if index <= limit:
            return None
        core = self._words[index] in self._grammar.particles.core
        joined = core and is_particle(self._tokens[index]) and index - 1 > limit
        first = index - 1 if joined else index  # と|は, こと|を
        return (
            self._quoting(first, index, limit, adjacent=adjacent)
            or self._as(index, limit)
            or self._clause_noun(first, index, adjacent=adjacent)
            or self._likeness(first, index)
        )

    def _agreed(self, index: int, limit: int, entry: CueEntry) -> MarkerFound | None:
        """Return こと with the で that is the token ``index``, which agreeing takes: 続けることで|合意した."""
        if self._words[index] != _WORD.locative or entry.lemmas[-1] not in self._grammar.agreeing or index - 2 <= limit:
            return None
        if self._words[index - 2] in _WORD.past_endings:
            return None  # 特使が辞任したことで|合意は崩れた
        found = self._clause_noun(index - 1, index, adjacent=False)
        return found if found and found.marker is Marker.KOTO else None

    def _quoting(self, first: int, last: int, limit: int, *, adjacent: bool) -> MarkerFound | None:
        """Return と, とは, とも, or など after a quotation: 〜ないとは|述べた, 「行く」など|語った."""
        particles = self._grammar.particles
        word, before = self._words[first], self._words[first - 1]
        plain = self._words[last] not in (_WORD.accusative, _WORD.nominative)
        if word == _WORD.quotative and plain:
            start = self._behind_quotation(first, limit)
            if start < first:
                return MarkerFound(Marker.TO, start, last + 1)
        if word in particles.loosely_quoting and before in CLOSING_QUOTES:
            listed = is_nominal(self._tokens[last + 1]) and before == "』"  # 雑誌『波』など|各誌が
            if not listed:
                return MarkerFound(Marker.TO, first, last + 1)
        quoting = plain and word in particles.quoting and is_particle(self._tokens[first])
        if quoting and self._is_quoting(first, limit, adjacent=adjacent):
            return MarkerFound(Marker.TO, first, last + 1)
        return None

    def _as(self, index: int, limit: int) -> MarkerFound | None:
        """Return として whose て is the token ``index``: 違法だとして|批判した."""
        tokens, words = self._tokens, self._words
        if index - 2 <= limit or words[index] != _WORD.gerund or words[index - 2] != _WORD.quotative:
            return None
        if self._lemmas[index - 1] not in self._grammar.light_verbs or not is_clause_end(tokens[index - 3]):
            return None
        return MarkerFound(Marker.TOSHITE, index - 2, index + 1)

    def _clause_noun(self, first: int, last: int, *, adjacent: bool) -> MarkerFound | None:
        """Return こと or 旨 with its particle after a clause, or 旨 alone: 行くことを|認めた, 行く旨|述べた."""
        if self._words[first] == _WORD.interrogative and self._words[last] == _WORD.accusative:
            return self._question(first)
        alone = adjacent and self._words[last] in self._grammar.purport
        noun = first != last and self._words[first] in self._grammar.clause_nouns
        if not (alone or noun) or not is_clause_end(self._tokens[first - 1]):
            return None
        if alone:
            return MarkerFound(Marker.TO, last, last + 1)
        return None if self._is_cleft(first) else MarkerFound(Marker.KOTO, first, last + 1)

    def _question(self, particle: int) -> MarkerFound | None:
        """Return the を behind the か of a question without brackets, which か belongs to: なぜ遅れたのか|を尋ねた."""
        before = self._tokens[particle - 1]
        if not is_clause_end(before) and before.text not in self._grammar.before_ka:
            return None
        return MarkerFound(Marker.KOTO, particle + 1, particle + 2)

    def _is_cleft(self, noun: int) -> bool:
        """Whether のは stands at ``noun``: 判明したのは|五人目だ."""
        return self._words[noun] == _WORD.genitive and self._words[noun + 1] == _WORD.topic

    def _likeness(self, first: int, last: int) -> MarkerFound | None:
        """Return よう or ように: 行くよう|求めた, 次のように|述べた."""
        if self._is_likeness(first) and is_clause_end(self._tokens[first - 1]):
            return MarkerFound(Marker.YOU, first, last + 1)
        if self._words[last] == _WORD.dative and self._is_likeness(last - 1):
            return MarkerFound(Marker.YOU, last - 1, last + 1)
        return None

    def _is_likeness(self, index: int) -> bool:
        return self._lemmas[index] in self._grammar.likeness and is_auxiliary_stem(self._tokens[index])

    def _object(self, cue: int, limit: int, entry: CueEntry) -> MarkerFound | None:
        """Return the particle of what the cue is about: 攻撃|を強く非難した, 「早い復旧」（市長）|を呼びかけた."""
        particle = find_object(self._doc, cue, limit, entry, self._grammar)
        if particle is None:
            return None
        return MarkerFound(Marker.OBJECT, self._behind_quotation(particle, limit), particle + 1)

    def _is_quoting(self, index: int, limit: int, *, adjacent: bool) -> bool:
        """Whether the と at ``index`` quotes. One that joins nouns (米国と欧州は) or clauses (行くと雨だった) does not.

        adjacent: whether the cue follows at once; then a noun may stand before と (問題だ/問題|と指摘した).
        """
        before = self._tokens[index - 1]
        if goes_along(self._doc, index, self._grammar) or self._attaches(index) or is_manner(before):
            return False  # 「…」と淡々|と振り返った
        if self._lemmas[index - 1] in self._grammar.source_verbs or self._is_demonstrative(index - 2):
            return False  # 〜によると; そう言うと、
        if is_comma(before) and index - 2 >= limit:  # 〜する、と話した
            before = self._tokens[index - 2]
            if is_conjunctive_particle(before):
                return True  # 疲れたから、|と話した
        wishing = adjacent and (is_conditional(before) or before.text == _WORD.conditional)  # 喜んでもらえれば|と話す
        pleading = before.text == _WORD.accusative and is_particle(before)  # 早い復旧を|と求めた
        doubting = before.text == _WORD.topic and self._lemmas[before.i - 1] in self._grammar.copulas  # 危ないのでは|と
        return is_clause_end(before) or (adjacent and (is_nominal(before) or pleading)) or doubting or wishing

    def _is_demonstrative(self, index: int) -> bool:
        """Whether そう at ``index`` refers to what was said before: そう|言うと、; not 減りそう|だと."""
        token = self._tokens[index]
        refers = token.text in self._grammar.demonstratives
        return refers and not is_auxiliary_stem(token) and not is_hearsay_stem(token)

    def _attaches(self, index: int) -> bool:
        """Whether the と at ``index`` ties its clause to a noun: 連行した|という報道を受け、."""
        tokens, verb = self._tokens, index + 1
        after = verb + 1 + (verb + 1 < len(tokens) and is_auxiliary(tokens[verb + 1]))  # と|いった
        if after >= len(tokens) or tokens[verb].dep_ != "fixed":
            return False
        return self._lemmas[verb] in self._grammar.attaching_verbs and is_nominal(tokens[after])

    def _behind_quotation(self, index: int, limit: int) -> int:
        """Return where the parentheses between 」 and the token ``index`` open, else ``index``: 「…」|（社長）と."""
        before = self._tokens[index - 1]
        if not is_closing(before) or before.text in CLOSING_QUOTES:
            return index
        opening = self._before_bracket(index - 1, limit) + 1
        return opening if opening > limit and self._words[opening - 1] in CLOSING_QUOTES else index

    def _before_bracket(self, closing: int, limit: int) -> int:
        """Return the token before the bracketed passage that ends with ``closing``."""
        depth = 0
        for index in range(closing, limit - 1, -1):
            if is_closing(self._tokens[index]):
                depth += 1
            elif is_opening(self._tokens[index]):
                depth -= 1
                if depth == 0:
                    return index - 1
        return limit - 1


def is_clause_end(token: Token) -> bool:
    """Whether a clause can end with ``token``: a finite verb, an adjective, だ, か, べき, 。, 」."""
    closed = token.text in CLOSING_QUOTES or is_sentence_final_particle(token) or is_full_stop(token)
    return closed or can_end_clause(token)


def _joins_clause(token: Token) -> bool:
    """Whether ``token`` is a verb in the form that joins its clause to the next one: 見せ|て喜んだ; not 述べ|た."""
    helps = token.dep_ in ("aux", "fixed")
    return is_verb(token) and is_continuative(token) and not helps and not is_auxiliary(token.nbor())


def _modifies(token: Token) -> bool:
    """Whether ``token`` ends a clause that modifies the noun after it: 暮らす|山田さん."""
    return is_finite(token) and _precedes_noun(token)


def _precedes_noun(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and is_nominal(token.nbor())


def _blocks(token: Token) -> bool:
    """Whether ``token`` belongs to another clause, so that no marker further left is this cue's."""
    if is_auxiliary(token) and is_attributive(token) and _precedes_noun(token):
        return token.lemma_ != _WORD.copula  # 明らかにした|数日後: the clause ends here; 新たな|見解: no clause
    if is_full_verb(token) and token.dep_ != "fixed":
        return not is_continuative(token)
    return is_full_stop(token)
