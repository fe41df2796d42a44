"""Names of sumo wrestlers and elders, which no dictionary has: 新大関の琴ケ原, 大松山親方, 元横綱・駿河海."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.organizations import Organizations
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import NOWHERE, Candidate, Span, Trust
from extractor.naming.words import KANJI, Words
from extractor.records import EntityType

_PART = load_parts_of_speech()
_SUMO = "sumo"
_RANK = "rank"
#: 琴ケ原, 隼ノ海, 稀勢の里, 天龍山
_RING = re.compile(rf"{KANJI.pattern}{{1,3}}(?:[ノの之ケヶツッ]{KANJI.pattern}{{1,2}}|{KANJI.pattern}{{0,2}})")
_SHORTEST, _LONGEST = 2, 5
_WORD = load_function_words()
_SIGN = load_name_signs()
_JOINTS = ("・", _WORD.genitive, "")
_CLOSING = (_PART.particle, _PART.mark, _PART.numeral)
_BEFORE = (_PART.particle, _PART.mark)
#: What follows the title of an elder, who has given up the ring: 朝日岳理事長|（元横綱・駿河海）.
_FORMERLY = tuple(bracket + word for bracket in "（(" for word in _SIGN.former)
_COMMON = (_PART.common_noun, _PART.adjectival_noun)


@dataclass(frozen=True)
class RingNames:
    """Finds them in one article. known: countries and organisations found before, which are no persons."""

    words: Words
    titles: Titles
    organizations: Organizations
    known: Sequence[Candidate]

    def find(self) -> Iterator[Candidate]:
        """Yield the names behind a rank; and before a title of the ring where the article is on sumo."""
        yield from self._behind_ranks()
        if _SUMO in self.organizations.fields_of(self.words.text):
            yield from self._before_titles()
            yield from self._of_elders()

    def _behind_ranks(self) -> Iterator[Candidate]:
        """Yield what stands behind a rank: 大関の豊若は, 横綱・白狼2敗, but not 横綱の責任を."""
        for start in self.words.places(self.titles.lead_in_index):
            ranks = self.titles.lead_in_index.at(self.words.text, start)
            end = next((end for end, role in ranks if role == _RANK and self.words.stops(end)), -1)
            span = self._behind(end) if end > 0 else None
            if span is not None:
                role = (start, end)
                yield Candidate(*span, EntityType.PERSON, "ring", Trust.KNOWN, role=role, wide=span)

    def _behind(self, end: int) -> Span | None:
        joint = next(joint for joint in _JOINTS if self.words.text.startswith(joint, end))
        start = end + len(joint)
        match = _RING.match(self.words.text, start)
        if match is None or start not in self.words.by_start:
            return None
        stop = next((at for at in range(match.end(), start, -1) if self._is_closed(at)), start)
        return (start, stop) if self._may_be_name(start, stop) else None

    def _is_closed(self, end: int) -> bool:
        index = self.words.by_start.get(end)
        if index is None:
            return end >= len(self.words.text) or self.words.text[end].isspace()
        return self.words.tags[index].startswith(_CLOSING) or self.words.word(index) in self.titles.ring_title_forms

    def _may_be_name(self, start: int, end: int) -> bool:
        """Whether it is long enough, nothing known, and no word that has a meaning: 天龍|山, 若|扇, but not 責任."""
        name = self.words.text[start:end]
        if not _SHORTEST <= end - start <= _LONGEST or name in self.titles.refused or not self._is_free(start, end):
            return False
        inside = self.words.inside(start, end)
        return not self.words.tags[inside[0]].startswith(_PART.suffix) and not any(map(self._is_word, inside))

    def _is_word(self, index: int) -> bool:
        is_common = self.words.tags[index].startswith(_COMMON) and not self.words.unlisted[index]
        return is_common and len(self.words.word(index)) > 1

    def _is_free(self, start: int, end: int) -> bool:
        return not any(name.overlaps(start, end) for name in self.known)

    # --- in news of sumo ----------------------------------------------------------------------------

    def _before_titles(self) -> Iterator[Candidate]:
        """Yield what stands before 親方 or 関: 師匠の|大松山|親方."""
        for match in self._titles.finditer(self.words.text):
            at, end = match.span()
            if not (self.words.begins(at) and self.words.stops(end)):
                continue
            start = self._start(at)
            if self._may_be_name(start, at):
                role = (at, end) if end - at > 1 else NOWHERE
                yield Candidate(start, at, EntityType.PERSON, "title", Trust.KNOWN, role=role, wide=(start, end))

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(self.titles.ring_title_forms)))

    def _of_elders(self) -> Iterator[Candidate]:
        """Yield who has an office, with the rank of former days in brackets: 朝日岳|理事長（元横綱・駿河海）."""
        for at, end, _ in self.titles.index.find(self.words.text, lambda at, end, _: self._is_office(at, end)):
            start = self._start(at)
            if _SHORTEST <= at - start <= _LONGEST:
                yield Candidate(start, at, EntityType.PERSON, "title", Trust.SURE, role=(at, end), wide=(start, end))

    def _is_office(self, start: int, end: int) -> bool:
        opening = next((form for form in _FORMERLY if self.words.text.startswith(form, end)), "")
        ranks = self.titles.lead_in_index.at(self.words.text, end + len(opening))
        return bool(opening) and self.words.begins(start) and any(role == _RANK for _, role in ranks)

    def _start(self, end: int) -> int:
        """Return where the ring name begins that ends at ``end``, ``end`` where none does: 弟子の|琴ケ浜, 大の里."""
        text = self.words.text
        starts = [start for start in range(max(0, end - _LONGEST), end - 1) if self._is_open(start)]
        names = [start for start in starts if _RING.fullmatch(text, start, end)]
        return min((start for start in names if _WORD.genitive not in text[start:end]), default=min(names, default=end))

    def _is_open(self, start: int) -> bool:
        """Whether a word begins there and none that may belong to the name is joined before it."""
        index = self.words.by_start.get(start, -1)
        return index == 0 or (index > 0 and self.words.tags[index - 1].startswith(_BEFORE))


def find_ring_names(
    words: Words, titles: Titles, organizations: Organizations, known: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the names of wrestlers and elders, some more than once.

    新大関の琴ケ原が大松山親方と  →  琴ケ原, 大松山
    """
    return RingNames(words, titles, organizations, known).find()
