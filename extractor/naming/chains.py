"""Katakana joined by ・ and the like, which may name a person, without what leads in to it or follows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Span
from extractor.naming.name_shapes import CHAIN
from extractor.naming.words import PLACE_TAG, Words

_JOINTS = "・＝=-"
_LONG_TITLE = 3  # characters of a title that hardly ends a name of its own


@dataclass(frozen=True)
class Chains:
    """The chains of one article. known: countries and organisations, which are no persons."""

    words: Words
    titles: Titles
    known: Sequence[Candidate]

    @cached_property
    def spans(self) -> list[Span]:
        """Start and end of each, in text order: ドナルド・トランプ, also a single トランプ."""
        return [self._without_lead(*match.span()) for match in CHAIN.finditer(self.words.text)]

    @cached_property
    def at(self) -> dict[int, Span]:
        """From every offset inside a chain to the chain."""
        return {offset: chain for chain in self.spans for offset in range(*chain)}

    @cached_property
    def known_at(self) -> dict[int, Candidate]:
        """From every offset inside what is known to it."""
        return {offset: known for known in self.known for offset in range(known.start, known.end)}

    def is_known(self, offset: int) -> bool:
        """Whether a country or an organisation stands there."""
        return offset in self.known_at

    def holds_known(self, offset: int) -> bool:
        """Whether what is known there is only a later part of a name: ホワイトハウス in ハンナ・ホワイトハウス."""
        chain, known = self.at.get(offset), self.known_at.get(offset)
        return chain is not None and known is not None and chain[0] < known.start and known.end <= chain[1]

    def _without_lead(self, start: int, end: int) -> Span:
        """Drop countries, organisations and roles at the head of a chain: エンゼルス・トラウト → トラウト."""
        while start < end:
            known = self.known_at.get(start)
            if known is not None and known.end < end and known.start == start:
                start = known.end
            elif lead := self._lead_in(start, end):
                start = lead
            else:
                break
            while start < end and self.words.text[start] in _JOINTS:
                start += 1
        return start, self._without_title(start, self._without_place(start, end))

    def _without_title(self, start: int, end: int) -> int:
        """Return the end without a title in katakana that follows the name unjoined: パコ・オルティス|コーチ."""
        text = self.words.text
        for begin, _ in self.titles.index.ending_at(text, end):
            apart = self.words.begins(begin) or (
                end - begin >= _LONG_TITLE and any(c in _JOINTS for c in text[start:begin])
            )
            if start < begin and apart and text[begin - 1] not in _JOINTS:
                return begin
        return end

    def _without_place(self, start: int, end: int) -> int:
        """Return the end without a place that follows the name unjoined: ウェンディ・ロジャース|アリゾナ(州議員)."""
        last = self.words.covering(end - 1)
        if last <= 0 or not self.words.tags[last].startswith(PLACE_TAG):
            return end
        begin = self.words.starts[last]
        return begin if begin > start and self.words.text[begin - 1] not in _JOINTS else end

    def _lead_in(self, start: int, end: int) -> int:
        """Return where a role ends that begins at ``start``, 0 where there is none: シンガー・ソングライター."""
        roles = self.titles.lead_in_index.at(self.words.text, start)
        return next((stop for stop, _ in roles if stop < end and self.words.stops(stop)), 0)
