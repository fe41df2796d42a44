"""Teams that are called by their town, in news of sport: 青森―秋田."""

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.organizations import Organizations
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.name_shapes import kanji_name_after
from extractor.naming.nouns import is_closed, start_of_nouns
from extractor.naming.words import PLACE_TAG, PROPER_TAG, SURNAME_TAG, Words, is_kanji, is_katakana
from extractor.records import EntityType

_PART = load_parts_of_speech()
_SPORT = "sport"
#: What stands between two teams that meet.
_WORD = load_function_words()
_SIGN = load_name_signs()
_CASES = (_WORD.topic, _WORD.nominative, _WORD.accusative, _WORD.genitive, _WORD.quotative)
_AFTER_TEAM = (*_CASES, *_SIGN.match, "（", "、")
_SHORTEST, _LONGEST = 2, 8
_DASH = "[―–—－−-]"
#: Behind the name of who was beaten: に2－1で, を3－0で.
_SCORE = re.compile(rf"(?:{_WORD.dative}|{_WORD.accusative})(?=\d{{1,3}}{_DASH}\d{{1,3}}{_WORD.locative})")
_VERSUS = re.compile(rf"[^\S\n]?\d{{1,3}}{_DASH}\d{{1,3}}[^\S\n]?|{_DASH}|{'|'.join(map(re.escape, _SIGN.versus))}")
#: The team that somebody met, before 戦後に and the like.
_AROUND_MATCH = re.compile(r"(?<![ァ-ヺー・])([ァ-ヺー・]{2,})戦[前後](?=[、のには])")
#: Letters for a club at the head of its name.
_CLUB = re.compile(r"(?<![A-Za-z])(?:FC|SC|AC|FK|SK|SV|CF)(?![A-Za-z])")


def find_teams_by_place(
    words: Words, organizations: Organizations, titles: Titles, named: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the towns that meet each other, and those that meet a team. named: countries and organisations found.

    青森―秋田, ベガルタ仙台対秋田  →  青森, 秋田, 秋田;  津工を3－0で下した  →  津工;  東レ滋賀が  →  東レ滋賀
    磯崎シーガルズの田辺翔投手  →  磯崎シーガルズ
    """
    yield from _of_players(words, organizations, titles)
    if _SPORT not in organizations.fields_of(words.text):
        return
    yield from _beaten(words)
    yield from _met(words)
    yield from _clubs(words)
    yield from _of_a_firm(words, organizations, named)
    pairs = list(_VERSUS.finditer(words.text))
    teams = {offset for name in named if name.label is EntityType.ORGANIZATION for offset in (name.start, name.end)}
    countries = {offset for name in named if name.label is EntityType.COUNTRY for offset in (name.start, name.end)}
    for match in pairs:
        left, right = words.by_end.get(match.start()), words.by_start.get(match.end())
        places = [index for index in (left, right) if index is not None and _is_town(words, index, countries)]
        known = (match.start() in teams) + (match.end() in teams)
        if left is not None and right is not None and len(places) + known > 1:
            for index in places:
                span = words.starts[index], words.ends[index]
                yield Candidate(*span, EntityType.ORGANIZATION, "team-by-place", Trust.KNOWN)


def _of_players(words: Words, organizations: Organizations, titles: Titles) -> Iterator[Candidate]:
    """Yield a town and katakana before a player's name: 磯崎|シーガルズ|の|田辺翔投手."""
    for index, tag in enumerate(words.tags[1:], 1):
        is_name = words.unlisted[index] or (tag.startswith(PROPER_TAG) and not tag.startswith(PLACE_TAG))
        if not is_name or not is_katakana(words.word(index)) or not _is_town_of_team(words, index - 1):
            continue
        end = words.ends[index]
        if not words.joined(index - 1, index) or not words.text.startswith(_WORD.genitive, end):
            continue
        shape = kanji_name_after(words, end + 1, titles.follower_forms)
        if shape is not None and words.text.startswith(organizations.player_forms, shape.end):
            yield Candidate(words.starts[index - 1], end, EntityType.ORGANIZATION, "team", Trust.KNOWN)


def _is_town_of_team(words: Words, index: int) -> bool:
    """Whether a place in characters stands there, or what may be one, and no noun is joined before it: 磯崎."""
    if not is_kanji(words.word(index)) or not words.tags[index].startswith((PLACE_TAG, SURNAME_TAG)):
        return False
    return not words.joined(index - 1, index) or not words.tags[index - 1].startswith(_PART.noun)


def _beaten(words: Words) -> Iterator[Candidate]:
    """Yield teams that begin with a town, before a particle and the score: 鳥取に2－1で勝った, 津工を3－0で下した."""
    for match in _SCORE.finditer(words.text):
        start, end = start_of_nouns(words, match.start()), match.start()
        first = words.by_start.get(start)
        if first is None or not _SHORTEST <= end - start <= _LONGEST or not is_kanji(words.text[start:end]):
            continue
        if words.tags[first].startswith(PLACE_TAG) and not words.tags[first].startswith(_PART.state_name):
            yield Candidate(start, end, EntityType.ORGANIZATION, "team-by-place", Trust.KNOWN)


def _met(words: Words) -> Iterator[Candidate]:
    """Yield katakana before 戦後 and 戦前, which the tokeniser takes for a time without war: ブルペス|戦後に."""
    for match in _AROUND_MATCH.finditer(words.text):
        if words.begins(match.end(1)):
            yield Candidate(*match.span(1), EntityType.ORGANIZATION, "team-met", Trust.SIGN)


def _clubs(words: Words) -> Iterator[Candidate]:
    """Yield a club whose name begins with letters for one: FC|青森, SC|しまなみ."""
    for match in _CLUB.finditer(words.text):
        index = words.by_start.get(match.end())
        if index is None or not words.begins(match.start()) or not words.joined(index - 1, index):
            continue
        is_name = words.tags[index].startswith(PROPER_TAG) or words.unlisted[index]
        if is_name and is_closed(words, index + 1):
            yield Candidate(match.start(), words.ends[index], EntityType.ORGANIZATION, "club", Trust.KNOWN)


def _of_a_firm(words: Words, organizations: Organizations, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a firm with the town of its team: 東レ滋賀が."""
    for name in named:
        entry = organizations.by_id.get(name.link)
        index = words.by_start.get(name.end)
        if entry is None or entry.kind != "company" or index is None or not _is_last_town(words, index):
            continue
        span = name.start, words.ends[index]
        yield Candidate(*span, EntityType.ORGANIZATION, "team-by-place", Trust.KNOWN)


def _is_last_town(words: Words, index: int) -> bool:
    """Whether a town stands there and a particle that a team takes follows: 東レ|滋賀|が, not 東レ|滋賀|で."""
    if not words.tags[index].startswith(PLACE_TAG) or words.tags[index].startswith(_PART.state_name):
        return False
    return words.text.startswith(_AFTER_TEAM, words.ends[index])


def _is_town(words: Words, index: int, countries: set[int]) -> bool:
    """Whether a place stands there alone that is no country."""
    if not words.tags[index].startswith(PLACE_TAG) or words.starts[index] in countries:
        return False
    return not any(
        words.joined(*sorted((index, other)))
        and words.tags[other].startswith(_PART.noun)
        and words.tags[other] != _PART.numeral
        for other in (index - 1, index + 1)
        if 0 <= other < len(words)
    )
