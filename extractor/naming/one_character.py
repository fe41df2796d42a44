"""Countries written with one character, only where Japanese reads them so.

米ロ首脳会談, 日米韓, 訪米, 対ロ制裁, 米大統領, 米アップル, 米・ウクライナ — but not 日中は暑い, 南米, 英語, 米を食べる.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractor.lexicon.countries import Character, CharacterPrefix, Countries, GuardedRun
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.nouns import end_of_nouns
from extractor.naming.words import Words, is_kanji, is_katakana, is_latin
from extractor.numerals import JAPANESE_NUMERALS
from extractor.records import EntityType

_PART = load_parts_of_speech()
#: What may stand between the members of a list of countries: 米・ウクライナ, 米、英, 日本と米.
_WORD = load_function_words()
_DAY = "日"  # Japan, and the sign of a day of the month
_SEPARATORS = f"・、{_WORD.quotative}/／－-"
_PARTICLES = (*_WORD.subjects, _WORD.genitive, _WORD.dative, _WORD.quotative, _WORD.accusative, "、")


def find_one_character(words: Words, countries: Countries, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield each country of one character. named: countries found by their full names, for lists."""
    found: set[int] = set()
    found.update(_in_runs(words, countries))
    found.update(_after_prefixes(words, countries))
    found.update(_before_heads(words, countries))
    found.update(_in_lists(words, countries, named, found))
    found.update(_by_themselves(words, countries, named, found))
    for start in sorted(found):
        iso = countries.by_character[words.text[start]].iso
        yield Candidate(start, start + 1, EntityType.COUNTRY, "one-character", Trust.KNOWN, link=f"iso:{iso}")


def _in_runs(words: Words, countries: Countries) -> Iterator[int]:
    """Yield the characters of runs: 日米韓 → 日, 米, 韓."""
    text = words.text
    run = re.compile(f"[{''.join(countries.by_character)}]{{2,6}}")
    for match in run.finditer(text):
        start, end = match.span()
        # ロ is also katakana: ロシア and ロッテ are no runs
        while end > start and is_katakana(text[end - 1]) and is_katakana(text[end : end + 1]):
            end -= 1
        if end - start < 2 or not words.begins(start) or not words.stops(end):
            continue
        if (is_katakana(text[start]) and is_katakana(text[start - 1 : start])) or _is_date(text, start):
            continue
        if text.startswith(countries.long_heads, start + 1):
            continue  # 英|西海岸
        if len(set(text[start:end])) < end - start or _is_guarded_off(text, start, end, countries.guarded):
            continue
        yield from range(start, end)


def _is_date(text: str, start: int) -> bool:
    """Whether 日 follows a number: 12日朝."""
    before = text[start - 1 : start]
    return text[start] == _DAY and bool(before) and (before.isdecimal() or before in JAPANESE_NUMERALS)


def _is_guarded_off(text: str, start: int, end: int, guarded: Sequence[GuardedRun]) -> bool:
    run = text[start:end]
    return any(run in guard.runs and not text.startswith(guard.before, end) for guard in guarded)


def _after_prefixes(words: Words, countries: Countries) -> Iterator[int]:
    """Yield the character after 訪, 対, 在 …, and those of a run after it: 対中ロ → 中, ロ."""
    text = words.text
    by_prefix = {entry.prefix: entry for entry in countries.prefixes}
    for match in re.finditer("|".join(map(re.escape, by_prefix)), text):
        index, entry = match.start(), by_prefix[match.group()]
        if text[index + 1 : index + 2] not in entry.characters or not words.begins(index):
            continue
        end = index + 1
        while end < len(text) and text[end] in entry.characters:
            end += 1
        while end > index + 1 and not _may_end(words, end, entry, countries.prefix_endings):
            end -= 1
        yield from range(index + 1, end)


def _may_end(words: Words, end: int, entry: CharacterPrefix, endings: tuple[str, ...]) -> bool:
    """Whether what a prefix makes a country may end here: 対中政策, 親中派; not 対ロ in 対ロッテ戦."""
    text = words.text
    if is_katakana(text[end - 1]) and is_katakana(text[end : end + 1]):
        return False
    return (words.stops(end) or text.startswith(endings, end)) and not text.startswith(entry.not_before, end)


def _before_heads(words: Words, countries: Countries) -> Iterator[int]:
    """Yield the character before 大統領, 政府 … and before a name in katakana or Latin letters: 米アップル → 米."""
    text = words.text
    for start in words.starts:
        character = countries.by_character.get(text[start])
        if character is None or (is_katakana(text[start]) and is_katakana(text[start - 1 : start])):
            continue
        after = start + 1
        if _is_date(text, start):
            continue
        if any(text.startswith(entry.heads, after) and text[start] not in entry.not_for for entry in countries.heads):
            if not is_kanji(text[start - 1 : start]) or start in words.by_end:
                yield start
        elif (
            (character.before_name and words.begins(after) and _is_name_start(words, after))
            or _is_before_work(words, start, character)
            or _is_before_last_head(words, start, countries)
        ):
            yield start


