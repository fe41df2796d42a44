"""Whether two titles can be one person's: the head of a state is not the head of a firm as well."""

from collections.abc import Iterable

from extractor.lexicon.offices import FieldOfLife, Reach, load_offices


def is_other_holder(role: str, roles: Iterable[str]) -> bool:
    """Whether ``role`` and one of ``roles`` are an office of state and one in business.

    最高経営責任者, [大統領] → True; 総裁, [首相] → False; 社長, [前大統領] → True
    """
    kind = _kind(role)
    return kind is not None and any(other not in (None, kind) for other in map(_kind, roles))


def _kind(role: str) -> FieldOfLife | None:
    """Return the field of a title that says whether somebody serves the state or a firm, otherwise None."""
    offices = load_offices()
    bare = role
    for tense in offices.tense_forms:
        bare = bare.removeprefix(tense)
    entry = offices.by_form.get(bare)
    if entry is None:
        return None
    is_of_state = entry.field is FieldOfLife.PUBLIC and entry.reach is Reach.ONE
    return entry.field if is_of_state or entry.field is FieldOfLife.BUSINESS else None
