"""Schools that the dictionary lacks: by who teaches there (青波国際大の田中花子教授), by their town (緑川中)."""

import re
from collections.abc import Iterator

from extractor.lexicon.organizations import Organizations
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.name_shapes import CHAIN, kanji_name_after
from extractor.naming.nouns import start_of_nouns
from extractor.naming.words import KANJI, Words, is_kanji
from extractor.records import EntityType

_END = re.compile("大(?=の)")
_SHORTEST = 3
_TOWN_LENGTHS = range(2, 5)
_TOWN = re.compile(rf"({KANJI.pattern}{{{_TOWN_LENGTHS[0]},{_TOWN_LENGTHS[-1]}}})[市町村](?![長議])")
_BEHIND = re.compile("[中小](?=[のにでをはがもと、])")


def find_schools(words: Words, organizations: Organizations, titles: Titles) -> Iterator[Candidate]:
    """Yield the schools, some more than once."""
    yield from find_universities(words, organizations, titles)
    yield from find_schools_of_towns(words)


def find_universities(words: Words, organizations: Organizations, titles: Titles) -> Iterator[Candidate]:
    """Yield the nouns that end with 大, before の and somebody with an academic title.

    県立北浜大の佐藤健准教授  →  県立北浜大;  被害拡大の田中知事  →  nothing
    """
    for match in _END.finditer(words.text):
        start, end = start_of_nouns(words, match.end()), match.end()
        if end - start < _SHORTEST or not is_kanji(words.text[start:end]) or not words.begins(match.start()):
            continue
        name_end = _end_of_person(words, match.end() + 1, titles)
        if name_end > 0 and words.text.startswith(organizations.teacher_forms, name_end):
            yield Candidate(start, end, EntityType.ORGANIZATION, "university", Trust.KNOWN)


def find_schools_of_towns(words: Words) -> Iterator[Candidate]:
    """Yield schools called after a town that the article names, however the tokeniser cuts them: 緑川町, 緑|川中|の."""
    text = words.text
    towns = {match.group(1) for match in _TOWN.finditer(text) if words.begins(match.start())}
    for behind in _BEHIND.finditer(text) if towns else ():
        for length in _TOWN_LENGTHS:
            start = behind.start() - length
            is_town = start >= 0 and text[start : behind.start()] in towns
            if is_town and words.begins(start) and not is_kanji(text[max(0, start - 1) : start]):
                yield Candidate(start, behind.end(), EntityType.ORGANIZATION, "school", Trust.KNOWN)


def _end_of_person(words: Words, start: int, titles: Titles) -> int:
    """Return where the person's name ends that begins at ``start``, 0 where none does."""
    chain = CHAIN.match(words.text, start)
    shape = None if chain else kanji_name_after(words, start, titles.follower_forms)
    return chain.end() if chain else shape.end if shape else 0
