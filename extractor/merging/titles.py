"""A title as it is written becomes an office, by which two articles can be compared."""

from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon.offices import FieldOfLife, Reach, load_offices


@dataclass(frozen=True, slots=True)
class Office:
    """An office. id: what titles of one office share. bare: the title without 元, 前 and the like.

    field: None where the title is not known.
    """

    id: str
    bare: str
    field: FieldOfLife | None
    reach: Reach
    is_past: bool = False


@lru_cache(maxsize=65536)
def read_office(title: str) -> Office:
    """Return the office of a title, an unknown one's by its own words.

    元総理大臣 → prime-minister, past; デジタル大臣 → デジタル相, one a state; 木工職人 → 木工職人, many
    """
    bare = title
    while tense := next((form for form in load_offices().tense_forms if bare.startswith(form)), None):
        if len(bare) <= len(tense) + 1:
            break
        bare = bare.removeprefix(tense)
    entry = load_offices().by_form.get(bare)
    if entry:
        name = f"{entry.id}:{bare}" if entry.apart else entry.id
        return Office(name, bare, entry.field, entry.reach, is_past=bare != title)
    minister = _in_short(bare)
    if (
        minister.endswith(tuple(entry.short for entry in load_offices().ministers))
        and len(minister) > 1
        and not _is_lesser(minister[:-1])
    ):
        return Office(minister, bare, FieldOfLife.PUBLIC, Reach.ONE, is_past=bare != title)
    return Office(bare, bare, None, Reach.MANY, is_past=bare != title)


def is_same_office(one: Office, other: Office) -> bool:
    """Whether two titles can be one office's: the same one, or the end of the other.

    総理大臣, 首相 → True; 長官, 官房長官 → True; 大統領, 副大統領 → False
    """
    if one.id == other.id:
        return True
    short, long = sorted((one.bare, other.bare), key=len)
    return len(short) > 1 and long.endswith(short) and not _is_lesser(long.removesuffix(short))


def _in_short(title: str) -> str:
    """Return the title of a minister as headlines have it, any other as it is: デジタル大臣 → デジタル相."""
    endings = (entry for entry in load_offices().ministers if title.endswith(entry.long))
    return next((title.removesuffix(entry.long) + entry.short for entry in endings), title)


def _is_lesser(before: str) -> bool:
    return before.endswith(load_offices().lesser_forms)
