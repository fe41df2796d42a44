"""Persons between whose surname and title stands whose office they held: 木村|前日銀総裁, 佐藤|元東都大教授.

SudachiPy may cut such a run elsewhere (前日|銀), so it is read by its characters.
"""

from collections.abc import Iterator

from extractor.lexicon.titles import TitleKind, Titles
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.words import SURNAME_TAG, Words, is_kanji, is_katakana, is_latin
from extractor.records import EntityType

_LONGEST = 16  # characters from the prefix to the title
_SHORTEST_SURNAME = 2  # 林元大使 may be any word


def find_former_holders(words: Words, titles: Titles) -> Iterator[Candidate]:
    """Yield each surname before a prefix (前, 元), whatever has the office, and the title."""
    for index, tag in enumerate(words.tags):
        start, end = words.starts[index], words.ends[index]
        if tag != SURNAME_TAG or end - start < _SHORTEST_SURNAME:
            continue
        prefix = next((form for form in titles.prefix_forms if words.text.startswith(form, end)), "")
        title = _title_behind(words, titles, end + len(prefix)) if prefix else -1
        if title > 0:
            yield Candidate(start, end, EntityType.PERSON, "title", Trust.SURE, role=(end, title), wide=(start, title))


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
