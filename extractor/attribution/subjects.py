"""Noun phrases that can speak, and which of them is the subject of a cue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.brackets import insertion_pairs, outermost, parenthesis_pairs
from extractor.layers import MentionFound, Quote, read_layer
from extractor.lexicon.grammar import Grammar
from extractor.lexicon.particles import Particles
from extractor.lexicon.speakers import SpeakerGroup, SpeakerNouns
from extractor.records import EntityType, MentionKind, SpeakerKind
from extractor.syntax import (
    Phrase,
    bracket_units,
    is_conjunctive_particle,
    is_continuative,
    is_nominal,
    is_noun,
    is_numeral,
    is_predicate,
    noun_start,
    phrases,
    slice_text,
)

_AMONG = "間"  # 専門家の|間では: the experts say it
#: How much better some speakers fit than others, beside the weights of their particles.
_KIND_WEIGHT = {SpeakerKind.NAMED: 3.0, SpeakerKind.ANAPHOR: 3.0, SpeakerKind.GENERIC: 2.5}
_DOCUMENT_WEIGHT = 1.5
_FROM_PERSON = 1.5  # 大臣|から、…と述べた
_HEADLINE = 1.0  # X氏|、増税を否定
_ON_CUE, _ON_CONTENT = 2.0, -1.5
_SECOND_TOPIC = -1.5
_THRESHOLD = 4.0


@dataclass(frozen=True, slots=True)
class SpeakerPhrase:
    """A bunsetsu whose noun can speak.

    phrase: the bunsetsu. start, end: characters of the noun phrase with title, without particle.
    mention: index in the layer ``mentions``, -1 for an unnamed speaker. group: what kind of speaker.
    """

    phrase: Phrase
    start: int
    end: int
    mention: int
    kind: SpeakerKind
    group: SpeakerGroup


class SpeakerPhrases:
    """Finds the noun phrases of one Doc that can speak."""

    def __init__(self, doc: Doc, nouns: SpeakerNouns, grammar: Grammar) -> None:
        """doc: with the layers ``mentions`` and ``quotes`` written."""
        self.doc = doc
        self.grammar = grammar
        self._nouns = nouns
        self.mentions = read_layer(doc, MentionFound)
        self._mention_at = self._index_mentions()
        persons = (index for index, mention in enumerate(self.mentions) if mention.label == EntityType.PERSON)
        self._person_at = {self.mentions[index].start: index for index in persons}
        quotes = [(quote.start, quote.end) for quote in read_layer(doc, Quote) if quote.depth == 0]
        brackets = [(pair.start, pair.end) for pair in outermost(parenthesis_pairs(doc.text))]
        brackets += insertion_pairs(doc.text)
        self.units = bracket_units(doc, quotes + brackets)
        self._openings = {end: start for start, end in quotes}

    def _index_mentions(self) -> dict[int, int]:
        """Return last character of a mention, with and without title → its index; the widest mention wins."""
        by_end: dict[int, int] = {}
        for index, mention in enumerate(self.mentions):
            if mention.label == EntityType.PROVISION:
                continue
            for end in {mention.end, mention.wide_end if mention.wide_end > 0 else mention.end}:
                by_end.setdefault(end, index)
        return by_end

    def opening_of(self, end: int) -> int:
        """Return the first token of the quotation that ends at the character ``end``, -1 where none does."""
        start = self._openings.get(end)
        span = self.doc.char_span(start, end, alignment_mode="expand") if start is not None else None
        return span.start if span is not None else -1

    def between(self, start: int, end: int) -> Iterator[Phrase]:
        """Yield the bunsetsu of the tokens ``start`` to ``end``."""
        return phrases(self.doc, start, end, self.units)

    def find(self, phrase: Phrase) -> SpeakerPhrase | None:
        """Return ``phrase`` as a speaker, or None where its noun cannot speak.

        同協会の報道担当者は  →  報道担当者
        """
        token = self.doc[phrase.head]
        end = token.idx + len(token)
        index = self._mention_at.get(end, -1)
        if index >= 0:
            return self._named(phrase, index)
        if not is_nominal(token):
            return None
        first = self.doc[noun_start(self.doc, phrase.head, phrase.start)]
        if token.text in self.grammar.counters and phrase.head - 1 == first.i and is_numeral(first):
            return None  # 286人が: a count, nobody in particular
        noun = slice_text(self.doc, first.idx, end)
        group = self._nouns.group(noun)
        if group in (None, SpeakerGroup.PERSON):
            named = self._titled(phrase, first.idx, end)
            if named is not None:
                return named
        if group is None:
            return None
        return SpeakerPhrase(phrase, first.idx, end, -1, SpeakerKind.GENERIC, group)

    def _titled(self, phrase: Phrase, start: int, end: int) -> SpeakerPhrase | None:
        """Return the person whose name begins the compound noun, with the title behind it: 佐藤|巡査部長."""
        for place in range(end - 1, start - 1, -1):
            index = self._person_at.get(place, -1)
            if index >= 0 and self.mentions[index].end <= end:
                return SpeakerPhrase(phrase, place, end, index, SpeakerKind.NAMED, SpeakerGroup.PERSON)
        return None

    def _named(self, phrase: Phrase, index: int) -> SpeakerPhrase:
        mention = self.mentions[index]
        start = mention.wide_start if mention.wide_start >= 0 else mention.start
        end = mention.wide_end if mention.wide_end >= 0 else mention.end
        kind = SpeakerKind.NAMED if mention.kind == MentionKind.NAME else SpeakerKind.ANAPHOR
        group = SpeakerGroup.PERSON if mention.label == EntityType.PERSON else SpeakerGroup.BODY
        return SpeakerPhrase(phrase, start, end, index, kind, group)

    def best_subject(
        self, start: int, end: int, *, cue: int, content_head: int, passive: bool = False
    ) -> SpeakerPhrase | None:
        """Return the phrase between the tokens ``start`` and ``end`` that is the subject of ``cue``, if there is one.

        content_head: last predicate of the content; what hangs there is rather the content's own subject.
        passive: whether the cue is passive, so that its agent speaks (警察官から「…」と言われた).
        """
        particles = self.grammar.particles
        weights = particles.agent_weights if passive else particles.subject_weights
        best, best_score, topics = None, _THRESHOLD, 0
        before: Phrase | None = None
        ended = False  # whether the phrase before ends a clause of its own
        for phrase in self.between(start, end):
            speaker = self.find(phrase)
            if before and before.particle == "の" and self.doc[phrase.head].text == _AMONG:
                speaker = self.find(before)
            before = phrase
            score = self._score(phrase, speaker, weights, cue=cue, content_head=content_head) if speaker else 0.0
            is_topic = phrase.particle in ("は", "も")
            if is_topic and score >= _THRESHOLD and best and _gives_way(best.phrase, ended=ended):
                best_score = 0.0
            elif topics:
                score += _SECOND_TOPIC
            if speaker and score >= _THRESHOLD and score > best_score - (best is None):
                best, best_score = speaker, score
            topics += is_topic
            ended = phrase.comma and self._ends_clause(phrase)
        return best

    def _ends_clause(self, phrase: Phrase) -> bool:
        """Whether ``phrase`` is a predicate that ends a clause: 行使したが、 深い知識があり、."""
        words = [token for token in self.doc[phrase.head : phrase.end] if not token.is_punct and not token.is_space]
        if not any(is_predicate(token) for token in words):
            return False
        return is_continuative(words[-1]) or is_conjunctive_particle(words[-1]) or words[-1].text == "が"

    def any_noun_before(self, start: int, quotation: int) -> SpeakerPhrase | None:
        """Return the noun with は right before the quotation as an unnamed speaker: おかみは|「もう店は閉める」."""
        last = None
        for phrase in self.between(start, quotation):
            last = phrase
        if last is None or last.particle not in ("は", "も") or not is_noun(self.doc[last.head]):
            return None
        token = self.doc[last.head]
        first = self.doc[noun_start(self.doc, last.head, last.start)]
        end = token.idx + len(token)
        return SpeakerPhrase(last, first.idx, end, -1, SpeakerKind.GENERIC, SpeakerGroup.PERSON)

    def before_quotation(self, start: int, quotation: int) -> SpeakerPhrase | None:
        """Return the subject before the quotation at the token ``quotation``: 吉川は|「行く」, 吉川氏|「行く」."""
        last = None
        for phrase in self.between(start, quotation):
            last = phrase
        if last is None or last.particle not in ("", "は", "も", "が") or (last.comma and not last.particle):
            return None
        return self.find(last)

    def _score(
        self, phrase: Phrase, speaker: SpeakerPhrase, weights: Mapping[str, float], *, cue: int, content_head: int
    ) -> float:
        weight = weights.get(phrase.particle) or _weight_of_comma(phrase, speaker, self.grammar.particles)
        if not weight:
            return 0.0
        weight += _DOCUMENT_WEIGHT if speaker.group is SpeakerGroup.DOCUMENT else _KIND_WEIGHT[speaker.kind]
        head = self.doc[phrase.head].head.i
        if head == cue:
            weight += _ON_CUE
        elif phrase.particle == "が" and (head == content_head or speaker.kind is SpeakerKind.GENERIC):
            weight += _ON_CONTENT
        return weight


def _gives_way(subject: Phrase, *, ended: bool) -> bool:
    """Whether a topic behind ``subject`` speaks in its place: Aは…したが、Bは…と述べた; Aが…する中、Bは…と述べた.

    ended: whether a clause ends right before the topic.
    """
    return (ended and not subject.comma) or subject.particle == "が"


def _weight_of_comma(phrase: Phrase, speaker: SpeakerPhrase, particles: Particles) -> float:
    """Return the weight of a phrase that only 、 sets apart, else 0: 大臣から、…と述べた; X氏、増税を否定."""
    if not phrase.comma:
        return 0.0
    if phrase.particle in particles.origin and speaker.group is SpeakerGroup.PERSON:
        return _FROM_PERSON
    return _HEADLINE if not phrase.particle and speaker.kind is SpeakerKind.NAMED else 0.0
