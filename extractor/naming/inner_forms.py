"""Persons by the inner form of their names: surname and given name side by side, katakana joined by ・."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractor.brackets import OPENING_PARENTHESES
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.chains import Chains
from extractor.naming.name_shapes import is_pair_apart, kanji_name_after
from extractor.naming.nouns import is_closed
from extractor.naming.vetoes import fills_brackets, is_named_after
from extractor.naming.words import GIVEN_TAG, PERSON_TAG, SURNAME_TAG, Words, is_kanji, is_katakana
from extractor.records import EntityType

_PART = load_parts_of_speech()
_CLOSING = (_PART.particle, _PART.mark)
_GIVEN = 2  # characters of a given name that the dictionary has as the name of a thing


@dataclass(frozen=True)
class InnerForms:
    """Finds names by their own parts in one article. chains: its katakana."""

    words: Words
    titles: Titles
    chains: Chains

    def find(self) -> Iterator[Candidate]:
        """Yield the names, some more than once."""
        yield from self.full_names()
        yield from self.single_names()

    def full_names(self) -> Iterator[Candidate]:
        """Yield surname and given name side by side, and katakana joined by ・ with a personal name in it."""
        for index, (tag, following) in enumerate(pairwise(self.words.tags)):
            is_given = following == GIVEN_TAG
            is_pair = is_given and self.words.joined(index, index + 1)
            if is_given and not is_pair and is_pair_apart(self.words, index, self.titles.short_surnames):
                start, end = self.words.starts[index], self.words.ends[index + 1]
                yield Candidate(start, end, EntityType.PERSON, "full-name", Trust.SIGN, wide=(start, end))
            if tag == SURNAME_TAG and self._is_new_pair(index):
                start, end = self.words.starts[index], self.words.ends[index + 1]
                is_member = self.words.text.startswith(OPENING_PARENTHESES, end)  # 佐藤天寧（青波電機）
                sign = Trust.KNOWN if is_member else Trust.SIGN
                yield Candidate(start, end, EntityType.PERSON, "full-name", sign, wide=(start, end))
            if is_pair and self.words.word(index) not in self.titles.refused:
                shape = kanji_name_after(self.words, self.words.starts[index], self.titles.follower_forms)
                is_word = shape is not None and self.words.text[slice(*shape.span)] in self.titles.refused
                if shape is not None and not is_word and not self.chains.is_known(shape.start):
                    end = self._without_title(*shape.span)
                    sign = Trust.KNOWN if end < shape.end else Trust.SIGN
                    yield Candidate(shape.start, end, EntityType.PERSON, "full-name", sign, wide=shape.span)
        for start, end in self.chains.spans:
            trust = self._trust_in_chain(start, end)
            if trust is not None:
                yield Candidate(start, end, EntityType.PERSON, "chain", trust, wide=(start, end))

    def _is_new_pair(self, index: int) -> bool:
        """Whether the surname and a proper noun of two characters, which no noun joins, are a name: 佐藤|天寧."""
        words, given = self.words, index + 1
        if not words.tags[given].startswith(_PART.plain_proper_noun):
            return False
        both = words.word(index) + words.word(given)
        if not words.joined(index, given) or not is_kanji(both) or len(words.word(given)) != _GIVEN:
            return False
        is_open = not words.joined(index - 1, index) or words.tags[index - 1].startswith(_CLOSING)
        is_free = not (self.chains.is_known(words.starts[index]) or self.chains.is_known(words.starts[given]))
        return is_open and is_free and (not words.joined(given, given + 1) or is_closed(self.words, given + 1))

    def _without_title(self, start: int, end: int) -> int:
        """Return where the name ends before a title that the tokeniser cut: 小山田|久市|長 → 小山田久."""
        titles = self.titles.index.ending_at(self.words.text, end)
        return next((at for at, _ in titles if end - at > 1 and not self.words.begins(at) and at - start > 1), end)

    def _trust_in_chain(self, start: int, end: int) -> Trust | None:
        """Return how far katakana joined by ・ is a person by its parts alone; None where it is none.

        マット・ハンコック → GUESS or more; ゴールデン・グローブ(賞) → None
        """
        text = self.words.text
        if "・" not in text[start:end] or self.chains.is_known(start) or self.chains.is_known(end - 1):
            return None
        if (
            is_named_after(self.words, start, end, self.titles)
            or text[start:end].split("・")[-1] in self.titles.refused
            or text[start:end] in self.titles.refused
            or text[start:end].split("・")[0] in self.titles.refused
            or fills_brackets(self.words, start, end)
        ):
            return None
        inside = [index for index in self.words.inside(start, end) if self.words.word(index) not in "・＝=-"]
        personal = [self.words.tags[index].startswith(PERSON_TAG) for index in inside]
        new = [
            self.words.unknown[index] or self.words.tags[index].startswith(_PART.plain_proper_noun) for index in inside
        ]
        if all(one or other for one, other in zip(personal, new, strict=True)):
            return Trust.SIGN if any(personal) else Trust.HINT
        return Trust.GUESS if any(personal) or any(new) else None

    def single_names(self) -> Iterator[Candidate]:
        """Yield single words that the dictionary knows as names of persons, as guesses; and famous names."""
        text = self.words.text
        for index, tag in enumerate(self.words.tags):
            if tag != _PART.whole_name or self.chains.is_known(self.words.starts[index]):
                continue
            start, end = self.words.starts[index], self.words.ends[index]
            if end - start > 2 and (is_kanji(text[start]) or "・" in text[start:end]):
                yield Candidate(start, end, EntityType.PERSON, "dictionary", Trust.GUESS, wide=(start, end))
        for start in self.words.places(self.titles.famous_index):
            for end, _ in self.titles.famous_index.at(text, start):
                is_whole = not is_katakana(text[start]) or self.chains.at.get(start) == (start, end)
                if is_whole and self.words.stops(end) and not self.chains.is_known(start):
                    yield Candidate(start, end, EntityType.PERSON, "famous", Trust.SIGN, wide=(start, end))
                    break
