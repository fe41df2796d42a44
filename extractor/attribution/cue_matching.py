"""Which reporting expressions of the lexicon stand in a text and have something to report."""

from collections.abc import Iterator
from itertools import zip_longest

from spacy.tokens import Doc, Token

from extractor.attribution.cue_index import CuesByLemma
from extractor.attribution.endings import endings
from extractor.attribution.entry_matching import EntryMatcher
from extractor.attribution.linkers import is_charge, is_conceded, is_only_supposed, links
from extractor.attribution.markers import MarkerFinder, MarkerFound, is_clause_end
from extractor.attribution.objects import is_act, opening_of
from extractor.attribution.quotations_apart import opening_before, opening_in_front, runs_on
from extractor.attribution.quoted_sentences import has_subject
from extractor.attribution.sentence_before import sentence_before
from extractor.brackets import CLOSING_QUOTES
from extractor.doc_sentences import sentence_end, sentence_start
from extractor.doc_text import lemmas_of
from extractor.layers import CueFound, Quote
from extractor.lexicon.cues import CueEntry, CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.syntax import (
    is_adjectival_noun,
    is_adjective,
    is_attributive,
    is_auxiliary_stem,
    is_closing,
    is_comma,
    is_conditional,
    is_conjunctive_particle,
    is_continuative,
    is_finite,
    is_full_verb,
    is_headline,
    is_nominal,
    is_opening,
    is_particle,
    is_sentence_final_particle,
    is_verb,
    is_volitional,
    token_range,
)

_AFTER_REACH = 4  # tokens between a cue and the quotation that follows it
_TOLD_REACH = 4  # tokens between a verb of telling and ところ: 明らか/に/し/た
_NAME_LENGTH = 8  # tokens of a quotation that is hardly the name of a thing
_WORD = load_function_words()


