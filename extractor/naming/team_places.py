"""Teams that are called by their town, in news of sport: 青森―秋田."""

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon.organizations import Organizations
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.nouns import start_of_nouns
from extractor.naming.words import PLACE_TAG, Words, is_kanji
from extractor.records import EntityType

_PART = load_parts_of_speech()
_SPORT = "sport"
#: What stands between two teams that meet.
_AFTER_TEAM = ("は", "が", "を", "の", "と", "戦", "（", "、")
_SHORTEST, _LONGEST = 2, 8
_DASH = "[―–—－−-]"
#: Behind the name of who was beaten: に2－1で, を3－0で.
_SCORE = re.compile(rf"(?:に|を)(?=\d{{1,3}}{_DASH}\d{{1,3}}で)")
_VERSUS = re.compile(rf"[^\S\n]?\d{{1,3}}{_DASH}\d{{1,3}}[^\S\n]?|{_DASH}|対|vs\.?")


def find_teams_by_place(words: Words, organizations: Organizations, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the towns that meet each other, and those that meet a team. named: countries and organisations found.

    青森―秋田, ベガルタ仙台対秋田  →  青森, 秋田, 秋田;  津工を3－0で下した  →  津工;  東レ滋賀が  →  東レ滋賀
    """
    if _SPORT not in organizations.fields_of(words.text):
        return
    yield from _beaten(words)
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


def _beaten(words: Words) -> Iterator[Candidate]:
    """Yield teams that begin with a town, before a particle and the score: 鳥取に2－1で勝った, 津工を3－0で下した."""
    for match in _SCORE.finditer(words.text):
        start, end = start_of_nouns(words, match.start()), match.start()
        first = words.by_start.get(start)
        if first is None or not _SHORTEST <= end - start <= _LONGEST or not is_kanji(words.text[start:end]):
            continue
        if words.tags[first].startswith(PLACE_TAG) and not words.tags[first].startswith(_PART.state_name):
            yield Candidate(start, end, EntityType.ORGANIZATION, "team-by-place", Trust.KNOWN)


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
