"""Agencies and papers in datelines: 【ワシントン共同】, （AFP＝時事）, 【ブダペスト＝ハンガリー通信】."""

import re
from collections.abc import Iterator

from extractor.lexicon.organizations import Needs, Organizations
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.name_shapes import looks_personal
from extractor.naming.words import PLACE_TAG, Words, is_katakana
from extractor.records import EntityType

#: The last word before the closing bracket is who reports.
_DATELINE = re.compile(r"[【（(](?:[^【】（）()\n]|（[^（）\n]{1,12}）){0,24}(?=[】）)])")
#: Who reports, behind a place.
_AGENCY = re.compile(r"[＝=]([^＝=・\s]{3,12})$")


def find_in_datelines(words: Words, organizations: Organizations) -> Iterator[Candidate]:
    """Yield who reports at the end of each dateline: 【ワシントン共同】 → 共同."""
    text = words.text
    for match in _DATELINE.finditer(text):
        agency = _AGENCY.search(match.group())
        start = match.start() + agency.start(1) if agency is not None else match.end()
        if start < match.end() and _is_agency(words, organizations, start, match.end()):
            yield Candidate(start, match.end(), EntityType.ORGANIZATION, "dateline", Trust.SURE)
            continue
        for begin, _ in organizations.dateline_index.ending_at(text, match.end()):
            is_apart = text[begin - 1] in "【（(）)＝=・ 　" or text[match.start()] == "【"
            if begin > match.start() and is_apart:
                yield Candidate(begin, match.end(), EntityType.ORGANIZATION, "dateline", Trust.KNOWN)
            break


def _is_agency(words: Words, organizations: Organizations, start: int, end: int) -> bool:
    """Whether what reports behind a place ends as a medium does, or is katakana and no person or place."""
    heads = organizations.head_index.ending_at(words.text, end)
    if any(start < begin and head.needs is Needs.PROPER for begin, head in heads):
        return True
    is_place = all(words.tags[index].startswith(PLACE_TAG) for index in words.inside(start, end))
    return is_katakana(words.text[start:end]) and not is_place and not looks_personal(words, start, end)