class CueFinder:
    """Finds the cues of one Doc."""

    def __init__(self, doc: Doc, grammar: Grammar) -> None:
        """grammar: the lexicon's word classes."""
        self._doc = doc
        self._lemmas = lemmas_of(doc)
        self._matcher = EntryMatcher(doc, grammar)
        self._grammar = grammar
        self._markers = MarkerFinder(doc, grammar)

    def find(self, quotes: tuple[Quote, ...], cues: CuesByLemma) -> Iterator[CueFound]:
        """Yield the cues that stand outside quotations and have a marker before them, in text order.

        首相は増税しないと述べた。  →  述べた, marker と.  Denied and hypothetical saying (述べなかった) is no cue.
        """
        inside = _quoted_tokens(self._doc, quotes)
        done = 0
        for start, (lemma, following) in enumerate(zip_longest(self._lemmas, self._lemmas[1:], fillvalue="")):
            begun = cues.get(lemma)
            if begun is None or start < done or start in inside:
                continue
            for entry in begun.get(following, begun[""]):
                end = self._matcher.match(start, entry)
                found = end and self._cue(start, end, entry)
                if found:
                    yield found
                    done = end + len(self._endings(end))
                    break

    def _endings(self, end: int) -> list[Token]:
        return list(endings(self._doc, end, self._grammar))

    def _cue(self, start: int, words_end: int, entry: CueEntry) -> CueFound | None:
        ending = self._endings(words_end)
        if entry.kind is CueKind.HEARSAY:
            return self._hearsay(start, words_end + len(ending), entry)
        if entry.kind is CueKind.SOURCE:
            told = entry.lemmas[0] not in self._grammar.formal_nouns or self._is_told(start)
            following = self._lemmas[words_end] if words_end < len(self._lemmas) else ""
            told = told and following not in self._grammar.judging | self._grammar.thoughts  # 雨によると|みられる
            return self._found(start, words_end, entry, MarkerFound(Marker.NONE, start, start)) if told else None
        if not self._reports(words_end, ending, entry):
            return None
        limit = sentence_start(self._doc, start)
        marker = (
            self._quotation_in_front(start, words_end, limit, entry)
            or self._markers.find(start, limit, entry)
            or self._quotation_after(start, words_end + len(ending))
            or self._quotation_before(start, words_end, limit, entry)
            or self._headline_before(start, words_end, limit, entry)
            or self._sentence_before(start, words_end)
        )
        if marker is None and self._agrees(start, words_end + len(ending), entry):
            return self._found(
                start, words_end + len(ending) + 2, entry, MarkerFound(Marker.NONE, start, start), CueKind.SOURCE
            )
        if marker is None or not self._fits(start, words_end + len(ending), entry, marker):
            return None
        if marker.marker is Marker.OBJECT and not is_act(self._doc, words_end, self._grammar):
            return None
        passive = any(token.lemma_ in self._grammar.passives for token in ending)
        # a サ変 noun stands alone as the cue, other verbs with their endings
        noun_last = is_nominal(self._doc[words_end - 1])
        is_sahen = entry.kind is CueKind.SAHEN or (entry.kind is CueKind.PHRASE and noun_last)
        end = words_end if is_sahen else words_end + len(ending)
        return self._found(start, end, entry, marker, passive=passive)

    def _is_told(self, noun: int) -> bool:
        """Whether somebody has told what the token ``noun`` stands for: 語った|ところでは; not 店が多い|ところでは."""
        before = self._lemmas[max(noun - _TOLD_REACH, 0) : noun]
        return noun > 0 and is_finite(self._doc[noun - 1]) and any(lemma in self._grammar.telling for lemma in before)

    def _agrees(self, start: int, after: int, entry: CueEntry) -> bool:
        """Whether ように follows, so that what the subject said comes after it: 社長が|指摘したように、…."""
        doc = self._doc
        if after + 2 >= len(doc) or Marker.TO not in entry.markers or entry.kind is CueKind.PHRASE:
            return False
        subject = start > 0 and doc[start - 1].text == _WORD.nominative
        like = is_auxiliary_stem(doc[after]) and doc[after].lemma_ in self._grammar.likeness
        return subject and like and doc[after + 1].text == _WORD.dative and is_comma(doc[after + 2])

    def _reports(self, end: int, ending: list[Token], entry: CueEntry) -> bool:
        """Whether the words are a predicate that is neither denied nor hypothetical: 述べなかった, 述べるだろう."""
        after = end + len(ending)
        if any(token.lemma_ in self._grammar.negations or is_volitional(token) for token in ending):
            return False
        if is_conceded(self._doc, after, self._grammar) or is_conditional(self._doc[after - 1]):
            return False
        if is_only_supposed(self._doc, after, self._grammar) or self._is_hedge(after):
            return False
        last = self._doc[end - 1]
        if entry.lemmas[-1] == _WORD.copula and (is_attributive(last) or last.text == _WORD.dative):
            return False  # 慎重な|姿勢, 慎重に|述べた
        if not ending and entry.lemmas[0] in self._grammar.defining and self._modifies(end):
            return False
        if ending and entry.kind is CueKind.SAHEN and ending[0].lemma_ == _WORD.copula:
            return False  # 反対だと述べた: the words are the speaker's own
        if ending or not is_nominal(last):
            return True
        # a noun alone is a predicate at the end of the sentence or before 、 (強調。), not in a compound or with を
        stops = end == len(self._doc) or self._doc[end].is_punct or self._doc[end].is_space
        return entry.kind is not CueKind.VERB and stops

    def _modifies(self, after: int) -> bool:
        """Whether the predicate before ``after`` tells what a thing is: 攻撃とみなす|規定, （攻撃とみなす|）."""
        following = self._doc[after] if after < len(self._doc) else None
        return following is not None and (is_nominal(following) or is_closing(following))

    def _is_hedge(self, after: int) -> bool:
        """Whether the predicate before the token ``after`` seeks a word: 皮肉といいます|か、, 成功とは言い|がたい."""
        doc = self._doc
        if after < len(doc) and self._lemmas[after] in self._grammar.hardly:
            return True
        return after + 1 < len(doc) and is_sentence_final_particle(doc[after]) and is_comma(doc[after + 1])

    def _fits(self, start: int, after: int, entry: CueEntry, marker: MarkerFound) -> bool:
        """Whether a light verb really reports: とする and という stand next to と; という is no part of という声."""
        (verb, *others) = entry.lemmas
        if marker.marker is Marker.TO and verb in self._grammar.not_saying and self._names(after, marker):
            return False
        light = verb in self._grammar.light_verbs
        if others or not (light or verb in self._grammar.saying_verbs):
            return True
        before = self._doc[marker.start - 1]
        apart = is_comma(before) or is_comma(self._doc[marker.end])  # 無理だと思う、と|弟は言う
        adjacent = marker.end == start or (not light and (before.text in CLOSING_QUOTES or apart))
        if marker.marker is Marker.YOU and adjacent and not light:
            return is_verb(before) and is_finite(before)  # 帰るように|言った; not 次のように|言った
        if marker.marker is not Marker.TO or not adjacent:
            return False
        if not light:
            return not links(self._doc, after)
        return self._is_said(before, after) and not is_charge(self._doc, after, self._grammar)

    def _names(self, after: int, marker: MarkerFound) -> bool:
        """Whether the cue that ends before the token ``after`` tells what a thing is called, or what stands on it.

        「春風」と銘打った|商品, 「平和」と書かれ、, 使いと称する|男; not 「平和が第一だ」と書かれた|看板
        """
        doc, last = self._doc, marker.start - 1
        if doc[last].text not in CLOSING_QUOTES or last < 2:
            thing = is_nominal(doc[last]) and not is_adjectival_noun(doc[last])
            following = doc[after] if after < len(doc) else None
            tells = following is not None and (
                is_nominal(following) or is_adjective(following) or following.text == _WORD.dative
            )  # 使いと称する|若い男, 養殖と呼ぶ|には
            return thing and tells and is_finite(doc[after - 1])
        opening = opening_of(doc, last, sentence_start(doc, last))
        words = doc[opening + 1 : last]
        if not len(words):
            return False
        noun = is_nominal(words[-1]) and not is_adjectival_noun(words[-1])
        called = opening > 0 and doc[opening - 1].text == _WORD.nominative  # 監督が|「心臓」と呼ぶ選手
        if not noun or called or len(words) > _NAME_LENGTH or has_subject(words):
            return False
        modifies = after < len(doc) and is_finite(doc[after - 1]) and (is_nominal(doc[after]) or is_comma(doc[after]))
        return modifies or any(token.lemma_ in self._grammar.passives for token in doc[marker.end : after])

    def _is_said(self, before: Token, after: int) -> bool:
        """Whether とする can report what ends with ``before``: a clause that is no intention.

        after: the token after とする. として takes a clause even from a quotation: 「赤い鳥」として names a thing.
        """
        quoted = before.text in CLOSING_QUOTES
        last = before.nbor(-1) if quoted and before.i > 0 else before
        named = quoted and not is_conjunctive_particle(self._doc[after - 1])
        state = not quoted and self._is_state(last)
        return not (is_volitional(last) or _is_intention(last)) and (
            named or state or is_clause_end(last) or last.is_punct
        )

    def _is_state(self, noun: Token) -> bool:
        """Whether ``noun`` says how something is: 有力|とし、 調査中|としている; not 支援を必要|とし."""
        if not (is_adjectival_noun(noun) or noun.text in self._grammar.state_suffixes):
            return False
        verb = noun.head
        return verb.dep_ != "acl" and not any(child.dep_ == "obj" for child in verb.children)

    def _hearsay(self, start: int, end: int, entry: CueEntry) -> CueFound | None:
        """Return hearsay that ends its sentence: 〜という。 not 〜という声; 「…」と言われた is somebody's saying."""
        doc = self._doc
        if start == sentence_start(doc, start):
            return None
        before = doc[start - 1]
        if before.text in CLOSING_QUOTES and entry.lemmas[-1] in self._grammar.passives:
            return None
        if not (is_clause_end(before) or is_nominal(before) or before.text in self._grammar.particles.limiting):
            return None
        if not self._is_last(end) and not self._joins(entry, end):
            return None
        return self._found(start, end, entry, MarkerFound(Marker.NONE, start, start))

    def _is_last(self, end: int) -> bool:
        """Whether only marks stand between the token ``end`` and the end of the sentence."""
        return all(token.is_punct or token.is_space for token in self._doc[end : sentence_end(self._doc, end - 1)])

    def _joins(self, entry: CueEntry, end: int) -> bool:
        """Whether hearsay with a noun of its own goes on: 帰ったということですが、 晴れるとのことで、."""
        doc, own = self._doc, any(lemma in self._grammar.hearsay_nouns for lemma in entry.lemmas)
        joined = is_continuative(doc[end - 1]) or is_conjunctive_particle(doc[end])
        return own and joined and any(is_comma(token) for token in doc[end : end + 2])

    def _quotation_after(self, start: int, end: int) -> MarkerFound | None:
        """Return the marker of a cue whose quotation follows: 次のように述べた。「…」 or …は語った、「…」."""
        doc = self._doc
        place = end
        while place < len(doc) and place - end < _AFTER_REACH and (doc[place].is_punct or doc[place].is_space):
            if is_opening(doc[place]) and doc[place].text == "「":
                announced = self._is_announced(start) or runs_on(doc, end, place)
                if self._is_quoted_on(place) or not announced or self._is_named(place):
                    return None
                return MarkerFound(Marker.FOLLOWING, start, start)
            place += 1
        return None

    def _quotation_in_front(self, start: int, end: int, limit: int, entry: CueEntry) -> MarkerFound | None:
        """Return the marker of the cue ``start`` to ``end`` whose quotation opens its sentence.

        limit: where the sentence begins. 「限界だ」店長は話した。
        """
        if opening_in_front(self._doc, limit) < 0 or not self._speaks(start, end, entry):
            return None
        return MarkerFound(Marker.PRECEDING, start, start)

    def _quotation_before(self, start: int, end: int, limit: int, entry: CueEntry) -> MarkerFound | None:
        """Return the marker of the cue ``start`` to ``end`` whose quotation stands alone before its sentence.

        limit: where the sentence begins.
        「もう限界だ」。店長はこう話す。  「もう限界だ」。現場からは悲鳴が上がる。  「もう限界だ」。店長は肩を落とす。
        """
        refers = start > limit and self._doc[start - 1].text in self._grammar.demonstratives
        heard = entry.kind is CueKind.PHRASE and Marker.TONO in entry.markers and _WORD.nominative in entry.lemmas[1:2]
        if not (refers or heard or self._speaks(start, end, entry)) or opening_before(self._doc, limit) < 0:
            return None
        return MarkerFound(Marker.PRECEDING, start, start)

    def _sentence_before(self, start: int, end: int) -> MarkerFound | None:
        """Return the marker of a cue that ends a sentence which only names who tells the one before it."""
        last = self._is_last(end + len(self._endings(end)))
        found = sentence_before(self._doc, start, self._grammar) if last else None
        return MarkerFound(Marker.SENTENCE, start, start) if found else None

    def _headline_before(self, start: int, end: int, limit: int, entry: CueEntry) -> MarkerFound | None:
        """Return the comma by which a headline ties what is said to a subject with が: 優勝できて嬉しい|、主将が語る.

        start, end: the cue. limit: where the headline begins.
        """
        doc = self._doc
        last = Marker.TO in entry.markers and self._is_last(end + len(self._endings(end)))
        if not last or doc[start - 1].text != _WORD.nominative or not is_headline(doc[start].sent):
            return None
        place = start - 2
        while place > limit and not is_comma(doc[place]):
            if is_particle(doc[place]) and doc[place].text != _WORD.genitive:
                return None
            place -= 1
        ended = place > limit and (is_clause_end(doc[place - 1]) or is_adjective(doc[place - 1]))
        return MarkerFound(Marker.TO, place, place + 1) if ended else None

    def _speaks(self, start: int, end: int, entry: CueEntry) -> bool:
        """Whether the cue ends a sentence that has a subject and tells nothing else: 店長が|つぶやく。"""
        if Marker.TO not in entry.markers or not self._is_last(end + len(self._endings(end))):
            return False
        own = range(start, end)
        around = {child.dep_ for token in self._doc[start:end] for child in token.children if child.i not in own}
        return "nsubj" in around and not around & {"obj", "ccomp", "advcl"}

    def _is_announced(self, start: int) -> bool:
        """Whether 次のように, そう or こう stands before the cue at the token ``start``."""
        before = self._doc[max(start - 3, 0) : start]
        return any(is_auxiliary_stem(token) or token.text in self._grammar.demonstratives for token in before)

    def _is_named(self, opening: int) -> bool:
        """Whether the bracket at the token ``opening`` holds a name that the sentence goes on with: 「花風」|にした."""
        doc = self._doc
        for token in doc[opening + 1 : sentence_end(doc, opening) - 1]:
            if is_closing(token):
                following = doc[token.i + 1]
                return not is_clause_end(doc[token.i - 1]) and is_particle(following)
        return False

    def _is_quoted_on(self, opening: int) -> bool:
        """Whether と follows the quotation that opens here, so that it belongs to a cue after it."""
        doc = self._doc
        for token in doc[opening : sentence_end(doc, opening)]:
            if is_closing(token) and token.text == "」":
                following = doc[token.i + 1].text if token.i + 1 < len(doc) else ""
                return following == _WORD.quotative or following in self._grammar.particles.loosely_quoting
        return False

    def _found(
        self,
        start: int,
        end: int,
        entry: CueEntry,
        marker: MarkerFound,
        kind: CueKind | None = None,
        *,
        passive: bool = False,
    ) -> CueFound:
        last = self._doc[end - 1]
        return CueFound(
            self._doc[start].idx,
            last.idx + len(last),
            entry=entry.id,
            kind=str(kind or entry.kind),
            marker=str(marker.marker),
            marker_start=self._doc[marker.start].idx,
            marker_end=self._doc[marker.end].idx,
            lemma="".join(entry.lemmas),
            act=str(entry.act),
            passive=passive,
        )


def _quoted_tokens(doc: Doc, quotes: tuple[Quote, ...]) -> set[int]:
    inside: set[int] = set()
    for quote in quotes:
        if quote.depth == 0:
            inside.update(range(*token_range(doc, quote.start, quote.end)))
    return inside


def _is_intention(token: Token) -> bool:
    """Whether ``token`` is the old ending of a will: 言わ|ん|とする; not 増税しませ|ん|とした."""
    before = token.nbor(-1) if token.i else None
    return token.lemma_ == _WORD.classical_negative and before is not None and is_full_verb(before)
