"""Persons by the titles and roles beside them, and by the inner form of their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import TitleKind, Titles
from extractor.naming.ages import ages_in
from extractor.naming.candidate import NOWHERE, Candidate, Trust
from extractor.naming.chains import Chains
from extractor.naming.former_holders import find_former_holders
from extractor.naming.inner_forms import InnerForms
from extractor.naming.name_shapes import (
    LATIN_NAME,
    Shape,
    is_pair_apart,
    kanji_name_after,
    kanji_name_before,
    latin_name_before,
    looks_personal,
)
from extractor.naming.nouns import is_closed
from extractor.naming.person_signs import PersonSigns
from extractor.naming.words import (
    PLACE_TAG,
    STATE_TAG,
    SURNAME_TAG,
    Words,
    is_kanji,
    is_katakana,
    is_latin,
)
from extractor.records import EntityType

_WORD = load_function_words()
_JOINTS = (_WORD.genitive, "・", "、")  # between a role and the name: 会長の|田中太郎, 右腕・|ペティット
_PART = load_parts_of_speech()
#: How many words may stand between a name and its title: ルビオ|米|国務長官, モフベル|第|1|副大統領.
_MOST_BETWEEN = 9
#: A name in characters after a position or a rank is no longer than this, and what ends it.
_LONGEST_RUN = 5
_CLOSING = (_PART.particle, _PART.mark)
_WORD = load_function_words()
_PART_OF_PHRASE = (_PART.noun, _PART.prefix, _PART.nominal_suffix, _PART.adjectival_noun)


@dataclass(frozen=True)
class PersonFinder:
    """Finds persons in one article. known: countries and organisations, which are no persons."""

    words: Words
    titles: Titles
    known: Sequence[Candidate]

    @cached_property
    def chains(self) -> Chains:
        """Katakana that may name persons."""
        return Chains(self.words, self.titles, self.known)

    # --- a title after the name -------------------------------------------------------------------

    def titled(self) -> Iterator[Candidate]:
        """Yield each person who is named before a title: ルビオ米国務長官 → ルビオ, for 米."""
        for start, end, kind in self.titles.index.find(self.words.text, self._is_title):
            yield from self._before_title(self._with_prefix(start), end, kind)

    def _with_prefix(self, start: int) -> int:
        """Return where the title begins with a prefix that is one word with it: 元首相, from 首相 to 元."""
        first = self.words.starts[self.words.covering(start)]
        return first if self.words.text[first:start] in self.titles.prefix_forms else start

    def _is_title(self, start: int, end: int, kind: TitleKind) -> bool:
        if not self.words.stops(end):
            return False
        if self.words.text.startswith(self.titles.continuation_forms, end) and kind is TitleKind.OFFICE:
            return False
        if kind is TitleKind.HONORIFIC or end - start == 1:
            return self.words.begins(start)
        return True

    def _before_title(self, title_start: int, title_end: int, kind: TitleKind) -> Iterator[Candidate]:
        place, acts_for, role_start, apart = title_start, NOWHERE, title_start, False
        for step in range(_MOST_BETWEEN if kind is TitleKind.OFFICE else 1):
            shape = self._name_before(self._before_bracket(place), kind, apart=apart)
            if shape is None and step == 0:
                shape = self._unlike_name(title_start, title_end, kind)
                role_start = shape.end if shape is not None else role_start
            if shape is not None:
                inside = shape.end > 0 and self.chains.holds_known(shape.end - 1)
                trust = (
                    Trust.SURE
                    if inside
                    else Trust.KNOWN
                    if step == 0 or acts_for != NOWHERE or place == role_start
                    else Trust.SIGN
                )
                role = NOWHERE if kind is TitleKind.HONORIFIC else (role_start, title_end)
                wide = (shape.start, title_end)
                yield Candidate(*shape.span, EntityType.PERSON, "title", trust, role=role, wide=wide, acts_for=acts_for)
                return
            known = self.chains.known_at.get(place - 1)
            if known is not None and known.end == place:
                if acts_for == NOWHERE:
                    acts_for = (known.start, known.end)
                place = known.start
                continue
            last = self.words.by_end.get(place)
            if last is None or not self._may_be_between(last):
                return
            place, apart = self.words.starts[last], True
            if acts_for == NOWHERE:
                role_start = place

    def _leaves_no_town(self, title_start: int, title_end: int) -> bool:
        """Whether no town has the title: 首相, 社長, or that of who heads the body before it: 青葉製薬|の|大西社長."""
        title = self.words.text[title_start:title_end]
        if title in self.titles.national_forms:
            return True
        last = self.words.by_end.get(title_start)
        if title not in self.titles.head_forms or last is None or not self.words.tags[last - 1].startswith(_CLOSING):
            return False
        if self.words.tags[last - 1].startswith(_PART.mark) and self._is_titled_alone(self.words.word(last)):
            return True
        body = self.chains.known_at.get(self.words.starts[last - 1] - 1)
        return body is not None and body.label is EntityType.ORGANIZATION

    def _is_titled_alone(self, word: str) -> bool:
        """Whether the article has the word only where a title and a particle of topic follow: 大原寺|監督は."""
        text, at = self.words.text, self.words.text.find(word)
        while at >= 0:
            titles = self.titles.index.at(text, at + len(word))
            if not any(text.startswith(_WORD.subjects, end) for end, _ in titles):
                return False
            at = text.find(word, at + len(word))
        return True

    def _unlike_name(self, title_start: int, title_end: int, kind: TitleKind) -> Shape | None:
        """Return a surname before a title that the tokeniser has as a town or as a word."""
        has_town = not self._leaves_no_town(title_start, title_end)
        shape = None if has_town else self._town_as_name(title_start)
        if shape is None and kind is TitleKind.OFFICE:
            shape = self._short_surname(title_start, has_town=has_town)
        return shape

    def _town_as_name(self, end: int) -> Shape | None:
        """Return the place before a title that no town has, which must be a surname: 高市(首相), but not 英(首相)."""
        last = self.words.by_end.get(end)
        if last is None or not self.words.tags[last].startswith(PLACE_TAG) or self.chains.is_known(end - 1):
            return None
        is_apart = not self.words.joined(last - 1, last) or self.words.tags[last - 1].startswith(_CLOSING)
        word = self.words.word(last)
        may_be = is_kanji(word) or is_katakana(word)
        return Shape(self.words.starts[last], end, sure=True) if is_apart and may_be and len(word) > 1 else None

    def _short_surname(self, end: int, *, has_town: bool) -> Shape | None:
        """Return the surname of one character before a title, or before 前 or 元 and it: 林(社長), 森(元首相).

        has_town: whether a town may have the title: 堺(市長).
        """
        last = self.words.by_end.get(end)
        if last is not None and self.words.word(last) in self.titles.prefix_forms:
            end, last = self.words.starts[last], last - 1
        if last is None or last < 0 or self.words.ends[last] != end or self.chains.is_known(end - 1):
            return None
        tag = self.words.tags[last]
        is_town = has_town and tag.startswith(PLACE_TAG) and not tag.startswith(STATE_TAG)  # 宋(報道官): a state of old
        if is_town or self.words.word(last) not in self.titles.short_surnames:
            return None
        is_apart = not self.words.joined(last - 1, last) or self.words.tags[last - 1].startswith(_CLOSING)
        is_of_body = self.chains.is_known(self.words.starts[last] - 1)
        return Shape(end - 1, end, sure=True) if is_apart or is_of_body else None

    def _before_bracket(self, place: int) -> int:
        """Step over a reading or an age: 土屋柚衣（ゆい）さん, from さん to （."""
        text = self.words.text
        if place and text[place - 1] in "）)":
            opening = max(text.rfind("（", max(0, place - 14), place), text.rfind("(", max(0, place - 14), place))
            if opening > 0:
                return opening
        return place

    def _may_be_between(self, index: int) -> bool:
        tag, word = self.words.tags[index], self.words.word(index)
        return word == "・" or tag.startswith(_PART_OF_PHRASE)

    def _name_before(self, end: int, kind: TitleKind, *, apart: bool) -> Shape | None:
        """Return the name that ends at ``end``. apart: other words stand between it and its title."""
        if end <= 0 or (self.chains.is_known(end - 1) and not self.chains.holds_known(end - 1)):
            return None
        honorific = kind is TitleKind.HONORIFIC
        char = self.words.text[end - 1]
        if is_katakana(char):
            return self._chain_before(end, honorific=honorific, apart=apart)
        if is_latin(char):
            span = latin_name_before(self.words.text, end) if honorific else None
            return Shape(*span, sure=False) if span and not self.chains.is_known(span[0]) else None
        return self._characters_before(end, lenient=honorific, apart=apart)

    def _characters_before(self, end: int, *, lenient: bool, apart: bool) -> Shape | None:
        """Return the name in characters that ends at ``end``: 田中太郎(氏), 石破　茂(首相)."""
        last = self.words.by_end.get(end)
        if last is not None and self.words.word(last) in self.titles.prefix_forms:
            return None
        shape = kanji_name_before(self.words, end, self.titles.foreign_surnames, lenient=lenient)
        if shape is None or self.words.text[shape.start : shape.end] in self.titles.refused:
            return None
        if self.words.word(self.words.by_start[shape.start]) in self.titles.prefix_forms:
            return None  # 元|日本(代表)
        if self.words.text[shape.start - 1 : shape.start] in self.titles.polite_forms:
            return None
        before = self.words.by_start[shape.start] - 1
        if before >= 0 and is_pair_apart(self.words, before, self.titles.short_surnames):
            return Shape(self.words.starts[before], shape.end, sure=True)  # 石破　|茂(首相)
        if apart and not self._is_full(shape):
            return None
        return self._with_surname(shape)

    def _with_surname(self, shape: Shape) -> Shape:
        """Return the name with a surname that the tokeniser did not see: 浦|﨑美紀子, 平野|心太, 溝|田槙悟.

        Only where nothing is joined before it, so that it is no title or place of its own.
        """
        words, first = self.words, self.words.by_start[shape.start]
        is_one_word = len(words.inside(*shape.span)) == 1 or words.unknown[first]
        is_surname = words.tags[first] == SURNAME_TAG and not words.unknown[first]
        if is_surname or not is_one_word or not words.joined(first - 1, first):
            return shape
        word = words.word(first - 1)
        is_apart = not words.joined(first - 2, first - 1) or words.tags[first - 2].startswith(
            (_PART.particle, _PART.mark)
        )
        if is_apart and is_kanji(word) and len(word) <= 2 and word not in self.titles.refused:
            return Shape(words.starts[first - 1], shape.end, shape.sure)
        return shape

    def _is_full(self, shape: Shape) -> bool:
        return len(self.words.inside(*shape.span)) > 1 or shape.end - shape.start > 2

    def _chain_before(self, end: int, *, honorific: bool, apart: bool) -> Shape | None:
        start, stop = self.chains.at.get(end - 1, (end, end))
        if start >= end or (stop > end and not self.words.stops(end)):
            return None
        name = self.words.text[start:end]
        if name in self.titles.refused or self.chains.is_known(start) or self.words.text[start - 1 : start].isdecimal():
            return None  # 5コマ|担当
        if honorific:
            return Shape(start, end, sure=True)
        inside = self.words.inside(start, end)
        if all(self.words.tags[index].startswith(PLACE_TAG) or self.words.word(index) == "・" for index in inside):
            return None
        personal = looks_personal(self.words, start, end) or any(self.words.unknown[index] for index in inside)
        if apart and not (personal or "・" in name):
            return None
        return Shape(start, end, sure=personal)

    # --- a role before the name -------------------------------------------------------------------

    def led_in(self) -> Iterator[Candidate]:
        """Yield each person who is named after a role: 会長の田中太郎, 右腕・ペティット."""
        text = self.words.text
        for start in self.words.places(self.titles.lead_in_index):
            for end, role in self.titles.lead_in_index.at(text, start):
                if self.words.stops(end):
                    on_field = role == "position"
                    yield from self._after_role(end, on_field=on_field, tight=on_field and is_latin(text[end - 1]))
                    break

    def _after_role(self, end: int, *, on_field: bool, tight: bool) -> Iterator[Candidate]:
        """Yield the person named after the role that ends at ``end``.

        on_field: a position, after which any katakana behind ・ is a name. tight: what follows at once is one too.
        """
        text = self.words.text
        for joint in (*_JOINTS, *self.titles.joint_forms, _WORD.locative, *self.titles.past_joint_forms, "「", ""):
            if not text.startswith(joint, end):
                continue
            start = end + len(joint)
            shape = self._name_after(start)
            if shape is None and ((on_field and joint == "・") or (tight and joint in ("", _WORD.genitive))):
                shape = self._any_chain(start) or (self._any_characters(start) if tight else None)
            if shape is not None and not self.chains.is_known(shape.start):
                trust = Trust.SIGN if joint in (_WORD.genitive, "・", "", *self.titles.joint_forms) else Trust.HINT
                yield Candidate(*shape.span, EntityType.PERSON, "role", trust, wide=shape.span)
                return

    def _any_chain(self, start: int) -> Shape | None:
        chain = self.chains.at.get(start)
        if (
            chain is None
            or chain[0] != start
            or chain[1] - start < 3
            or self.words.text[slice(*chain)] in self.titles.refused
        ):
            return None
        return Shape(*chain, sure=False)

    def _any_characters(self, start: int) -> Shape | None:
        """Return the run of Chinese characters at ``start`` that ends before a particle or a mark: (FW)青波(を)."""
        inside = range(self.words.by_start.get(start, len(self.words)), len(self.words))
        run = list(takewhile(lambda i: is_kanji(self.words.word(i)) and (i == inside[0] or self._joined(i)), inside))
        if not run or self._is_plain(run) or not is_closed(self.words, run[-1] + 1):
            return None
        end = self.words.ends[run[-1]]
        if not 2 <= end - start <= _LONGEST_RUN or self.words.text[start:end] in self.titles.refused:
            return None
        return Shape(start, end, sure=False)

    def _joined(self, index: int) -> bool:
        return self.words.joined(index - 1, index)

    def _is_plain(self, run: Sequence[int]) -> bool:
        """Whether the words are one that names a deed: (FW)起用."""
        return len(run) == 1 and self.words.tags[run[0]].startswith(_PART.verbal_noun)

    def _name_after(self, start: int) -> Shape | None:
        if is_latin(self.words.text[start : start + 1]):
            return self._latin_name_after(start)
        chain = self.chains.at.get(start)
        if chain is not None and chain[0] == start:
            inside = self.words.inside(*chain)
            name = self.words.text[slice(*chain)]
            if name in self.titles.refused:
                return None
            if looks_personal(self.words, *chain):
                return Shape(*chain, sure=True)
            if "・" in name and any(self.words.unknown[index] for index in inside):
                return Shape(*chain, sure=True)
            return None
        return kanji_name_after(self.words, start, self.titles.follower_forms)

    def _latin_name_after(self, start: int) -> Shape | None:
        """Return the name of several words in Latin letters at ``start``: (夫の)Josef Margraf."""
        match = LATIN_NAME.match(self.words.text, start)
        if match is None or " " not in match.group() or not self.words.begins(start):
            return None
        return Shape(*match.span(), sure=True)

    # --- an age behind the name ---------------------------------------------------------------------

    def with_ages(self) -> Iterator[Candidate]:
        """Yield each name before an age in brackets: 高實まりえ（２７）."""
        text = self.words.text
        for offset in ages_in(text):
            shape = self._name_before(offset, TitleKind.OFFICE, apart=False)
            if shape is not None and shape.sure:
                yield Candidate(*shape.span, EntityType.PERSON, "age", Trust.SIGN, wide=shape.span)


def find_persons(words: Words, titles: Titles, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield places that name persons, some more than once; ``known``: countries and organisations."""
    finder = PersonFinder(words, titles, known)
    former = list(find_former_holders(words, titles))
    yield from former
    offices = {place for each in former for place in range(*each.role)}
    # 日銀 in 木村前|日銀総裁 names nobody, however it is cut
    yield from (each for each in finder.titled() if each.start not in offices)
    yield from finder.with_ages()
    yield from finder.led_in()
    yield from InnerForms(words, titles, finder.chains).find()
    yield from PersonSigns(words, titles, known, finder.chains).find()
