"""Organisations that the lexicon names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.lexicon.organizations import OrganizationName, Organizations
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.ages import followed_by_age
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.words import Words, is_kanji, is_katakana, is_latin
from extractor.records import EntityType

_ASCII = re.compile(r"[A-Za-z0-9]")
_PART = load_parts_of_speech()
_LONGEST_CHANNEL = 2


def find_known(words: Words, organizations: Organizations, countries: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield each organisation that the lexicon names, the longest first; institutions of a state with their country.

    北大西洋条約機構は  →  北大西洋条約機構
    """
    fields = organizations.fields_of(words.text)

    def is_meant(start: int, end: int, entry: OrganizationName) -> bool:
        is_thing = entry.kind == "company" and is_product(words, end)
        if followed_by_age(words.text, end):
            return False  # a child called アップル（16歳）
        is_in_field = entry.only_in.get(words.text[start:end], "") in ("", *fields)
        return is_in_field and not is_thing and _stands_alone(words, start, end, organizations.suffix_forms)

    for start, end, entry in organizations.index.find(words.text, is_meant):
        stop = end + _plus_at(words.text, end)
        if entry.kind == "media":
            stop = _station_end(words, stop)
        known = Candidate(start, stop, EntityType.ORGANIZATION, "organization", Trust.KNOWN, link=entry.id)
        if entry.kind == "agency":
            known = with_country(known, words, countries, organizations)
        yield _with_place(known, words) if entry.kind == "media" else known


def _plus_at(text: str, end: int) -> int:
    """Return the width of a + that belongs to the name in Latin letters before it: ESPN+."""
    return int(text.startswith("+", end) and is_latin(text[end - 1]) and not _ASCII.match(text, end + 1))


def _station_end(words: Words, end: int) -> int:
    """Return where the name of a network ends with the number or the town of its station: ABC|12, CBS|マイアミ."""
    index = words.by_start.get(end)
    if index is None or not is_latin(words.text[end - 1]):
        return end
    is_number = words.text[end : words.ends[index]].isdecimal() and words.ends[index] - end <= _LONGEST_CHANNEL
    is_town = words.tags[index].startswith(_PART.place_name) and not words.tags[index].startswith(_PART.state_name)
    return words.ends[index] if is_number or (is_town and is_katakana(words.word(index))) else end


def _with_place(known: Candidate, words: Words) -> Candidate:
    """Return a paper with the place before it, which makes it another one: 飛騨|毎日新聞社."""
    before = words.by_end.get(known.start)
    if before is None or not is_kanji(words.text[known.start : known.end]):
        return known
    tag = words.tags[before]
    if not tag.startswith(_PART.place_name) or tag.startswith(_PART.state_name):
        return known
    return replace(known, start=words.starts[before], link="")


def _stands_alone(words: Words, start: int, end: int, suffixes: tuple[str, ...]) -> bool:
    """Whether the name is no part of a longer word: not EU in MUSEUM, not 国連 in 帝国連合."""
    before, after = words.same_kind_beside(start, end)
    if (before and is_latin(words.text[start])) or (after and is_latin(words.text[end - 1])):
        return False
    if words.text[end : end + 1] in ("-", "－") and is_latin(words.text[end + 1 : end + 2]):
        return False  # RT-PCR
    if (before and not words.begins(start)) or (after and not words.stops(end)):
        return False
    if is_kanji(words.text[start]) and not words.begins(start):
        return False
    return words.stops(end) or not is_kanji(words.text[end - 1]) or words.text.startswith(suffixes, end)


def is_product(words: Words, end: int) -> bool:
    """Whether what follows the name of a firm makes it a product: ボーイング737, グーグルマップ."""
    following = words.text[end : end + 1]
    if not following:
        return False
    return (
        following.isdecimal()
        or (is_katakana(following) and is_katakana(words.text[end - 1]))
        or (is_latin(following) and words.text[end + 1 : end + 2].isdecimal())
    )


def with_country(
    known: Candidate, words: Words, countries: Sequence[Candidate], organizations: Organizations
) -> Candidate:
    """Return an institution of a state with what directly precedes it: チュニジア大統領府, 連邦選挙委員会.

    countries: those found. Only names that any state's institution may bear, which begin with a character.
    """
    if not is_kanji(words.text[known.start]) or known.link.startswith("wikidata:"):
        return known
    start = known.start
    before = words.by_end.get(start)
    if before is not None and words.word(before) in organizations.institutional_forms and len(words.word(before)) > 1:
        start = words.starts[before]
    start = next((country.start for country in countries if country.end == start), start)
    return known if start == known.start else replace(known, start=start, link="")
