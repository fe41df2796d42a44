"""What stands around a name in its article and tells namesakes apart: where somebody governs, that they are accused."""

import re
from functools import cache
from itertools import pairwise

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_parts import load_name_parts
from extractor.lexicon.offices import Reach, load_offices
from extractor.records import Entity, MentionKind

_BEFORE, _AFTER = 12, 10  # characters that are looked at


def find_seat(entity: Entity, text: str) -> str | None:
    """Return the place that a name stands with, None where there is none.

    北浜県の佐藤知事 → 北浜県; 佐藤美咲北浜県知事 → 北浜県
    """
    for mention in _names(entity):
        before = _seat_before().search(text[max(0, mention[0] - _BEFORE) : mention[0]])
        after = _seat_after().match(text[mention[1] : mention[1] + _AFTER])
        if found := before or after:
            return found.group(1)
    return None


def is_accused(entity: Entity, text: str) -> bool:
    """Whether a name stands with 容疑者, 被告 and the like, or this is its title."""
    forms = load_offices().accused_forms
    return entity.role in forms or any(text.startswith(forms, end) for _, end in _names(entity))


def defined_abbreviation(entity: Entity, text: str) -> tuple[str, str] | None:
    """Return name and abbreviation where the article sets them side by side.

    北大西洋条約機構（NATO） → 北大西洋条約機構, NATO
    """
    spans = list(_names(entity))
    for (start, end), (other, other_end) in pairwise(spans):
        if other == end + 1 and text[end] in "(（" and text[other_end : other_end + 1] in (")", "）"):
            return text[start:end], text[other:other_end]
    return None


def _names(entity: Entity) -> list[tuple[int, int]]:
    return sorted((m.start, m.end) for m in entity.mentions if m.kind is MentionKind.NAME)


@cache
def _seat_before() -> re.Pattern[str]:
    return re.compile(f"({_place()}){load_function_words().genitive}?$")


@cache
def _seat_after() -> re.Pattern[str]:
    """市 in 磯崎市長 is of the place and of the title."""
    offices = {form for entry in load_offices().entries if entry.reach is Reach.LOCAL for form in entry.forms}
    titles = {form[1:] if form.startswith(load_name_parts().seat_forms) else form for form in offices}
    return re.compile(f"({_place()})(?:{'|'.join(sorted(titles))})")


def _place() -> str:
    return f"[一-鿿々ヶァ-ヴー]{{1,6}}[{''.join(load_name_parts().seat_forms)}]"
