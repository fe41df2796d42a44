"""Names that the trained recogniser found, where the lexicon and the rules leave room for them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.organizations import Organizations
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.refused_endings import RefusedEndings
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.recogniser import ORGANIZATION, PERSON, NameFound
from extractor.naming.vetoes import fills_brackets
from extractor.naming.words import PERSON_TAG, PLACE_TAG, Words, is_kanji, is_katakana
from extractor.records import EntityType

RULE = "recogniser"
#: The rule of what is called like a place; in the order of the alphabet, which decides between equals, the last.
RULE_OF_PLACE = "town-or-name"
_ADDRESS = re.compile(r"[（(]([^（）()\n]{2,12})[）)]")
_PART = load_parts_of_speech()
#: Countries are the lexicon's alone: it knows their codes.
_TYPES = {PERSON: EntityType.PERSON, ORGANIZATION: EntityType.ORGANIZATION}
#: From the first score on a name counts, from the second on as surely as one with a good sign.
_LEAST, _SIGN = 0.8, 0.95
_WEAK = 0.5  # enough for a body beside which a word for its kind or its address stands
_SHORTEST_REST = 3  # characters behind the country in the name of a body
_JOINTS = ("・", "＝")
_SPORT = "sport"
_LONGEST_SURNAME = 3
_WORD = load_function_words()
_AFTER_PERSON = (*_WORD.subjects, _WORD.accusative, _WORD.dative, _WORD.quotative, _WORD.genitive, "、")


@dataclass(frozen=True)
class Doubts:
    """What may speak against a name that the recogniser found. refused: how names end that are none of ours."""

    words: Words
    titles: Titles
    organizations: Organizations
    refused: RefusedEndings

    @cached_property
    def _is_on_sport(self) -> bool:
        return _SPORT in self.organizations.fields_of(self.words.text)

    def holds_against(self, name: Candidate) -> bool:
        """Whether something does: it is part of a longer name, a place, a word that any may bear."""
        text = self.words.text[name.start : name.end]
        if text in self.titles.refused or self._is_part(name.start, name.end):
            return True
        if name.label is EntityType.PERSON:
            return self.is_place(name.start, name.end) and not self._is_in_surnames_place(name)
        if self.refused.holds(text) or text in self.organizations.kind_index:
            return True
        return not self._may_be_organization(name.start, name.end)

    def _is_in_surnames_place(self, name: Candidate) -> bool:
        """Whether the recogniser is sure of a person called like a place, and a particle follows: 小松|が受賞."""
        text = self.words.text
        is_surname = is_kanji(text[name.start : name.end]) and 1 < name.end - name.start <= _LONGEST_SURNAME
        return name.trust >= Trust.SIGN and is_surname and text.startswith(_AFTER_PERSON, name.end)

    def _may_be_organization(self, start: int, end: int) -> bool:
        """Whether it is more than a place (バルセロナ, but for news of sport), a word that any may bear (上院).

        Nor a former one (元|党).
        """
        inside = self.words.inside(start, end)
        first = inside[0]
        is_common = self.words.tags[first].startswith(_PART.common_noun) and not self.words.unknown[first]
        if len(inside) == 1 and is_common:
            return False
        if self.words.word(first) in self.titles.prefix_forms and len(inside) == 2:
            return False
        if self.words.tags[first].startswith(PLACE_TAG) and self._is_tagged(self.words.ends[first], end):
            return False
        return self._is_on_sport or not self.is_place(start, end)

    def _is_tagged(self, start: int, end: int) -> bool:
        """Whether ＝ and a person's name stand there, as who reports does behind a place: ブリュッセル|＝杉浦健一."""
        index = self.words.by_start.get(start + 1)
        is_joined = start + 1 < end and self.words.text[start] == _JOINTS[1]
        return is_joined and index is not None and self.words.tags[index].startswith(PERSON_TAG)

    def is_introduced(self, start: int, end: int) -> bool:
        """Whether a word for a kind of body is before it or its address behind it: 大手の青葉, 青葉（福井市）."""
        text = self.words.text
        before = start - text.startswith(_WORD.genitive, start - 1)
        kinds = self.organizations.kind_index.ending_at(text, before)
        address = _ADDRESS.match(text, end)
        seated = address is not None and address.group(1).endswith(self.organizations.address_forms)
        return seated or any(self.words.begins(begin) for begin, _ in kinds)

    def is_place(self, start: int, end: int) -> bool:
        """Whether the dictionary knows all its words as names of places."""
        return all(self.words.tags[index].startswith(PLACE_TAG) for index in self.words.inside(start, end))

    def _is_part(self, start: int, end: int) -> bool:
        """Whether it is part of a longer name (タッカー・カールソン|・トゥナイト), or fills brackets, as works do."""
        if self._is_chained(start - 1) or self._is_chained(end) or any(self.words.same_kind_beside(start, end)):
            return True
        return fills_brackets(self.words, start, end)

    def _is_chained(self, at: int) -> bool:
        """Whether ・ at ``at`` makes one name of both sides: カールソン・トゥナイト, but not 青波・山田."""
        text = self.words.text
        if not 0 < at < len(text) - 1 or text[at] not in _JOINTS:
            return False
        if is_kanji(text[at - 1]) or is_kanji(text[at + 1]):
            return False
        return not any(self.words.begins(begin) for begin, _ in self.organizations.kind_index.ending_at(text, at))


