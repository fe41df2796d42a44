"""Organisations by the company that a name keeps: brackets, words for kinds and roles, words that follow, credits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.lexicon.anaphors import SAME
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.organizations import Organizations
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import NOWHERE, Candidate, Span, Trust
from extractor.naming.datelines import find_in_datelines
from extractor.naming.name_shapes import CHAIN, kanji_name_after, looks_personal
from extractor.naming.nouns import end_of_nouns, start_of_nouns
from extractor.naming.words import (
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

_ABBREVIATION = re.compile(r"[（(]\s?([A-Z][A-Za-z&.・-]{1,11})(?=\s?[）)、,])[^）)\n]*[）)]?")
#: Names in Latin letters, of one word or of several.
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&'’+!―‐–-]*(?: (?:of |and |the |for )?[A-Z0-9&][A-Za-z0-9.&'’+!―‐–-]*){0,8}")
#: IWケルン, Apacheソフトウェア財団: Latin letters and katakana in one name.
_MIXED = re.compile(rf"(?:[A-Za-z0-9]{{1,12}})?{CHAIN.pattern}")
#: （ベースボールキング） - Yahoo!ニュース: who wrote what a site took over.
_CREDIT = re.compile(
    r"[（(]\s*([^（）()\n]{2,30}?)\s*(?:[（(]\s*([^（）()\n]{2,30}?)\s*[）)]\s*)?[）)](?:\s*[）)])?\s*[-－―–]\s*(?=\S)"
)
_CITED = re.compile(r"『([^『』\s。、]{2,16})』")
#: The first twenty characters in round brackets.
_BRACKETED = re.compile(r"[（(]([^（）()\n]{2,20})(?=[）)]|[^（）()\n]*[）)])")
#: A list of at least three, with at most a heading in brackets, that has a line to itself: 【Ａ】山田、川田、森田
_LIST = re.compile(
    r"(?m)^(?:[【〈《＜(（][^\n]{0,12}[】〉》＞)）])?[^\S\n]*((?:[^\n、。「」（）]{2,20}、){2,}[^\n、。「」（）]{2,20})。?$"
)
_MEMBER = re.compile(r"[^、]+")
_WORD = load_function_words()
_SIGN = load_name_signs()
_PART = load_parts_of_speech()
_LONGEST_PLACE = 4
_NOBODY = Candidate(-1, -1, EntityType.ORGANIZATION, "", Trust.GUESS)
_MARKS_AFTER = frozenset("、，（(）)』」。 \u3000\n")


@dataclass(frozen=True)
class SignFinder:
    """Finds organisations by signs in one article. named: countries and organisations found before."""

    words: Words
    organizations: Organizations
    titles: Titles
    named: Sequence[Candidate]

    def find(self) -> Iterator[Candidate]:
        """Yield names that something beside them shows to be organisations."""
        yield from self.abbreviated()
        yield from self.credited()
        yield from find_in_datelines(self.words, self.organizations)
        yield from self.followed()
        yield from self.of_a_kind()
        yield from self.with_a_role()
        yield from self.in_latin()
        yield from self.incorporated()
        yield from self.in_leagues()
        yield from self.cited()
        yield from self.in_own_letters()
        yield from self.seated()
        yield from self.listed()

    @cached_property
    def _ends(self) -> dict[int, Candidate]:
        return {name.end: name for name in self.named if name.label is EntityType.ORGANIZATION}

    @cached_property
    def _runs(self) -> dict[int, Span]:
        """From every offset to the run of katakana, or of Latin letters and katakana, around it."""
        return {i: match.span() for match in _MIXED.finditer(self.words.text) for i in range(*match.span())}

    @cached_property
    def _latin_runs(self) -> dict[int, Span]:
        return {i: match.span() for match in _LATIN.finditer(self.words.text) for i in range(*match.span())}

    def abbreviated(self) -> Iterator[Candidate]:
        """Yield abbreviations in brackets after an organisation, and the unknown katakana name before one.

        全アッサム学生連合（AASU）  →  AASU
        """
        for match in _ABBREVIATION.finditer(self.words.text):
            before = self._ends.get(match.start())
            if before is not None:
                yield Candidate(*match.span(1), EntityType.ORGANIZATION, "abbreviation", Trust.KNOWN, link=before.link)
                continue
            run = self._runs.get(match.start() - 1)
            if run is None or "・" not in self.words.text[slice(*run)] or not self._is_after_name(match.end()):
                continue
            yield Candidate(*match.span(1), EntityType.ORGANIZATION, "abbreviation", Trust.SIGN)
            yield Candidate(*run, EntityType.ORGANIZATION, "abbreviated", Trust.SIGN)

    def _is_after_name(self, offset: int) -> bool:
        """Whether a particle or punctuation follows, so that the name is not part of a longer term (BLM運動)."""
        following = self.words.text[offset : offset + 1]
        return following in _MARKS_AFTER or following in self.organizations.particle_forms

    def credited(self) -> Iterator[Candidate]:
        """Yield the medium in brackets before the site that took its article over."""
        for match in _CREDIT.finditer(self.words.text):
            if any(True for _ in self.organizations.index.at(self.words.text, match.end())):
                start, end = match.span(1)
                end -= self.words.text.endswith(_SIGN.station_group, start, end)
                yield Candidate(start, end, EntityType.ORGANIZATION, "credit", Trust.SURE)
                if match.group(2):  # how the name is read, or the group of stations
                    yield Candidate(*match.span(2), EntityType.ORGANIZATION, "credit", Trust.SURE)

    def followed(self) -> Iterator[Candidate]:
        """Yield names in katakana or Latin letters before 社, 紙, 誌, 戦: NEP社 → NEP; places too before 戦."""
        for form in self.organizations.after_forms:
            at = self.words.text.find(form)
            while at >= 0:
                stop = at + len(form)
                is_title = any(end > stop for end, _ in self.titles.index.at(self.words.text, at))  # 局 in 局長
                if at > 0 and self.words.stops(stop) and self.words.begins(at) and not is_title:
                    yield from self._name_ending(at, is_match=form in _SIGN.match)
                at = self.words.text.find(form, at + 1)

    def _name_ending(self, end: int, *, is_match: bool) -> Iterator[Candidate]:
        run = self._run_ending(end)
        if run is None or run[1] - run[0] < 2 or self.words.text[slice(*run)] in self.titles.refused:
            return
        inside = self.words.inside(*run)
        if all(self.words.tags[index].startswith(PLACE_TAG) for index in inside) and not is_match:
            return
        if is_match and self.words.text[slice(*run)].endswith(self._no_team_endings):
            return
        if is_match and not self._is_new(*run) and not self._has_proper(*run):
            return
        yield Candidate(*run, EntityType.ORGANIZATION, "followed", Trust.SIGN)

    @cached_property
    def _no_team_endings(self) -> tuple[str, ...]:
        return tuple(part.removeprefix("・") for part in self.titles.last_part_forms)

    def _run_ending(self, end: int) -> Span | None:
        run = self._runs.get(end - 1) or self._latin_runs.get(end - 1)
        if run is not None and run[1] == end:
            return run
        index = self.words.by_end.get(end)
        tag = "" if index is None else self.words.tags[index]
        if index is None or not tag.startswith(PROPER_TAG) or tag.startswith(PERSON_TAG):
            return None
        return self.words.starts[index], end

    def of_a_kind(self) -> Iterator[Candidate]:
        """Yield names after a word for their kind: シンクタンクのIWケルン, 日刊紙ターゲスシュピーゲル."""
        for start in self.words.places(self.organizations.kind_index):
            for end, _ in self.organizations.kind_index.at(self.words.text, start):
                if self.words.stops(end):
                    yield from self._after_kind(end)
                break

    def _after_kind(self, end: int) -> Iterator[Candidate]:
        joints = (_WORD.genitive, "「", "『", *self.titles.joint_forms, "・", "、", "")
        joint = next(joint for joint in joints if self.words.text.startswith(joint, end))
        start = end + len(joint)
        run = self._runs.get(start) or self._latin_runs.get(start) or self._behind_place(start)
        if run is None or run[0] != start or run[1] - start < 2 or not self._is_after_name(run[1]):
            return
        is_plain = joint in (_WORD.genitive, "、", "", *self.titles.joint_forms) and not self._is_new(*run)
        is_brand = self._is_before_brand(end, joint) and self._is_of_two_words(*run)
        if is_plain and not is_brand:
            return
        if self.words.text[slice(*run)] in self.titles.refused or (looks_personal(self.words, *run) and not is_brand):
            return
        is_word = len(self.words.inside(*run)) == 1 and not self._is_new(*run)
        trust = Trust.GUESS if joint == "、" or is_word else Trust.SIGN
        yield Candidate(*run, EntityType.ORGANIZATION, "kind", trust)

    def _is_before_brand(self, end: int, joint: str) -> bool:
        """Whether the kind that ends there is one of firms, of such as make nothing where の follows."""
        kinds = self.organizations.adviser_forms if joint == _WORD.genitive else self.organizations.firm_forms
        return joint in ("", _WORD.genitive) and self.words.text.endswith(kinds, 0, end)

    def _is_of_two_words(self, start: int, end: int) -> bool:
        """Whether it is katakana joined of several words, neither an office nor a part of a firm: テック|レンズ."""
        surface = self.words.text[start:end]
        inside = self.words.inside(start, end)
        if len(inside) == 1 or "・" in surface or not is_katakana(surface) or self._is_of_kind(start, end):
            return False
        if not self.words.tags[inside[-1]].startswith(_PART.common_noun):
            return False  # a person: マイケルウッド
        ends = surface.endswith((*self.organizations.role_forms, *self.organizations.no_brand_forms))
        return not ends and not any(True for _ in self.titles.lead_in_index.ending_at(self.words.text, end))

    def _behind_place(self, start: int) -> Span | None:
        """Return a place in characters and katakana joined to it: 北海|ベアリング, but not 日本メーカー."""
        for end in range(start + 2, start + _LONGEST_PLACE + 1):
            run = self._runs.get(end, NOWHERE)
            if run[0] == end and self._with_place(end) == start and not self._is_of_kind(*run):
                return start, run[1]
        return None

    def _with_place(self, start: int) -> int:
        """Return where a place in characters begins that is joined to the front of ``start``, otherwise ``start``."""
        begin = start_of_nouns(self.words, start)
        if not 1 < start - begin <= _LONGEST_PLACE or not is_kanji(self.words.text[begin:start]):
            return start
        is_place = self.words.tags[self.words.by_start[begin]].startswith(PLACE_TAG)
        return begin if is_place and begin not in self._countries else start

    @cached_property
    def _countries(self) -> frozenset[int]:
        return frozenset(name.start for name in self.named if name.label is EntityType.COUNTRY)

    def with_a_role(self) -> Iterator[Candidate]:
        """Yield names before の and a role in a firm: ベター・マーケッツの共同創設者 → ベター・マーケッツ."""
        for run in sorted(set(self._runs.values()) | set(self._latin_runs.values())):
            if self.words.text[run[1] : run[1] + 1] != _WORD.genitive or run[1] - run[0] < 3:
                continue
            if self._is_of_kind(*run):
                continue
            if (self._role_at(run[1] + 1) or self._head_at(run[1] + 1)) and not self._is_place_or_person(*run):
                start = self._with_place(run[0])
                is_name = start < run[0] or self._is_new(*run) or len(self.words.inside(*run)) > 1
                sign = Trust.SIGN if is_name else Trust.GUESS
                yield Candidate(start, run[1], EntityType.ORGANIZATION, "employer", sign)

    def _role_at(self, start: int) -> bool:
        """Whether nouns that end with a role begin at ``start``: 最高セキュリティ責任者."""
        end = end_of_nouns(self.words, start)
        return end > start and self.words.text[start:end].endswith(self.organizations.role_forms)

    def _head_at(self, start: int) -> bool:
        """Whether a person and the title of who heads a body stand there: ジョアンナ・ハートウェル最高経営責任者."""
        chain = CHAIN.match(self.words.text, start)
        shape = kanji_name_after(self.words, start, self.titles.follower_forms) if chain is None else None
        end = chain.end() if chain is not None else shape.end if shape is not None else start
        return end > start and any(
            self.words.text[end:stop] in self.titles.head_forms
            for stop, _ in self.titles.index.at(self.words.text, end)
        )

    def _is_of_kind(self, start: int, end: int) -> bool:
        """Whether it ends with a word for a kind of organisation, so that it is no name: ゲーム|メーカー."""
        return any(begin > start for begin, _ in self.organizations.kind_index.ending_at(self.words.text, end))

    def _is_place_or_person(self, start: int, end: int) -> bool:
        if self.words.text[start:end] in self.titles.refused:
            return True
        return all(
            self.words.tags[index].startswith((PLACE_TAG, PERSON_TAG)) or self.words.word(index) == "・"
            for index in self.words.inside(start, end)
        )

    def in_latin(self) -> Iterator[Candidate]:
        """Yield names of several words in Latin letters, one of them a word for an institution: Press TV."""
        for run in sorted(set(self._latin_runs.values())):
            pieces = self.words.text[slice(*run)].split()
            if len(pieces) > 1 and not self.organizations.latin_forms.isdisjoint(pieces):
                yield Candidate(*run, EntityType.ORGANIZATION, "latin", Trust.SURE)

    def incorporated(self) -> Iterator[Candidate]:
        """Yield names with their legal form before or after them: 株式会社アムラス."""
        for form in self.organizations.legal_forms:
            at = self.words.text.find(form)
            while at >= 0:
                stop = at + len(form)
                end = max(end_of_nouns(self.words, stop), self._latin_end(stop))
                is_word = self.words.begins(at) and self.words.stops(stop) and self.words.text[at - 1 : at] != SAME
                if end > stop and is_word:
                    yield Candidate(at, end, EntityType.ORGANIZATION, "legal-form", Trust.KNOWN)
                elif is_word and self._is_new(start := start_of_nouns(self.words, at), at):
                    yield Candidate(start, stop, EntityType.ORGANIZATION, "legal-form", Trust.KNOWN)
                at = self.words.text.find(form, stop)

    def _latin_end(self, start: int) -> int:
        """Return where the Latin letters from ``start`` on end, ``start`` where there are none."""
        run = self._latin_runs.get(start, (start, start))
        return run[1] if run[0] == start else start

    def in_leagues(self) -> Iterator[Candidate]:
        """Yield teams behind their league: Ｊ１の名古屋は, スペイン１部マジョルカ, プロ野球の磯崎シーガルズ."""
        for start in self.words.places(self.organizations.league_index):
            for end, _ in self.organizations.league_index.at(self.words.text, start):
                if self.words.stops(end):
                    yield from self._after_league(end + self.words.text.startswith(_WORD.genitive, end))
                break

    def _after_league(self, start: int) -> Iterator[Candidate]:
        index = self.words.by_start.get(start)
        if index is None:
            return
        run = self._runs.get(start, (start, self.words.ends[index]))
        nickname = self._runs.get(run[1], NOWHERE)
        has_nickname = nickname[0] == run[1] and self.words.tags[index].startswith((PLACE_TAG, SURNAME_TAG))
        end = nickname[1] if has_nickname else run[1]
        is_team = has_nickname or self.words.tags[index].startswith(PLACE_TAG)
        if is_team and run[0] == start and self._is_after_name(end):
            rule = "team" if has_nickname else "league"
            yield Candidate(start, end, EntityType.ORGANIZATION, rule, Trust.SIGN)

    def cited(self) -> Iterator[Candidate]:
        """Yield media in 『』 that are named as sources: 『レコルド』によると, スペイン『レコルド』が → レコルド."""
        lands = {name.end for name in self.named if name.label is EntityType.COUNTRY}
        for match in _CITED.finditer(self.words.text):
            is_foreign = match.start() in lands and self.words.text.startswith(_WORD.subjects, match.end())
            if is_foreign or self.words.text.startswith(self.organizations.cited_forms, match.end()):
                yield Candidate(*match.span(1), EntityType.ORGANIZATION, "cited", Trust.KNOWN)

    def in_own_letters(self) -> Iterator[Candidate]:
        """Yield sources written in Latin letters, small ones among them: Amrasによれば, but not SNSによると."""
        for run in sorted(set(self._latin_runs.values())):
            name = self.words.text[slice(*run)]
            is_name = name[0].isupper() and name[1:].islower() and name not in self.titles.refused
            if is_name and self.words.text.startswith(self.organizations.cited_forms, run[1]):
                yield Candidate(*run, EntityType.ORGANIZATION, "cited", Trust.SIGN)

    def seated(self) -> Iterator[Candidate]:
        """Yield names before brackets that say where a firm is: アムラス（本社東京）, アムラス（福井市） → アムラス."""
        for match in _BRACKETED.finditer(self.words.text):
            end, inside = match.start(), match.group(1)
            run = self._latin_runs.get(end - 1) or self._runs.get(end - 1) or (start_of_nouns(self.words, end), end)
            if run[1] != end or end - run[0] < 2 or self.words.text[slice(*run)] in self.titles.refused:
                continue
            if inside.startswith(self.organizations.seated_forms):
                yield Candidate(self._with_town(*run), end, EntityType.ORGANIZATION, "seated", Trust.SURE)
            elif inside.endswith(self.organizations.address_forms) and self._is_brand(*run) and self._is_whole(*run):
                yield Candidate(*run, EntityType.ORGANIZATION, "seated", Trust.SIGN)

    def _with_town(self, start: int, end: int) -> int:
        """Return where the name begins, with a town that is joined to common katakana: 三原|ターミナル."""
        before = self.words.by_end.get(start)
        is_town = before is not None and self.words.tags[before].startswith(PLACE_TAG)
        return self.words.starts[before] if before is not None and is_town and not self._is_new(start, end) else start

    def listed(self) -> Iterator[Candidate]:
        """Yield all members of a list of nouns of which one is an organisation: ダンロップ、三重県選抜、早稲田大."""
        for match in _LIST.finditer(self.words.text):
            members = [member.span() for member in _MEMBER.finditer(self.words.text, *match.span(1))]
            if not all(start_of_nouns(self.words, end) <= start for start, end in members):
                continue
            known = [member for member in members if self._ends.get(member[1], _NOBODY).start == member[0]]
            if known:
                for member in members:
                    if not self._is_place_or_person(*member):
                        yield Candidate(*member, EntityType.ORGANIZATION, "listed", Trust.SIGN)

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether no further noun is joined to the front of the run, as in 旭テックス."""
        return start_of_nouns(self.words, end) >= start

    def _is_brand(self, start: int, end: int) -> bool:
        """Whether it is katakana or Latin letters that may name a firm, and neither a person nor a place."""
        surface = self.words.text[start:end]
        if "・" in surface or not (is_katakana(surface) or is_latin(surface)):
            return False
        return not self._is_place_or_person(start, end) and not looks_personal(self.words, start, end)

    def _is_new(self, start: int, end: int) -> bool:
        """Whether the run is no dictionary word: a proper noun, unknown or in Latin letters; no place or person."""
        inside = self.words.inside(start, end)
        if all(self.words.tags[index].startswith((PLACE_TAG, PERSON_TAG)) for index in inside):
            return False
        return (
            self._has_proper(start, end)
            or any(self.words.unknown[index] or self.words.unlisted[index] for index in inside)
            or is_latin(self.words.text[start])
            or "・" in self.words.text[start:end]
        )

    def _has_proper(self, start: int, end: int) -> bool:
        return any(tag.startswith(PROPER_TAG) for tag in self.words.tags_in(start, end))
