"""Names that stand in a row are of one kind: where its known members are teams, so are the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Span, Trust
from extractor.naming.words import Words, is_katakana, is_latin
from extractor.records import EntityType

_PART = load_parts_of_speech()
_JOINTS = ("、", "や", "と")
_TYPES = (EntityType.PERSON, EntityType.ORGANIZATION)
_SHORTEST = 3
_LEAST_KNOWN = 2  # members of a type that a row must have for a place to be taken for one more


@dataclass(frozen=True)
class Rows:
    """Finds rows of names in one article. names: as chosen, in text order."""

    words: Words
    titles: Titles
    names: Sequence[Candidate]

    def find(self) -> Iterator[Candidate]:
        """Yield the members of rows that nothing but their neighbours shows to be names, as guesses.

        レアル・ソシエダード、ビリャレアル、ヘタフェは  →  ヘタフェ, where the others are known as organisations
        """
        for row in self._rows():
            known = [self._by_start[start] for start, _ in row if start in self._by_start]
            types = {name.label for name in known if name.trust >= Trust.SIGN}
            if len(types) != 1 or len({name.label for name in known}) > 1 or types.isdisjoint(_TYPES):
                continue
            for start, end in row:
                if start not in self._by_start and self._may_be_name(start, end, known):
                    yield Candidate(start, end, known[0].label, "row", Trust.GUESS, wide=(start, end))

    @cached_property
    def _by_start(self) -> dict[int, Candidate]:
        return {name.start: name for name in self.names}

    @cached_property
    def _covered(self) -> frozenset[int]:
        return frozenset(offset for name in self.names for offset in range(name.start, name.end))

    @cached_property
    def _members(self) -> dict[int, Span]:
        """From start to span: the names, and single words in katakana or Latin letters that are none yet."""
        spans = {name.start: (name.start, name.end) for name in self.names}
        for index in range(len(self.words)):
            start, word = self.words.starts[index], self.words.word(index)
            if len(word) >= _SHORTEST and (is_katakana(word) or is_latin(word)) and start not in self._covered:
                spans[start] = (start, self.words.ends[index])
        return spans

    def _rows(self) -> Iterator[list[Span]]:
        done = 0
        for start in sorted(self._members):
            if start >= done:
                row = list(self._row_from(start))
                done = row[-1][1]
                if len(row) > 1:
                    yield row

    def _row_from(self, start: int) -> Iterator[Span]:
        member: Span | None = self._members[start]
        while member is not None:
            yield member
            end = member[1]
            joint = next((joint for joint in _JOINTS if self.words.text.startswith(joint, end)), None)
            member = self._members.get(end + len(joint)) if joint else None

    def _may_be_name(self, start: int, end: int, known: Sequence[Candidate]) -> bool:
        """Whether a word is no common one of the dictionary; a place or letters need several known members beside."""
        (index, *others) = self.words.inside(start, end)
        if others or self.words.text[start:end] in self.titles.refused or any(self.words.same_kind_beside(start, end)):
            return False
        if self.words.tags[index].startswith(_PART.place_name) or is_latin(self.words.word(index)):
            return len(known) >= _LEAST_KNOWN
        is_new = self.words.unknown[index] or self.words.unlisted[index]
        return is_new or self.words.tags[index].startswith(_PART.proper_noun)