def find_recognised(found: Iterable[NameFound], doubts: Doubts) -> Iterator[Candidate]:
    """Yield the persons and organisations among ``found`` that are sure enough, without titles at their end.

    木下は病院を出た (木下: person, 0.9)  →  木下
    """
    text = doubts.words.text
    for name in found:
        label = _TYPES.get(name.label)
        if label is None or name.score < (_WEAK if label is EntityType.ORGANIZATION else _LEAST):
            continue
        if name.score < _LEAST and not doubts.is_introduced(name.start, name.end):
            continue
        start, end = name.start, name.end
        if label is EntityType.PERSON:
            end = _without_titles(text, start, _before_reading(text, start, end), doubts.titles)
        trust = Trust.SIGN if name.score >= _SIGN else Trust.GUESS
        candidate = Candidate(start, end, label, RULE, trust, wide=(start, name.end))
        if not doubts.holds_against(candidate):
            yield replace(candidate, rule=RULE_OF_PLACE) if doubts.is_place(start, end) else candidate


def uncontradicted(recognised: Iterable[Candidate], organizations: Iterable[Candidate], text: str) -> list[Candidate]:
    """Return ``recognised`` without persons whose name a good sign has for an organisation elsewhere in the article.

    大手アムラスが…。アムラスは (person by the recogniser)  →  nothing, so that the second is the firm again
    """
    bodies = {text[c.start : c.end] for c in organizations if c.trust >= Trust.SIGN}
    return [c for c in recognised if c.label is not EntityType.PERSON or text[c.start : c.end] not in bodies]


def widened(recognised: Iterable[Candidate], known: Iterable[Candidate], doubts: Doubts) -> Iterator[Candidate]:
    """Yield ``recognised``; a body that 日本 begins and a person whom a country in katakana ends win over the country.

    Not a body that is part of one in ``known``: 在エジプト|日本大使館.
    日本産婦人科医会 (organisation, 0.99), 根来マリ (person, 0.99)  →  both as surely as the lexicon can tell
    """
    text, known = doubts.words.text, list(known)
    countries = [c for c in known if c.label is EntityType.COUNTRY]
    ends = {c.end: c.start for c in known if c.label is EntityType.ORGANIZATION}
    owners = {c.start: c.end for c in countries if text[c.start : c.end] in doubts.organizations.own_forms}
    given = {c.end: c.start for c in countries if is_katakana(text[c.start : c.end])}
    for name in recognised:
        body = name.label is EntityType.ORGANIZATION and name.end - owners.get(name.start, name.end) >= _SHORTEST_REST
        body = body and ends.get(name.end, name.start) >= name.start
        person = name.label is EntityType.PERSON and name.start < given.get(name.end, -1)
        yield replace(name, trust=Trust.SURE) if body or (person and name.trust >= Trust.SIGN) else name


def complete(candidates: Iterable[Candidate], recognised: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield ``candidates``; a person whose name the recogniser has longer at its front begins where that does.

    佳奈 before さん, レイス佳奈 by the recogniser  →  レイス佳奈, with the title
    """
    longer = {c.end: c for c in recognised if c.trust >= Trust.SIGN and c.label is EntityType.PERSON}
    for candidate in candidates:
        name = longer.get(candidate.end)
        if name is not None and candidate.label is EntityType.PERSON and name.start < candidate.start:
            yield replace(candidate, start=name.start, wide=(name.start, max(candidate.wide[1], name.end)))
        else:
            yield candidate


def lengthen(organizations: Iterable[Candidate], recognised: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield ``organizations``; a built name that the recogniser surely has longer at its end ends where that does.

    内務省, 内務省河川行政局 by the recogniser  →  内務省河川行政局
    """
    longer = {c.start: c.end for c in recognised if c.trust >= Trust.SIGN and c.label is EntityType.ORGANIZATION}
    for name in organizations:
        end = longer.get(name.start, name.end)
        yield replace(name, end=end) if name.rule == "built" and end > name.end else name


def _before_reading(text: str, start: int, end: int) -> int:
    """Return where the name ends before its reading in brackets: 福士真菜（まな） → 福士真菜."""
    places = [text.find(bracket, start + 1, end) for bracket in "（("]
    return min((place for place in places if place > 0), default=end)


def _without_titles(text: str, start: int, end: int, titles: Titles) -> int:
    """Return where the name ends without titles, also inside a word: トランプ大統領 → トランプ."""
    for title_start, _ in titles.index.ending_at(text, end):
        if title_start > start and end - title_start > 1:
            return _without_titles(text, start, title_start, titles)
    return end
