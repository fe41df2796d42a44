"""Persons between whose name and title stands that they held the office, or whose: 木村|前日銀総裁, 田中誠|元農相.

SudachiPy may cut such a run elsewhere (前日|銀, 誠元), so it is read by its characters.
"""

from collections.abc import Iterator

from extractor.lexicon.titles import TitleKind, Titles
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.words import GIVEN_TAG, PERSON_TAG, SURNAME_TAG, Words, is_kanji, is_katakana, is_latin
from extractor.records import EntityType

_LONGEST = 16  # characters from the prefix to the title
_SHORTEST_SURNAME = 2  # 林元大使 may be any word


def find_former_holders(words: Words, titles: Titles) -> Iterator[Candidate]:
    """Yield surnames before a prefix (前, 元), whatever has the office, and the title; and names that took 元 in."""
    for index, tag in enumerate(words.tags):
        start, end = words.starts[index], words.ends[index]
        if tag != SURNAME_TAG or end - start < _SHORTEST_SURNAME or _is_given_name(words, index + 1):
            continue
        prefix = next((form for form in titles.prefix_forms if words.text.startswith(form, end)), "")
        title = _title_behind(words, titles, end + len(prefix)) if prefix else -1
        if title > 0:
            yield _held(start, end, title)
    yield from _cut_before_prefix(words, titles)


def _held(start: int, end: int, title_end: int) -> Candidate:
    return Candidate(start, end, EntityType.PERSON, "title", Trust.SURE, role=(end, title_end), wide=(start, title_end))


def _is_given_name(words: Words, index: int) -> bool:
    """Whether a given name of several characters stands there, as in 山田|元夫|会長."""
    return index < len(words) and words.tags[index] == GIVEN_TAG and words.ends[index] - words.starts[index] > 1


def _cut_before_prefix(words: Words, titles: Titles) -> Iterator[Candidate]:
    """Yield names whose last character is a prefix of the title behind: 田中|誠元|農相 → 田中誠.

    Not where the article has the longer name without a title too.
    """
    found: list[Candidate] = []
    whole: set[str] = set()
    for index in (following for following, tag in enumerate(words.tags[:-1], 1) if tag == SURNAME_TAG):
        start, end = words.starts[index - 1], words.ends[index]
        is_name = words.tags[index].startswith(PERSON_TAG) and end - words.starts[index] > 1
        if not is_name or words.text[end - 1] not in titles.prefix_forms:
            continue
        title = next((stop for stop, kind in titles.index.at(words.text, end) if kind is TitleKind.OFFICE), -1)
        if title > 0 and words.stops(title) and words.joined(index - 1, index):
            found.append(_held(start, end - 1, title))
        else:
            whole.add(words.text[start:end])
    yield from (name for name in found if words.text[name.start : name.end + 1] not in whole)


def _title_behind(words: Words, titles: Titles, start: int) -> int:
    """Return the end of the first title that ends the run of names from ``start`` on, -1 where none does."""
    for place in range(start + 1, start + _LONGEST):
        if not _is_of_name(words.text[place - 1 : place]):
            return -1
        for end, kind in titles.index.at(words.text, place):
            ends = words.stops(end) and not _is_of_name(words.text[end : end + 1])
            if kind is TitleKind.OFFICE and ends:
                return end
    return -1


def _is_of_name(char: str) -> bool:
    return bool(char) and (is_kanji(char) or is_katakana(char) or is_latin(char))
