"""What the words before a person's name say: the role (CEOアミット・ヨラン氏), and for whom (ウクライナの)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import TitleKind, Titles
from extractor.naming.candidate import NOWHERE, Candidate
from extractor.naming.words import Words
from extractor.records import EntityType

#: How many words directly before a name belong to its noun phrase: 社長|兼|CEO.
_MOST_BEFORE = 6
_WORD = load_function_words()
_JOINTS = (_WORD.genitive, "・", "（", "(")
_PART = load_parts_of_speech()
_NO_NAME = (_PART.adverbial_noun, _PART.numeral)
_NOMINAL = (_PART.noun, _PART.prefix, _PART.nominal_suffix)


@dataclass(frozen=True)
class Affiliations:
    """Completes the persons among ``names``, the chosen names of one article.

    references: words that refer back to an organisation or a country: 同協会(の報道担当者).
    """

    words: Words
    titles: Titles
    names: Sequence[Candidate]
    references: Sequence[Candidate] = ()

    def complete(self) -> list[Candidate]:
        """Return the names; persons with the role before them, their whole noun phrase, and whom they act for.

        国連事務総長アントニオ・グテレス氏  →  role 事務総長, phrase from 国連 on, for 国連
        """
        return [self._completed(name) if name.label is EntityType.PERSON else name for name in self.names]

    @cached_property
    def _by_end(self) -> dict[int, Candidate]:
        named = [*self.references, *self.names]
        return {name.end: name for name in named if name.label is not EntityType.PERSON}

    @cached_property
    def _covered(self) -> frozenset[int]:
        return frozenset(offset for name in self.names for offset in range(name.start, name.end))

    def _completed(self, person: Candidate) -> Candidate:
        role = person.role if person.role != NOWHERE else self._role_before(person.start)
        acts_for = person.acts_for
        if acts_for == NOWHERE and role != NOWHERE:
            acts_for = self._named_before(min(role[0], person.start))
        start = min(self._phrase_start(person.start), person.wide[0] if person.wide != NOWHERE else person.start)
        end = max(person.wide[1], person.end)
        return replace(person, role=role, acts_for=acts_for, wide=(start, end))

    def _role_before(self, start: int) -> tuple[int, int]:
        """Return the title that stands before a name: 会長 in 会長の田中太郎氏."""
        for joint in ("", _WORD.genitive, *self.titles.joint_forms, "・", "、"):
            end = start - len(joint)
            if not self.words.text.endswith(joint, 0, start) or not self.words.stops(end):
                continue
            for begin, kind in self.titles.index.ending_at(self.words.text, end):
                if kind is TitleKind.OFFICE and end - begin > 1 and self.words.begins(begin):
                    return begin, end
        return NOWHERE

    def _named_before(self, start: int) -> tuple[int, int]:
        """Return the country or organisation named directly before ``start``, or before a の, ・ or （ there.

        ウクライナの|(大統領), 阪神・|大山(選手), 振興会（|中村健次(会長)
        """
        for end in (start, start - 1) if self.words.text[start - 1 : start] in _JOINTS else (start,):
            name = self._by_end.get(end)
            if name is not None:
                return name.start, name.end
        return NOWHERE

    def _phrase_start(self, start: int) -> int:
        """Return where the nouns begin that stand directly before a name: ロシア外務省|マリア・ザハロワ報道官."""
        index = self.words.by_start.get(start)
        if index is None:
            return start
        for before in range(index - 1, max(-1, index - 1 - _MOST_BEFORE), -1):
            if not self.words.joined(before, before + 1) or not self._is_in_phrase(before):
                break
            start = self.words.starts[before]
        return start

    def _is_in_phrase(self, index: int) -> bool:
        tag = self.words.tags[index]
        if tag.startswith(_NO_NAME):
            return False
        if self.words.word(index) == "・":
            return (
                self.words.starts[index] + 1 not in self._covered and self.words.starts[index] - 1 not in self._covered
            )
        return tag.startswith(_NOMINAL)
