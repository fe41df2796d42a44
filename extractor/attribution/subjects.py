"""Noun phrases that can speak."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extractor.brackets import OPENING_QUOTES, insertion_pairs, outermost, parenthesis_pairs
from extractor.bunsetsu import Phrase, phrases
from extractor.doc_sentences import sentence_start
from extractor.doc_text import text_of, words_of
from extractor.layers import MentionFound, Quote, read_layer
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.lexicon.speakers import SpeakerGroup, SpeakerNouns
from extractor.records import EntityType, MentionKind, SpeakerKind
from extractor.syntax import (
    bracket_units,
    is_name,
    is_nominal,
    is_numeral,
    is_plain_noun,
    is_verbal_noun,
    noun_start,
    slice_text,
    token_range,
)

_WORD = load_function_words()
_READING = re.compile(r"[^（(]+([（(][^（()）]+[）)])$")
_LONGEST_NAME = 12  # tokens of a name in brackets
_REMEMBERED = 500  # rows of bunsetsu; those of a sentence are asked for again and again, once for each cue in it


@dataclass(frozen=True, slots=True)
class SpeakerPhrase:
    """A bunsetsu whose noun can speak.

    phrase: the bunsetsu. start, end: characters of the noun phrase with title, without particle.
    mention: index in the layer ``mentions``, -1 for an unnamed speaker. group: what kind of speaker, None for a noun
    of which nothing but its place in the sentence says that it speaks.
    """

    phrase: Phrase
    start: int
    end: int
    mention: int
    kind: SpeakerKind
    group: SpeakerGroup | None


class SpeakerPhrases:
    """Finds the noun phrases of one Doc that can speak."""

    def __init__(self, doc: Doc, nouns: SpeakerNouns, grammar: Grammar) -> None:
        """doc: with the layers ``mentions`` and ``quotes`` written."""
        self.doc = doc
        self._words = words_of(doc)
        self.grammar = grammar
        self._nouns = nouns
        self.mentions = read_layer(doc, MentionFound)
        self._mention_at = self._index_mentions()
        persons = (index for index, mention in enumerate(self.mentions) if mention.label == EntityType.PERSON)
        self._person_at = {self.mentions[index].start: index for index in persons}
        quotes = [(quote.start, quote.end) for quote in read_layer(doc, Quote) if quote.depth == 0]
        brackets = [(pair.start, pair.end) for pair in outermost(parenthesis_pairs(text_of(doc)))]
        brackets += insertion_pairs(text_of(doc))
        self.units = bracket_units(doc, quotes + brackets)
        self._between: dict[tuple[int, int], tuple[Phrase, ...]] = {}
        self._found: dict[Phrase, SpeakerPhrase | None] = {}
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

    def names(self, start: int, end: int) -> bool:
        """Whether the characters ``start`` to ``end`` are a name and nothing else: 「|みのる養豚|」."""
        text = slice_text(self.doc, start, end)
        start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        index = self._mention_at.get(end, -1)
        return index >= 0 and self.mentions[index].start == start

    def between(self, start: int, end: int) -> Iterator[Phrase]:
        """Yield the bunsetsu of the tokens ``start`` to ``end``."""
        if (start, end) not in self._between:
            if len(self._between) >= _REMEMBERED:
                self._between.clear()
            self._between[start, end] = tuple(phrases(self.doc, start, end, self.units))
        return iter(self._between[start, end])

    def find(self, phrase: Phrase) -> SpeakerPhrase | None:
        """Return ``phrase`` as a speaker, or None where its noun cannot speak.

        同協会の報道担当者は  →  報道担当者;  「モーニング」は behind 英紙  →  モーニング
        """
        if phrase not in self._found:
            self._found[phrase] = self._find(phrase)
        return self._found[phrase]

    def _find(self, phrase: Phrase) -> SpeakerPhrase | None:
        if phrase.start in self.units and self.doc[phrase.start].text in OPENING_QUOTES:
            return self._bracketed(phrase, known=True)
        token = self.doc[phrase.head]
        end = token.idx + len(token)
        index = self._mention_at.get(end, -1)
        if index < 0:
            index = self._with_reading(phrase)
        if index >= 0:
            return self._named(phrase, index)
        if not is_nominal(token):
            return None
        first = self.doc[noun_start(self.doc, phrase.head, phrase.start)]
        if token.text in self.grammar.counters and phrase.head - 1 == first.i and is_numeral(first):
            return None  # 286人が: a count, nobody in particular
        noun = slice_text(self.doc, first.idx, end)
        if self._is_some(phrase.start, noun):
            start = self.doc[phrase.start - 2].idx
            return SpeakerPhrase(phrase, start, end, -1, SpeakerKind.GENERIC, SpeakerGroup.PERSON)
        group = self._nouns.group(noun) or (SpeakerGroup.BODY if self._is_within_a_body(token) else None)
        if group in (None, SpeakerGroup.PERSON):
            named = self._titled(phrase, first.idx, end)
            if named is not None:
                return named
        if group is None:
            return None
        return SpeakerPhrase(phrase, first.idx, end, -1, SpeakerKind.GENERIC, group)

    def _is_within_a_body(self, token: Token) -> bool:
        """Whether ``token`` says that voices are heard within the organisation before it: 日銀|内には."""
        index = self._mention_at.get(token.idx, -1) if token.text == _WORD.within else -1
        return index >= 0 and self.mentions[index].label == EntityType.ORGANIZATION

    def _with_reading(self, phrase: Phrase) -> int:
        """Return the mention that ends where a word's reading begins, of which SudachiPy makes one word: 子（こ）は."""
        for index in range(phrase.head, phrase.end):
            match = _READING.match(self._words[index])
            if match:
                return self._mention_at.get(self.doc[index].idx + match.start(1), -1)
        return -1

    def _is_some(self, start: int, noun: str) -> bool:
        """Whether ``noun`` is 人, and what stands before its bunsetsu says that some of many are meant: 一部の|人は."""
        if noun not in self.grammar.people or start < 2:
            return False
        return self.doc[start - 1].text == _WORD.genitive and self.doc[start - 2].text in self.grammar.some

    def anybody(self, phrase: Phrase, *, deeds: bool = False) -> SpeakerPhrase | None:
        """Return ``phrase`` as a speaker even where nothing is known of its noun: 番頭は, 名古屋は.

        deeds: whether also a noun will do that mostly names a deed: 北嶺設計は取材に.
        """
        known = self.find(phrase) or self._bracketed(phrase, known=False)
        token = self.doc[phrase.head]
        if known or not (is_plain_noun(token) or (deeds and is_verbal_noun(token))):
            return known
        first = self.doc[noun_start(self.doc, phrase.head, phrase.start)]
        if any(is_numeral(word) for word in self.doc[first.i : phrase.head]):
            return None  # 52歳は
        return SpeakerPhrase(phrase, first.idx, token.idx + len(token), -1, SpeakerKind.GENERIC, None)

    def at(self, start: int, end: int) -> SpeakerPhrase | None:
        """Return the speaker whose noun phrase has the characters ``start`` to ``end``, known or not."""
        sentence = self.doc[token_range(self.doc, start, end)[0]].sent
        for phrase in self.between(sentence.start, sentence.end):
            for speaker in (self.find(phrase), self.anybody(phrase, deeds=True)):
                if speaker and (speaker.start, speaker.end) == (start, end):
                    return speaker
        return None

    def _bracketed(self, phrase: Phrase, *, known: bool) -> SpeakerPhrase | None:
        """Return the name in the brackets that begin ``phrase``: 紙|「朝」は.

        known: whether the noun before the brackets must be one that can speak; else any name will do, of no group.
        """
        first, last = phrase.start + 1, self.units.get(phrase.start, 0) - 1
        if self.doc[phrase.start].text not in OPENING_QUOTES or last != phrase.head:
            return None
        final = self.doc[last - 1]
        if not 0 < last - first <= _LONGEST_NAME or not is_nominal(final):
            return None
        start, end = self.doc[first].idx, final.idx + len(final)
        before = phrase.start - 1
        behind_noun = before >= 0 and is_nominal(self.doc[before])
        index = self._mention_at.get(end, -1)
        if behind_noun and index >= 0 and self.mentions[index].start == start:
            return self._named(phrase, index)
        group = None
        if behind_noun:
            noun = self.doc[noun_start(self.doc, before, sentence_start(self.doc, before)) : phrase.start].text
            group = self._nouns.group(noun)
        return SpeakerPhrase(phrase, start, end, -1, SpeakerKind.GENERIC, group) if group or not known else None

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

    def _is_topic(self, phrase: Phrase) -> bool:
        speaker = self.find(phrase) if phrase.particle == _WORD.topic else None
        return speaker is not None and speaker.group is not SpeakerGroup.DOCUMENT

    def _share(self, row: list[Phrase]) -> SpeakerPhrase | None:
        """Return of whom the last phrase of ``row`` is a number or a share: 回答者の|3割が, 住民の|7割近くが."""
        counted = any(is_numeral(token) for token in self.doc[row[-1].start : row[-1].head + 1])
        if not counted or len(row) < 2 or row[-2].particle != _WORD.genitive:
            return None
        whose = self.find(row[-2])
        person = whose is not None and whose.group is SpeakerGroup.PERSON
        return replace(whose, phrase=row[-1]) if whose is not None and person else None

    def before_quotation(self, start: int, quotation: int) -> SpeakerPhrase | None:
        """Return the subject before the quotation at the token ``quotation``: 吉川は|「行く」, 吉川氏|「行く」.

        Not one that has が behind a topic that can speak: it belongs to what is said.
        """
        row = list(self.between(start, quotation))
        last = row[-1] if row else None
        if last is None or last.particle not in ("", *_WORD.subjects) or (last.comma and not last.particle):
            return None
        if last.particle == _WORD.nominative:
            share = self._share(row)
            if share is not None or any(self._is_topic(phrase) for phrase in row):
                return share  # None in 議員は、知事が|「軽視している」と述べた
        known = self.find(last)
        spoken_of = known is not None and known.group is SpeakerGroup.DOCUMENT and last.particle == _WORD.topic
        if spoken_of and any(self._is_topic(phrase) for phrase in row[:-1]):
            return None  # 高官は、この文書は|「草案にすぎない」と述べた
        if known or not last.particle or not is_name(self.doc[last.head]):
            return known
        return self.anybody(last)