def _is_before_work(words: Words, start: int, character: Character) -> bool:
    """Whether the character stands alone before 『, and the article is not on what else it means: 英『テレグラフ』."""
    is_alone = character.before_name and words.text.startswith("『", start + 1) and words.stops(start + 1)
    return is_alone and not _has_rival(words.text, character.rivals)


@lru_cache(32)
def _has_rival(text: str, rivals: tuple[str, ...]) -> bool:
    """Whether the article is on what else a character means, by its ``rivals``: コメ, but not in コメント."""
    places = (match.end() for rival in rivals for match in re.finditer(re.escape(rival), text))
    return any(not (is_katakana(text[end - 1]) and is_katakana(text[end : end + 1])) for end in places)


def _is_before_last_head(words: Words, start: int, countries: Countries) -> bool:
    """Whether nouns that end with a head follow the character, and none is joined before it: 米|医学|誌."""
    character = words.text[start]
    if not _is_before_noun(words, start) or words.ends[words.by_start[start]] != start + 1:
        return False
    if _has_rival(words.text, countries.by_character[character].rivals):
        return False
    heads = {head for entry in countries.last_heads if character not in entry.not_for for head in entry.heads}
    ends = (words.ends[index] for index in words.inside(start + 1, end_of_nouns(words, start + 1)))
    nouns = (words.text[start + 1 : end] for end in ends if not is_kanji(words.text[end : end + 1]))
    return any(noun.endswith(tuple(heads)) for noun in nouns)


def _is_name_start(words: Words, start: int) -> bool:
    """Whether a proper noun in katakana or Latin letters begins at ``start``."""
    index = words.by_start.get(start)
    if index is None:
        return False
    char = words.text[start]
    if not (is_katakana(char) or is_latin(char)):
        return False
    return words.tags[index].startswith(_PART.proper_noun) or words.unknown[index] or is_latin(char)


def _in_lists(words: Words, countries: Countries, named: Sequence[Candidate], found: set[int]) -> Iterator[int]:
    """Yield single characters beside a country that is set off by ・ 、 と: 米・露・ウクライナ → 米, 露."""
    text = words.text
    ends = {country.end for country in named} | {start + 1 for start in found}
    starts = {country.start for country in named} | found
    for start in _single(words, countries, found):
        if start >= 2 and _separates(text, start - 1, countries.by_character[text[start]]) and start - 1 in ends:
            ends.add(start + 1)
            yield start
    for start in reversed(_single(words, countries, found)):
        if _separates(text, start + 1, countries.by_character[text[start]]) and start + 2 in starts:
            starts.add(start)
            yield start


def _single(words: Words, countries: Countries, found: set[int]) -> list[int]:
    """Return where a word of one character is that may be a country."""
    return [
        start
        for start, end in zip(words.starts, words.ends, strict=True)
        if end == start + 1
        and words.text[start] in countries.by_character
        and start not in found
        and not _is_date(words.text, start)
    ]


def _separates(text: str, offset: int, character: Character) -> bool:
    """Whether what stands at ``offset`` joins ``character`` to another country; only ・ does where it is a word too."""
    separator = text[offset : offset + 1]
    return bool(separator) and separator in ("・" if character.also_word else _SEPARATORS)


def _by_themselves(words: Words, countries: Countries, named: Sequence[Candidate], found: set[int]) -> Iterator[int]:
    """Yield single characters before a particle or noun in an article that names the country otherwise too: 米は.

    Not where the article is about what else the character means (米 beside 田 or コメ).
    """
    text = words.text
    isos = {country.link for country in named} | {f"iso:{countries.by_character[text[start]].iso}" for start in found}
    for start in _single(words, countries, found):
        character = countries.by_character[text[start]]
        if not character.before_name or f"iso:{character.iso}" not in isos:
            continue
        if not (text.startswith(_PARTICLES, start + 1) or _is_before_noun(words, start)):
            continue
        if not _has_rival(text, character.rivals) and not is_kanji(text[start - 1 : start]):
            yield start


def _is_before_noun(words: Words, start: int) -> bool:
    """Whether a noun is joined to the character, and none stands before it: 米|竜巻."""
    index = words.by_start.get(start)
    if index is None or not words.joined(index, index + 1):
        return False
    is_first = not words.joined(index - 1, index) or not words.tags[index - 1].startswith(
        (_PART.noun, _PART.prefix, _PART.suffix)
    )
    return is_first and words.tags[index + 1].startswith(_PART.common_noun)
