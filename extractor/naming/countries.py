"""Countries by their names, the longest first, where nothing beside them makes them something else."""

from collections.abc import Iterator

from extractor.lexicon.countries import Countries, CountryContext, Side
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.words import Words, is_kanji, is_katakana
from extractor.records import EntityType


def find_countries(words: Words, countries: Countries) -> Iterator[Candidate]:
    """Yield each name of a country.

    アメリカ人とインド洋と中国語  →  アメリカ
    """

    def is_country(start: int, end: int, _: str) -> bool:
        return (
            _stands_alone(words, start, end, countries)
            and not _means_else(words.text, start, end, countries)
            and not _ends_chain(words.text, start, countries)
        )

    for start, end, iso in countries.index.find(words.text, is_country):
        yield Candidate(start, end, EntityType.COUNTRY, "country", Trust.KNOWN, link=f"iso:{iso}")


def _stands_alone(words: Words, start: int, end: int, countries: Countries) -> bool:
    """Whether the name is no part of a longer word: not イラン in アイランド, not 日本 in 日本銀行."""
    before, after = words.same_kind_beside(start, end)
    if (before and not words.begins(start)) or (after and not words.stops(end)):
        return False
    if not is_kanji(words.text[start]):
        return True
    rest = words.text[end : words.ends[words.covering(start)]]
    return words.begins(start) and (words.stops(end) or rest in countries.endings)


def _means_else(text: str, start: int, end: int, countries: Countries) -> bool:
    """Whether a word beside the name gives it another meaning: インド in インド洋."""
    return any(
        (not context.forms or text[start:end] in context.forms) and _is_beside(context, text, start, end)
        for context in countries.contexts
    )


def _is_beside(context: CountryContext, text: str, start: int, end: int) -> bool:
    if context.side is Side.AFTER:
        return text.startswith(context.words, end)
    return text.endswith(context.words, 0, start)


def _ends_chain(text: str, start: int, countries: Countries) -> bool:
    """Whether the name stands after ・ and katakana that is no country: オー・ド・フランス, but not 米・ウクライナ."""
    if text[start - 1 : start] != "・" or start < 2 or not is_katakana(text[start - 2]):
        return False
    before = next((begin for begin, _ in countries.index.ending_at(text, start - 1)), None)
    return before is None and text[start - 2] not in countries.by_character
