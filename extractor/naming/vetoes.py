"""What shows a supposed name to be something else, there and in the whole article: a street, a figure of a story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.brackets import OPENING_PARENTHESES
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.organizations import Organizations
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.words import PLACE_TAG, Words
from extractor.records import EntityType

_WORD = load_function_words()
_SIGN = load_name_signs()
_AFTER_PLACE = (_WORD.locative, _WORD.dative, _WORD.ablative, _WORD.genitive)
_HIRAGANA = re.compile(r"[ぁ-ゟ]+")
_BIRTHPLACE = re.compile(rf"[ァ-ヺー・]{{2,}}(?={'|'.join(_SIGN.birthplace)})")
_WORK_BRACKETS = ("『』", "「」", "《》", "〈〉")


def fills_brackets(words: Words, start: int, end: int) -> bool:
    """Whether brackets enclose the supposed name, as they do titles of works: 『スター・ウォーズ』."""
    return words.text[start - 1 : start] + words.text[end : end + 1] in _WORK_BRACKETS


def is_named_after(words: Words, start: int, end: int, titles: Titles) -> bool:
    """Whether it is a part of the name of a place, a prize, a work.

    ゴールデン・グローブ(賞), ザ・フー, シエラ・アベニュー  →  True
    """
    text = words.text
    return (
        text.startswith(titles.named_after_forms, end)
        or text[start:end].endswith(titles.last_part_forms)
        or text.startswith(titles.first_part_forms, start)
    )


@dataclass(frozen=True)
class Vetoes:
    """Strikes out names of one article that are none. names: as chosen, in text order."""

    words: Words
    titles: Titles
    organizations: Organizations
    names: Sequence[Candidate]

    def remaining(self) -> list[Candidate]:
        """Return the names without figures of stories, and without doubtful ones that are another thing somewhere.

        主人公の海利 … 海利は  →  neither;  カレン火災 … カレンの  →  neither, unless a title makes カレン a person
        """
        return [name for name in self.names if not self._is_struck(name)]

    def _is_struck(self, name: Candidate) -> bool:
        surface = self._surface(name)
        if name.label is EntityType.ORGANIZATION and self._is_no_organization(name, surface):
            return True
        if name.label is not EntityType.COUNTRY and self._is_station(name.end):
            return True
        if name.label is EntityType.PERSON and (surface in self._figures or self._is_no_person(name)):
            return True
        if name.trust > Trust.SIGN or surface in self._sure:
            return False
        if name.label is not EntityType.PERSON:
            return self._is_place(surface)
        is_part = is_named_after(self.words, name.start, name.end, self.titles) and not self._is_led_in(name.start)
        return is_part or self._is_place(surface) or surface in self._birthplaces

    def _is_led_in(self, start: int) -> bool:
        """Whether a role stands directly before it: ベース奏者|カザル・ホール."""
        return any(True for _ in self.titles.lead_in_index.ending_at(self.words.text, start))

    @cached_property
    def _birthplaces(self) -> frozenset[str]:
        """Katakana that somebody comes from somewhere in the article, so that it is a place: アムラス|出身."""
        return frozenset(match.group() for match in _BIRTHPLACE.finditer(self.words.text))

    def _is_no_person(self, name: Candidate) -> bool:
        """Whether it is a thing, part of a thing's name, or how the name before it is read, unless a title follows.

        金日成|広場, 麗良（|れいら|、２１）  →  True
        """
        text = self.words.text
        if self._is_town_of_mayor(name.start, name.end):
            return True
        if name.rule == "title":
            return text.startswith(self.titles.clan_forms, name.end)
        if text.endswith(self._things, name.start, name.end) or text.startswith(self._things, name.end):
            return True
        is_reading = _HIRAGANA.fullmatch(text, name.start, name.end) is not None
        return is_reading and text[name.start - 1 : name.start] in OPENING_PARENTHESES

    def _is_town_of_mayor(self, start: int, end: int) -> bool:
        """Whether it is the town whose mayor is meant, for the article has the town too: 緑丘|市長, 緑丘市の."""
        text = self.words.text
        if not text.startswith(_SIGN.mayor, end):
            return False
        return re.search(rf"{re.escape(text[start : end + 1])}(?![長議])", text) is not None

    def _is_no_organization(self, name: Candidate, surface: str) -> bool:
        """Whether it is a platform as a medium or part of a venue's name: ツイッター|で, 日立|ドーム."""
        text = self.words.text
        if surface in self.organizations.platform_forms:
            return not text.startswith(self.organizations.acting_forms, name.end)
        # a hall of a school is called after the school: 緑丘中学校|体育館
        return name.rule != "built" and text.startswith(self.organizations.venue_forms, name.end)

    def _is_station(self, end: int) -> bool:
        """Whether a report on an earthquake names a station there, its prefecture in brackets: 日立|（茨城）."""
        return (
            self._is_on_quake
            and self.words.text[end : end + 1] in OPENING_PARENTHESES
            and (
                (index := self.words.by_start.get(end + 1)) is not None and self.words.tags[index].startswith(PLACE_TAG)
            )
        )

    @cached_property
    def _is_on_quake(self) -> bool:
        return any(form in self.words.text for form in self.organizations.quake_forms)

    def _is_in_region(self, start: int, end: int) -> bool:
        """Whether a state or county stands directly before it, and what follows speaks of a place: 州|ノイダ|で."""
        text = self.words.text
        return text.endswith(_SIGN.region, 0, start) and text.startswith(_AFTER_PLACE, end)

    @cached_property
    def _things(self) -> tuple[str, ...]:
        """What is named after persons, but for words of one character, which may end a name: 山, 川."""
        return tuple(form for form in self.titles.named_after_forms if len(form) > 1)

    def _surface(self, name: Candidate) -> str:
        return self.words.text[name.start : name.end]

    @cached_property
    def _figures(self) -> frozenset[str]:
        """Persons who are said to be a figure of a story: 主人公の|海利, 海利|役."""
        return frozenset(
            self._surface(name)
            for name in self.names
            if name.label is EntityType.PERSON
            and (
                self.words.text.endswith(self.titles.figure_forms, 0, name.start)
                or self.words.text.startswith(self.titles.played_forms, name.end)
            )
        )

    @cached_property
    def _sure(self) -> frozenset[str]:
        return frozenset(self._surface(name) for name in self.names if name.trust > Trust.SIGN)

    @cached_property
    def _places(self) -> dict[str, bool]:
        """What ``_is_place`` said of each name that it was asked about."""
        return {}

    def _is_place(self, surface: str) -> bool:
        """Whether the article somewhere speaks of a place or a thing of that name: タミル・ナドゥ|州, カレン|火災."""
        if surface not in self._places:
            self._places[surface] = self._is_called(surface)
        return self._places[surface]

    def _is_called(self, surface: str) -> bool:
        """Whether something that only places and things have follows the name anywhere."""
        text, at = self.words.text, self.words.text.find(surface)
        while at >= 0:
            end = at + len(surface)
            if text.startswith(self.organizations.place_forms, end) or self._is_in_region(at, end):
                return True
            at = text.find(surface, end)
        return False
