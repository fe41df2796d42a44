"""Organisations by how their names are built: nouns, and at the end a word for an institution (外務省, 静岡県警)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.organizations import Head, Needs, Organizations
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Span, Trust
from extractor.naming.name_shapes import CHAIN, looks_personal
from extractor.naming.words import (
    GIVEN_TAG,
    PERSON_TAG,
    PLACE_TAG,
    PROPER_TAG,
    SURNAME_TAG,
    Words,
    is_kanji,
    is_katakana,
    is_latin,
)
from extractor.records import EntityType

#: A name of more words or characters than this is none that the pattern understands.
_MOST_WORDS = 12
_MOST_CHARACTERS = 40
_JOINTS = "・&＆"
_SIGN = load_name_signs()
_WORD = load_function_words()
_SHORTEST_TOWN = 2
_HIRAGANA = re.compile(r"[ぁ-ゖー]{2,}")
_PART = load_parts_of_speech()
_NOUNS = (
    _PART.common_noun,
    PROPER_TAG,
    _PART.nominal_suffix,
    _PART.prefix,
    _PART.adjectival_noun,
    _PART.letter,
)
_NUMERAL = _PART.numeral
_ADVERBIAL = _PART.adverbial_noun  # 昨年, 今回, うち: no part of a name


@dataclass(frozen=True)
class NameBuilder:
    """Finds built names in one article. countries, known: countries and organisations found before."""

    words: Words
    organizations: Organizations
    titles: Titles
    countries: Sequence[Candidate]
    known: Sequence[Candidate]

    def find(self) -> Iterator[Candidate]:
        """Yield the names, with a country before it where it is part of the name.

        米国務省とサムスン電子と静岡県警  →  米国務省, サムスン電子, 静岡県警; 韓国サムスン電子  →  サムスン電子
        """
        for end in self.words.endings(self.organizations.head_index):
            if end in self._known_ends:
                continue
            for head_start, head in self.organizations.head_index.ending_at(self.words.text, end):
                name = self._name_before(head_start, end, head)
                if name is not None:
                    yield Candidate(*name, EntityType.ORGANIZATION, "built", Trust.KNOWN)
                    break

    @cached_property
    def _known_ends(self) -> dict[int, int]:
        """From where known names end to where they begin."""
        return {name.end: name.start for name in self.known}

    @cached_property
    def _country_at(self) -> dict[int, Candidate]:
        return {country.start: country for country in self.countries}

    @cached_property
    def _country_ending(self) -> dict[int, int]:
        return {country.end: country.start for country in self.countries}

    @cached_property
    def _personal(self) -> frozenset[int]:
        """Offsets inside names of persons in full: ダニロフ in オレクシー・ダニロフ国防会議, 人 in 福島寛人唐津署."""
        found: set[int] = set()
        for match in CHAIN.finditer(self.words.text):
            if "・" in match.group() and looks_personal(self.words, *match.span()):
                found.update(range(*match.span()))
        for index, tags in enumerate(pairwise(self.words.tags)):
            if tags == (SURNAME_TAG, GIVEN_TAG) and self.words.joined(index, index + 1):
                found.update(range(self.words.starts[index], self.words.ends[index + 1]))
        return frozenset(found)

    def _name_before(self, head_start: int, end: int, head: Head) -> Span | None:
        text = self.words.text
        if self._is_no_head(head_start, end, head):
            return None
        is_brand = head.needs is Needs.BRAND
        if head_start in self._known_ends and not (is_brand or head.after_name):
            return None
        start = self._reach_back(head_start, brand=is_brand or head.after_person)
        start = min(start, self._known_ends.get(head_start, start))
        country = self._country_at.get(start)
        if country is not None and country.end <= head_start:
            if country.end == head_start or head.needs is Needs.TOWN:  # ドイツ|留学|中
                is_of_state = text.endswith(_SIGN.state_run, 0, start)  # 国営|スーダン通信
                is_name = head.after_country or head.needs is Needs.COUNTRY or is_of_state
                return (self._with_host(start) if head.after_host else start, end) if is_name else None
            if head.needs is Needs.COUNTRY or self._takes_country(country, head_start):
                return start, end
            start = country.end
        if start == head_start:
            return (start, end) if head.again and self._is_again(start, end) else None
        if head.needs is Needs.COUNTRY or self._is_something_else(start, head_start, end):
            return None
        return (self._with_number(start), end) if self._is_enough(start, head_start, head, end) else None

    def _is_no_head(self, head_start: int, end: int, head: Head) -> bool:
        """Whether what stands beside it makes it part of another word, or the head needs the end of the nouns there."""
        text = self.words.text
        if text.endswith(head.not_after, 0, head_start) or text.startswith(head.not_before, end):
            return True
        if self._cuts_title(head_start, end) or (is_latin(text[head_start]) and is_latin(text[head_start - 1])):
            return True
        return head.needs in (Needs.ADJACENT, Needs.TOWN) and not self._is_closed(end)

    def _is_again(self, start: int, end: int) -> bool:
        """Whether it stands alone and the article has it behind a country before: 中国商務部 … |商務部."""
        text, index = self.words.text, self.words.by_start.get(start, 0)
        is_joined = index > 0 and self.words.joined(index - 1, index) and self.words.word(index - 1) == _WORD.genitive
        if is_joined or not self._is_closed(end):
            return False
        return self._behind_countries.get(text[start:end], start) < start

    @cached_property
    def _behind_countries(self) -> dict[str, int]:
        """From each head of a ministry directly behind a country to where it first stands there: 中国|商務部."""
        found: dict[str, int] = {}
        for place in sorted(self._country_ending):
            for end, head in self.organizations.head_index.at(self.words.text, place):
                if head.again:
                    found.setdefault(self.words.text[place:end], place)
        return found

    def _with_host(self, start: int) -> int:
        """Return where 在 and the country stand in which a mission is: 在インド|日本大使館."""
        host = self._country_ending.get(start)
        is_there = host is not None and self.words.text.endswith(_SIGN.located, 0, host)
        return host - 1 if host is not None and is_there else start

    def _with_number(self, start: int) -> int:
        """Return where the number before a name begins: 第９疾病予防管理事務所."""
        index = self.words.by_start.get(start, 0)
        tags = [self.words.tags[i] for i in range(max(0, index - 2), index)]
        is_number = len(tags) == 2 and tags[0].startswith(_PART.prefix) and tags[1] == _NUMERAL
        return self.words.starts[index - 2] if is_number and self.words.joined(index - 1, index) else start

    def _is_closed(self, end: int) -> bool:
        """Whether no further noun is joined to the name at ``end``, except a title or what a school has: 生徒."""
        index = self.words.by_start.get(end)
        if index is None or not self.words.tags[index].startswith(_PART.noun) or self.words.tags[index] == _NUMERAL:
            return True
        if self.words.text.startswith(self.organizations.of_school_forms, end):
            return True
        return any(True for _ in self.titles.index.at(self.words.text, end))

    def _cuts_title(self, head_start: int, end: int) -> bool:
        """Whether a title that begins before the head goes on after it: 局 in 事務局長; but not 署 in 署長."""
        for start in range(max(0, head_start - 4), head_start):
            if any(stop > end for stop, _ in self.titles.index.at(self.words.text, start)):
                return True
        return False

    def _reach_back(self, head_start: int, *, brand: bool) -> int:
        """Return where the nouns before the head begin, without words that are no part of a name."""
        last = self.words.by_end.get(head_start)
        if last is None:
            last = self.words.covering(head_start - 1)
            if last < 0 or self.words.ends[last] < head_start:
                return head_start
        first = last + 1
        while first > 0 and last + 1 - first < _MOST_WORDS and self._goes_on(first - 1, first, last, brand=brand):
            first -= 1
            if self.words.starts[first] in self._country_at and not self._is_joined_before(first):
                break
        if first > last or head_start - self.words.starts[first] > _MOST_CHARACTERS:
            return head_start
        return self._trimmed(first, last, head_start)

    def _is_joined_before(self, index: int) -> bool:
        return index > 0 and self.words.word(index - 1) in _JOINTS and self.words.joined(index - 1, index)

    def _goes_on(self, index: int, following: int, last: int, *, brand: bool) -> bool:
        """Whether the word at ``index`` belongs to the name that has been read from ``following`` to ``last``."""
        words = self.words
        if following <= last and not words.joined(index, following):
            return False
        word, tag = words.word(index), words.tags[index]
        if word in _JOINTS:
            right = following if following <= last or following < len(words) else last
            return index > 0 and self._joins(index - 1, right, brand=brand)
        if word in self.organizations.kind_index or tag.startswith((_ADVERBIAL, _NUMERAL)):
            return False
        if words.starts[index] in self._personal and not brand:
            return False
        return tag.startswith(_NOUNS)

    def _joins(self, left: int, right: int, *, brand: bool) -> bool:
        """Whether ・ joins two words into one name: 国家安全保障・国防会議, not 京都・中京署."""
        one, other = self.words.word(left), self.words.word(right)
        if is_katakana(one[-1]) or is_latin(one[-1]):
            return is_katakana(other[0]) or is_latin(other[0])
        if brand or not is_kanji(other[0]):
            return False
        return not any(self.words.tags[index].startswith(PROPER_TAG) for index in (left, right))

    def _trimmed(self, first: int, last: int, head_start: int) -> int:
        """Step over words at the front that are no part of a name (国営, 同) and over a town (越前町|糸生小学校)."""
        words = self.words
        while first <= last and (
            words.word(first) in self.organizations.trimmed_forms
            or words.tags[first].startswith((_PART.mark, _PART.suffix))
            or words.word(first) in _JOINTS
        ):
            first += 1
        for index in range(first + 1, last):
            if words.word(index) in self.organizations.town_forms and self._is_name_like(index + 1):
                first = index + 1
        return words.starts[first] if first <= last else head_start

    def _takes_country(self, country: Candidate, head_start: int) -> bool:
        """Whether a country before the name is part of it: 中国外務省, but not 韓国 in 韓国サムスン電子."""
        if self.words.text[country.start : country.end] in self.organizations.own_forms:
            return True
        return not any(self._is_name_like(index) for index in self.words.inside(country.end, head_start))

    def _is_name_like(self, index: int) -> bool:
        word, tag = self.words.word(index), self.words.tags[index]
        if is_kanji(word) and len(word) <= 3 and self.words.unknown[index]:
            return True  # a place or a founder that the dictionary lacks: 庄交
        return is_latin(word) or tag.startswith(PROPER_TAG) or (is_katakana(word) and self.words.unknown[index])

    def _is_something_else(self, start: int, head_start: int, end: int) -> bool:
        is_person = self._is_person_with_title(start, end) or self._is_in_charge(start, head_start, end)
        return is_person or self._is_the_same(start)

    def _is_person_with_title(self, start: int, end: int) -> bool:
        """Whether a person and a title were taken for a name: グラント・シャップス運輸(大臣)."""
        return start in self._personal and any(True for _ in self.titles.index.at(self.words.text, end))

    def _is_in_charge(self, start: int, head_start: int, end: int) -> bool:
        """Whether a person whom the dictionary lacks and a title were taken for a name: スニタ・グルン局(長).

        Not so where its words are common ones: サイバー・セキュリティ局(長).
        """
        if not any(stop > end for stop, _ in self.titles.index.at(self.words.text, head_start)):
            return False
        before = self.words.inside(start, head_start)
        pieces = [index for index in before if self.words.word(index) not in _JOINTS]
        return 1 < len(pieces) < len(before) and all(self._may_be_persons(index) for index in pieces)

    def _may_be_persons(self, index: int) -> bool:
        """Whether the word is katakana that the dictionary lacks or has as a name, though not as a place."""
        tag = self.words.tags[index]
        is_new = self.words.unknown[index] or self.words.unlisted[index] or tag.startswith(PROPER_TAG)
        return is_katakana(self.words.word(index)) and is_new and not tag.startswith(PLACE_TAG)

    def _is_the_same(self, start: int) -> bool:
        """Whether it speaks of a part of what was named before: 同|協会いわき支部."""
        is_same = self.words.text.endswith(self.organizations.same_forms, 0, start)
        return is_same and any(True for _ in self.organizations.head_index.at(self.words.text, start))

    def _is_enough(self, start: int, head_start: int, head: Head, end: int) -> bool:
        """Whether the words before the head, which ends at ``end``, make a name, by what the head needs."""
        before = self.words.inside(start, head_start)
        last = self.words.word(before[-1])
        if self._known_ends.get(head_start, -1) >= start or self._is_in_hiragana(before, head_start, end):
            return True
        if head.needs in (Needs.NOUN, Needs.ADJACENT, Needs.TOWN):
            return self._is_enough_beside(start, head_start, head)
        names = [index for index in before if self._is_name_like(index)]
        if head.needs is Needs.BRAND:
            return bool(names) and not all(self.words.tags[index].startswith(PLACE_TAG) for index in before)
        if names:
            return not (self._is_person_only(before) and self.words.text.startswith(_SIGN.chief, head_start + 1))
        if self.words.word(before[0]) in self.organizations.institutional_forms and len(before) > 1:
            return True
        if last in self.organizations.town_forms and len(before) > 1 and is_katakana(self.words.word(before[-2])):
            return True  # a town or county abroad that the dictionary lacks: コロナ市(消防署)
        katakana = [index for index in before if is_katakana(self.words.word(index))]
        return head.needs is Needs.PROPER and is_katakana(last) and len(katakana) > 1

    def _is_in_hiragana(self, before: range, head_start: int, end: int) -> bool:
        """Whether it is a word in hiragana before one that only firms have in their names: みなと(銀行)."""
        is_firm = self.words.text[head_start:end] in self.organizations.hiragana_head_forms
        if (
            not is_firm
            or len(before) > 1
            or not self.words.tags[before[0]].startswith((_PART.plain_common_noun, PROPER_TAG))
        ):
            return False
        return bool(_HIRAGANA.fullmatch(self.words.word(before[0])))

    def _is_enough_beside(self, start: int, head_start: int, head: Head) -> bool:
        """Whether the one word directly before the head makes a name: 外務(省), 鶴岡(署), 緑丘(中)."""
        needs = head.needs
        last = self.words.inside(start, head_start)[-1]
        tag = self.words.tags[last]
        if needs is Needs.NOUN:
            return tag.startswith((_PART.noun, _PART.suffix)) and head_start - start >= 2
        word = self.words.word(last)
        if needs is Needs.TOWN:
            return is_kanji(word) and (tag.startswith(PLACE_TAG) or self._is_town(last, head_start))
        if word in self.organizations.middle_forms:
            if self.words.starts[last] == start:
                return head.after_middle
            last -= 1  # 福井|東(高)
            tag = self.words.tags[last]
        if self._is_compound_abroad(start, head_start):
            return True
        return self._is_name_like(last) and (head.after_surname or not tag.startswith(PERSON_TAG))

    def _is_compound_abroad(self, start: int, end: int) -> bool:
        """Whether it is katakana of several words behind a country: 英|ウェストブリッジ(大)."""
        inside = self.words.inside(start, end)
        is_name = len(inside) > 1 or self.words.tags[inside[0]].startswith(PROPER_TAG)  # 独|フンボルト(大)
        return is_name and is_katakana(self.words.text[start:end]) and start in self._country_ending

    def _is_town(self, index: int, end: int) -> bool:
        """Whether the word ends at ``end`` and the article speaks of a town called so: 緑丘 where it has 緑丘町."""
        word = self.words.word(index)
        if len(word) < _SHORTEST_TOWN or self.words.ends[index] != end:
            return False
        towns = "|".join(map(re.escape, self.organizations.town_forms))
        return re.search(rf"{re.escape(word)}(?:{towns})(?![長議])", self.words.text) is not None

    def _is_person_only(self, before: range) -> bool:
        """Whether the words are one name that may be a person's: アンシット(局長)."""
        return len(before) == 1 and not self.words.tags[before[0]].startswith(PLACE_TAG)
