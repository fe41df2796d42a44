"""Ages behind names: 高實まりえ（２７）."""


def followed_by_age(text: str, offset: int) -> bool:
    """Whether an age in brackets stands at ``offset``: （27）, (4歳)."""
    return text[offset : offset + 1] in ("（", "(") and is_age(text, offset + 1)


def is_age(text: str, start: int, ends: str = "）)歳") -> bool:
    """Whether one to three digits begin at ``start`` and one of ``ends`` follows them: 27）, 4歳."""
    stop = start
    while stop < len(text) and text[stop].isdecimal() and stop - start < 3:
        stop += 1
    return stop > start and stop < len(text) and text[stop] in ends
