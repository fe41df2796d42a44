"""Persons by the company that a name keeps: a team before it, an age behind it, a kinsman's role, the end of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.brackets import OPENING_PARENTHESES
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.ages import is_age
from extractor.naming.bracket_signs import PUPIL
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.chains import Chains
from extractor.naming.name_shapes import is_given_part
from extractor.naming.nouns import is_closed, start_of_nouns
from extractor.naming.vetoes import is_named_after
from extractor.naming.words import (
    GIVEN_TAG,
    PLACE_TAG,
    SURNAME_TAG,
    Words,
    is_kanji,
)
from extractor.records import EntityType

_PART = load_parts_of_speech()
#: A woman called A子, a man called B男, before an honorific.
_LETTER_NAME = re.compile(r"(?<![A-Za-z])[A-Z](?=[^\sA-Za-z])[^\s]")
#: （山田太郎） behind the last sentence of an article: who wrote it.
_BYLINE = re.compile(r"(?<=。)[（(]([^（）()\n。、]{3,6})[）)](?=\s*(?:\n|$))")
#: Where somebody's age is said before the name: 28歳の, 28歳、
_WORD = load_function_words()
_SIGN = load_name_signs()
_AGE_BEFORE = re.compile(rf"\d{{1,3}}(?:{'|'.join(_SIGN.age)})[{_WORD.genitive}、](?=[ァ-ヺ])")
_LONGEST_OF_SURNAME = 3
_SURNAMES = (SURNAME_TAG, PLACE_TAG)
_SHORTEST_NAME, _LONGEST_NAME = 3, 5
_CASES = (_WORD.dative, _WORD.accusative, _WORD.genitive, _WORD.quotative)
_AFTER_TEAMMATE = ("、", "「", *_WORD.subjects, *_CASES, " ", "\u3000", "\n")
#: Countries whose people have names of one character and two.
_OWN_CHARACTERS = frozenset({"iso:CN", "iso:KR", "iso:KP", "iso:TW", "iso:HK"})


@dataclass(frozen=True)
class PersonSigns:
    """Finds persons by signs in one article. known: countries and organisations found before. chains: its katakana."""

    words: Words
    titles: Titles
    known: Sequence[Candidate]
    chains: Chains

    def find(self) -> Iterator[Candidate]:
        """Yield the names that something beside them shows to be persons'."""
        yield from self.team_mates()
        yield from self.of_an_age()
        yield from self.kinsmen()
        yield from self.lettered()
        yield from self.bylines()
        yield from self.pupils()
        yield from self.members()
        yield from self.of_clubs()
        yield from self.of_lands()

    def team_mates(self) -> Iterator[Candidate]:
        """Yield the surname behind a team that the lexicon names: 阪神・大山、, レイズ筒香「."""
        for name in self.known:
            if name.label is not EntityType.ORGANIZATION or name.rule != "organization":
                continue
            start = name.end + self.words.text.startswith("・", name.end)
            index = self.words.by_start.get(start)
            if index is not None and self._is_surname_alone(index, is_headline=start > name.end):
                span = start, self.words.ends[index]
                yield Candidate(*span, EntityType.PERSON, "team-mate", Trust.SIGN, wide=span)

    def _is_surname_alone(self, index: int, *, is_headline: bool) -> bool:
        """Whether a word is a surname and nothing is joined to it; or a place that is one in headlines or before 「."""
        word, tag = self.words.word(index), self.words.tags[index]
        if not is_kanji(word) or not 1 < len(word) <= _LONGEST_OF_SURNAME or word in self.titles.refused:
            return False
        if self.chains.is_known(self.words.starts[index]):
            return False
        if not self.words.text.startswith(_AFTER_TEAMMATE, self.words.ends[index]):
            return False
        is_headline = is_headline or self.words.text.startswith("「", self.words.ends[index])
        return tag == SURNAME_TAG or (is_headline and tag.startswith(PLACE_TAG))

    def of_an_age(self) -> Iterator[Candidate]:
        """Yield katakana before an age with 歳, and new katakana behind one: アップル（16歳）, 28歳、カザルミナ."""
        text = self.words.text
        for start, end in self.chains.spans:
            at = end + text.startswith(OPENING_PARENTHESES, end)
            is_of_age = is_age(text, at, _SIGN.age) and (at > end or self._is_new(start, end))
            if is_of_age and end - start > 1 and self._may_be_person(start, end, at_age=True):
                yield Candidate(start, end, EntityType.PERSON, "age", Trust.SIGN, wide=(start, end))
        for match in _AGE_BEFORE.finditer(text):
            yield from self._new_at(match.end(), "age")

    def kinsmen(self) -> Iterator[Candidate]:
        """Yield new katakana behind a word for a kinsman: 兄カザルミナは."""
        for start, _ in self.chains.spans:
            end = start - self.words.text.endswith((_WORD.genitive, "・"), 0, start)
            roles = self.titles.lead_in_index.ending_at(self.words.text, end)
            if any(role == "kin" and self.words.begins(at) for at, role in roles):
                yield from self._new_at(start, "kin")

    def _new_at(self, start: int, rule: str) -> Iterator[Candidate]:
        """Yield the katakana that begins at ``start`` where the dictionary lacks it and a particle or mark follows."""
        span = self.chains.at.get(start)
        if span is not None and span[0] == start and self._is_new(*span) and self._may_be_person(*span):
            yield Candidate(*span, EntityType.PERSON, rule, Trust.SIGN, wide=span)

    def _is_new(self, start: int, end: int) -> bool:
        inside = self.words.inside(start, end)
        return all(self.words.unlisted[i] or self.words.word(i) in "・＝-" for i in inside) and end - start > 2

    def _may_be_person(self, start: int, end: int, *, at_age: bool = False) -> bool:
        """Whether the chain is neither known nor part of a longer word, nor a word that is no name."""
        if self.chains.is_known(start) or self.words.text[start:end] in self.titles.refused:
            return False
        index = self.words.by_start.get(end)
        no_name = (_PART.common_noun, _PART.nominal_suffix, _PART.numeral)
        return index is None or at_age or not self.words.tags[index].startswith(no_name)

    def lettered(self) -> Iterator[Candidate]:
        """Yield persons whose names are withheld: A子さん, B男さん."""
        for match in _LETTER_NAME.finditer(self.words.text):
            start, end = match.span()
            if self.words.text[end - 1] in self.titles.withheld_forms and self._has_honorific(end):
                yield Candidate(start, end, EntityType.PERSON, "letter", Trust.SURE, wide=(start, end))

    def _has_honorific(self, end: int) -> bool:
        return any(True for _ in self.titles.index.at(self.words.text, end))

    def bylines(self) -> Iterator[Candidate]:
        """Yield who wrote the article, in brackets at its end: …と話した。（山田太郎）"""
        for match in _BYLINE.finditer(self.words.text):
            if self._is_full_name(*match.span(1)):
                yield Candidate(*match.span(1), EntityType.PERSON, "byline", Trust.SIGN, wide=match.span(1))

    def pupils(self) -> Iterator[Candidate]:
        """Yield who stands before a school and a year in brackets: ①坂本育祇（緑丘小6年） → 坂本育祇."""
        for match in PUPIL.finditer(self.words.text):
            start, end = start_of_nouns(self.words, match.start()), match.start()
            while start < end and not is_kanji(self.words.text[start]):
                start += 1  # ①
            is_name = _SHORTEST_NAME <= end - start <= _LONGEST_NAME and is_kanji(self.words.text[start:end])
            if is_name and start in self.words.by_start:
                yield Candidate(start, end, EntityType.PERSON, "pupil", Trust.SIGN, wide=(start, end))

    def members(self) -> Iterator[Candidate]:
        """Yield katakana joined by ・ behind an organisation and の: レンジャーズのアラン・コルミエ＝."""
        for name in self.known:
            start = name.end + 1
            if name.label is not EntityType.ORGANIZATION or not self.words.text.startswith(_WORD.genitive, name.end):
                continue
            span = self.chains.at.get(start)
            pieces = self.words.text[slice(*span)].split("・") if span is not None else []
            if span is None or span[0] != start or len(pieces) == 1 or not self.titles.refused.isdisjoint(pieces):
                continue
            if self._may_be_person(*span) and not is_named_after(self.words, *span, self.titles):
                yield Candidate(*span, EntityType.PERSON, "member", Trust.SIGN, wide=span)

    def of_clubs(self) -> Iterator[Candidate]:
        """Yield the name before an organisation in brackets: 山本（早大）が優勝した, 小松堅樹（青波電機）."""
        text = self.words.text
        for name in self.known:
            is_opened = text[name.start - 1 : name.start] in OPENING_PARENTHESES
            is_bracketed = is_opened and text.startswith(("）", ")"), name.end)
            index = self.words.by_end.get(name.start - 1) if is_bracketed else None
            if index is None or name.label is not EntityType.ORGANIZATION:
                continue
            start, end = start_of_nouns(self.words, self.words.ends[index]), self.words.ends[index]
            if not is_kanji(text[start:end]) or self.chains.is_known(start):
                continue
            first = self.words.by_start[start]
            is_alone = first == index and self.words.tags[index].startswith(_SURNAMES)
            if is_alone or self._is_surname_and_given_name(range(first, index + 1)):
                yield Candidate(start, end, EntityType.PERSON, "club", Trust.SIGN, wide=(start, end))

    def of_lands(self) -> Iterator[Candidate]:
        """Yield a Chinese or Korean name between its country and a particle: 中国の|林雪梅|は, not 韓国の高気圧."""
        for name in self.known:
            start, end = name.end + 1, name.end + 1 + _SHORTEST_NAME
            first, following = self.words.by_start.get(start), self.words.by_start.get(end)
            is_of_land = name.link in _OWN_CHARACTERS and self.words.text.startswith(_WORD.genitive, name.end)
            if not is_of_land or first is None or following is None or self.chains.is_known(start):
                continue
            text = self.words.text[start:end]
            is_surname = text[0] in self.titles.foreign_surnames and len(self.words.word(first)) == 1
            if (
                is_surname
                and is_kanji(text)
                and is_closed(self.words, following)
                and not self._has_word(first, following)
            ):
                yield Candidate(start, end, EntityType.PERSON, "land", Trust.SIGN, wide=(start, end))

    def _has_word(self, first: int, following: int) -> bool:
        """Whether one of the words has several characters and is a common noun."""
        inside = range(first, following)
        return any(len(self.words.word(i)) > 1 and self.words.tags[i].startswith(_PART.common_noun) for i in inside)

    def _is_surname_and_given_name(self, inside: range) -> bool:
        """Whether the words are a surname, or a place that is one too, and pieces of a given name: 小松|堅|樹."""
        words, given = self.words, inside[1:]
        width = words.ends[inside[-1]] - words.starts[inside[0]]
        if not words.tags[inside[0]].startswith(_SURNAMES) or not _SHORTEST_NAME <= width <= _LONGEST_NAME:
            return False
        if not 0 < width - len(words.word(inside[0])) <= _LONGEST_OF_SURNAME:
            return False
        return all(is_given_part(words, i) and words.word(i) not in self.titles.follower_forms for i in given)

    def _is_full_name(self, start: int, end: int) -> bool:
        inside = self.words.inside(start, end)
        if not is_kanji(self.words.text[start:end]) or len(inside) < 2 or self.words.starts[inside[0]] != start:
            return False
        return self.words.tags[inside[0]] == SURNAME_TAG or self.words.tags[inside[-1]] == GIVEN_TAG
