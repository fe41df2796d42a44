"""Organisations in brackets and by what stands in brackets behind them, and schools in brackets behind their pupils."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.brackets import QUOTE_PAIRS
from extractor.lexicon.eras import load_eras
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.organizations import Organizations
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Span, Trust
from extractor.naming.name_shapes import CHAIN, kanji_name_after
from extractor.naming.nouns import start_of_nouns
from extractor.naming.words import PLACE_TAG, PROPER_TAG, Words
from extractor.records import EntityType

_PART = load_parts_of_speech()
_BRACKETS = re.compile(r"[（(]\s?([^（）()\n、]{1,24}?)\s?[）)]")
_WORD = load_function_words()
_SIGN = load_name_signs()
#: A school and a year in brackets: （津市立緑丘4年）.
PUPIL = re.compile(rf"[（(]([^（）()\n、\d]{{2,16}})[1-6](?:{'|'.join(_SIGN.school_year)})[）)]")
#: A name in 「」, and not what somebody says: 「…」と話した.
_QUOTED = re.compile(r"「\s?([^「」『』、。！？!?…\n]{2,24}?)\s?」")
#: How sentences end, but for those that end with a noun, and what stands behind them.
_SENTENCE_ENDS = (_PART.particle, _PART.auxiliary, _PART.verb, _PART.adjective)
_STOPS = "。、"
_DEED = (_PART.verbal_noun, _PART.suffix)
_LONGEST_OF_SCHOOL = 8
_LONGEST_IN_BRACKETS = 32


@dataclass(frozen=True)
class BracketFinder:
    """Finds organisations beside brackets in one article. named: countries and organisations found before."""

    words: Words
    organizations: Organizations
    titles: Titles
    named: Sequence[Candidate]

    def find(self) -> Iterator[Candidate]:
        """Yield names that brackets show to be organisations."""
        brackets = list(_BRACKETS.finditer(self.words.text))
        yield from self.headed(brackets)
        yield from self.of_pupils()
        yield from self.introduced()
        yield from self.schools_by_place(brackets)

    def introduced(self) -> Iterator[Candidate]:
        """Yield names in 「」 beside words that say what is in them: 住民でつくる「赤い壁」, 「赤い壁」などの団体."""
        for match in _QUOTED.finditer(self.words.text):
            if self._is_said(*match.span(1), match.end()):
                continue
            is_before = self.words.text.endswith(self.organizations.introduced_forms, 0, match.start())
            is_such = is_before or self.words.text.startswith(self.organizations.such_forms, match.end())
            if self._is_party(match):
                yield Candidate(*match.span(1), EntityType.ORGANIZATION, "introduced", Trust.KNOWN)
            elif is_such or self._is_group(match) or self._is_shop(*match.span(1)):
                yield Candidate(*match.span(1), EntityType.ORGANIZATION, "introduced", Trust.SIGN)

    def _is_group(self, match: re.Match[str]) -> bool:
        """Whether a word for a group stands before the brackets, and the name ends like one: 団体の「…ネット」."""
        is_before = self.words.text.endswith(self.organizations.joined_forms, 0, match.start())
        return is_before and match.group(1).endswith(self.organizations.group_ending_forms)

    def _is_shop(self, start: int, end: int) -> bool:
        """Whether nouns in brackets begin as names of shops do, and are spoken of as one: 「カフェ青波」では."""
        text = self.words.text
        shop = max(
            (form for form in self.organizations.shop_forms if text.startswith(form, start)), key=len, default=""
        )
        if not shop or end - start < len(shop) + 2 or start_of_nouns(self.words, end) > start:
            return False
        is_deed = any(tag.startswith(_DEED) for tag in self.words.tags_in(start + len(shop), end))  # カフェ|経営
        return not is_deed and text.startswith(self.organizations.of_shop_forms, end + 1)

    def _is_said(self, start: int, end: int, after: int) -> bool:
        """Whether ``text[start:end]`` may be speech: more than nouns, and と behind it (「もうやめて」と).

        Or what ends as sentences do, and with it the line or the sentence: 洋菓子店「値上げしかない」.
        """
        last = self.words.by_end.get(end)
        is_sentence = last is not None and self.words.tags[last].startswith(_SENTENCE_ENDS)
        if is_sentence and len(self.words.inside(start, end)) > 1 and self._is_last(after):
            return True
        if not self.words.text.startswith(_WORD.quotative, after) or self.words.text.startswith(_SIGN.named, after):
            return False
        return start_of_nouns(self.words, end) > start

    def _is_last(self, offset: int) -> bool:
        """Whether a sentence, a line or a part of a headline ends at ``offset``."""
        return not self.words.text[offset : offset + 1].strip() or self.words.text[offset] in _STOPS

    def _is_party(self, match: re.Match[str]) -> bool:
        """Whether it is what a party is called: 野党「国民と未来」の, but not 野党「増税反対」."""
        text, end = self.words.text, match.end(1)
        is_of_party = text.endswith(self.organizations.party_kind_forms, 0, match.start())
        if not is_of_party or text.startswith(self.organizations.demand_forms, match.end()):
            return False
        last = self.words.by_end.get(end)
        if last is None or not self.words.tags[last].startswith((_PART.noun, _PART.suffix)):
            return False
        is_deed = self.words.tags[last].startswith(_PART.verbal_noun)  # 増税|反対, but not 市民と|希望
        if is_deed and self.words.word(last - 1) != _WORD.quotative:
            return False
        return text.startswith(self.organizations.of_party_forms, match.end())

    def headed(self, brackets: Sequence[re.Match[str]]) -> Iterator[Candidate]:
        """Yield each name before brackets that say who is at its head: 青波（田中太郎社長） → 青波."""
        for match in brackets:
            if self._is_head(*match.span(1)):
                name = self._before(match.start())
                if name is not None:
                    yield Candidate(*name, EntityType.ORGANIZATION, "headed", Trust.SIGN)

    def _is_head(self, start: int, end: int) -> bool:
        """Whether a person and the title of one who is at the head of something fill ``text[start:end]``."""
        text = self.words.text
        if not text.endswith(self.organizations.headed_forms, start, end):
            return False
        chain = CHAIN.match(text, start, end)
        if chain is not None and chain.end() < end:
            return True
        shape = kanji_name_after(self.words, start, self.titles.follower_forms)
        return shape is not None and shape.end < end

    def _before(self, end: int) -> Span | None:
        """Return the name that ends at ``end`` or before the blank there; what fills 「」 there as a whole."""
        text = self.words.text
        while end > 0 and text[end - 1] in " \u3000":
            end -= 1
        opening = QUOTE_PAIRS.get(text[end - 1 : end])
        if opening is not None:
            start = text.rfind(opening, max(0, end - _LONGEST_IN_BRACKETS), end) + 1
            return self._stripped(start, end - 1) if start > 0 else None
        start = self._without_kind(start_of_nouns(self.words, end), end)
        return (start, end) if end - start > 1 and self._is_name(start, end) else None

    def _stripped(self, start: int, end: int) -> Span | None:
        """Return what brackets enclose, without blanks, where it ends with a noun, as no speech does."""
        inside = self.words.inside(start, end)
        if not inside or not self.words.tags[inside[-1]].startswith(_PART.noun):
            return None
        return self.words.starts[inside[0]], self.words.ends[inside[-1]]

    def _without_kind(self, start: int, end: int) -> int:
        """Step over words for a kind before the name: 建設会社|青波."""
        for index in self.words.inside(start, end):
            word = self.words.word(index)
            is_kind = word in self.organizations.kind_index or word in self.organizations.trimmed_forms
            if is_kind and self.words.ends[index] < end:
                start = self.words.ends[index]
        return start

    def _is_name(self, start: int, end: int) -> bool:
        """Whether a word of it is no common noun."""
        inside = self.words.inside(start, end)
        again = self.words.text.startswith(self.organizations.same_forms, start)
        if again or self.words.text[start:end] in self.titles.refused:
            return False
        return any(
            self.words.tags[index].startswith(PROPER_TAG) or self.words.unknown[index] or self.words.unlisted[index]
            for index in inside
        )

    def of_pupils(self) -> Iterator[Candidate]:
        """Yield each school in brackets behind its pupil: 山田花子（津市立青波4年） → 津市立青波."""
        eras = {era.name for era in load_eras()}
        for match in PUPIL.finditer(self.words.text):
            start, end = match.span(1)
            last = self.words.by_end.get(match.start())
            is_noun = last is not None and self.words.tags[last].startswith(_PART.noun)
            is_pupil = is_noun and not self.words.text.endswith(_SIGN.year, 0, match.start())  # 1844年（弘化元年）
            if not is_pupil or start_of_nouns(self.words, end) != start or match.group(1) in eras:
                continue
            if self.words.tags[self.words.by_start[start]].startswith(PROPER_TAG):
                yield Candidate(start, end, EntityType.ORGANIZATION, "pupil", Trust.SIGN)

    def schools_by_place(self, brackets: Sequence[re.Match[str]]) -> Iterator[Candidate]:
        """Yield what stands before a place in brackets as a school does in its line: 青波高（福井）が緑丘（大阪）を.

        → 緑丘, as a school too.
        """
        placed = [match for match in brackets if self._is_place(*match.span(1))]
        lines = {self._line(match.start()) for match in placed if match.start() in self._schools}
        for match in placed:
            end = match.start()
            start = start_of_nouns(self.words, end)
            if self._line(end) in lines and 1 < end - start <= _LONGEST_OF_SCHOOL:
                yield Candidate(start, end, EntityType.ORGANIZATION, "school", Trust.SIGN)

    @cached_property
    def _schools(self) -> frozenset[int]:
        """Where names of schools end."""
        return frozenset(
            name.end
            for name in self.named
            if name.label is EntityType.ORGANIZATION
            and self.words.text.endswith(self.organizations.school_forms, name.start, name.end)
        )

    def _line(self, offset: int) -> int:
        """Return where the line begins that ``offset`` is in."""
        return self.words.text.rfind("\n", 0, offset) + 1

    def _is_place(self, start: int, end: int) -> bool:
        index = self.words.by_start.get(start)
        return index is not None and self.words.ends[index] == end and self.words.tags[index].startswith(PLACE_TAG)
