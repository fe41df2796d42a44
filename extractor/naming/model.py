"""Names that the trained recogniser found, where the lexicon and the rules leave room for them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.recogniser import ORGANIZATION, PERSON, NameFound
from extractor.naming.vetoes import fills_brackets
from extractor.naming.words import PLACE_TAG, Words
from extractor.records import EntityType

RULE = "recogniser"
_PART = load_parts_of_speech()
#: Countries are the lexicon's alone: it knows their codes.
_TYPES = {PERSON: EntityType.PERSON, ORGANIZATION: EntityType.ORGANIZATION}
#: From the first score on a name counts, from the second on as surely as one with a good sign.
_LEAST, _SIGN = 0.8, 0.95
_JOINTS = ("・", "＝")


def find_recognised(
    words: Words, found: Iterable[NameFound], titles: Titles, refused_endings: tuple[str, ...]
) -> Iterator[Candidate]:
    """Yield the persons and organisations among ``found`` that are sure enough, without titles at their end.

    titles: titles, and words that are no names. refused_endings: of what is neither.

    木下は病院を出た (木下: person, 0.9)  →  木下
    """
    for name in found:
        label = _TYPES.get(name.label)
        if label is None or name.score < _LEAST:
            continue
        start, end = name.start, name.end
        if label is EntityType.PERSON:
            end = _without_titles(words.text, start, _before_reading(words.text, start, end), titles)
        text = words.text[start:end]
        if text in titles.refused or _is_part(words, start, end):
            continue
        if text.endswith(refused_endings):
            continue
        if label is EntityType.ORGANIZATION and not _may_be_organization(words, start, end, titles):
            continue
        if label is EntityType.PERSON and _is_place(words, start, end):
            continue
        trust = Trust.SIGN if name.score >= _SIGN else Trust.GUESS
        yield Candidate(start, end, label, RULE, trust, wide=(start, name.end))


def complete(candidates: Iterable[Candidate], recognised: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield ``candidates``; a person whose name the recogniser has longer at its front begins where that does.

    佳奈 before さん, レイス佳奈 by the recogniser  →  レイス佳奈, with the title
    """
    longer = {c.end: c for c in recognised if c.trust >= Trust.SIGN and c.label is EntityType.PERSON}
    for candidate in candidates:
        name = longer.get(candidate.end)
        if name is not None and candidate.label is EntityType.PERSON and name.start < candidate.start:
            yield replace(candidate, start=name.start, wide=(name.start, max(candidate.wide[1], name.end)))
        else:
            yield candidate


def _before_reading(text: str, start: int, end: int) -> int:
    """Return where the name ends before its reading in brackets: 福士真菜（まな） → 福士真菜."""
    places = [text.find(bracket, start + 1, end) for bracket in "（("]
    return min((place for place in places if place > 0), default=end)


def _without_titles(text: str, start: int, end: int, titles: Titles) -> int:
    """Return where the name ends without titles, also inside a word: トランプ大統領 → トランプ."""
    for title_start, _ in titles.index.ending_at(text, end):
        if title_start > start and end - title_start > 1:
            return _without_titles(text, start, title_start, titles)
    return end


def _may_be_organization(words: Words, start: int, end: int, titles: Titles) -> bool:
    """Whether it is more than a place (バルセロナ), a word that any may bear (上院), or a former one (元|党)."""
    inside = words.inside(start, end)
    if len(inside) == 1 and words.tags[inside[0]].startswith(_PART.common_noun) and not words.unknown[inside[0]]:
        return False
    if words.word(inside[0]) in titles.prefix_forms and len(inside) == 2:
        return False
    return not _is_place(words, start, end)


def _is_place(words: Words, start: int, end: int) -> bool:
    """Whether the dictionary knows all its words as names of places."""
    return all(words.tags[index].startswith(PLACE_TAG) for index in words.inside(start, end))


def _is_part(words: Words, start: int, end: int) -> bool:
    """Whether it is part of a longer name (タッカー・カールソン|・トゥナイト), or fills brackets, as works do."""
    before, after = words.text[start - 1 : start], words.text[end : end + 1]
    if before in _JOINTS or after in _JOINTS or any(words.same_kind_beside(start, end)):
        return True
    return fills_brackets(words, start, end)
