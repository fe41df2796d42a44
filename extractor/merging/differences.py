"""What differs between two wordings, as spans of both."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from extractor.merging.registry import Difference, Edit

_ISLAND = 1  # characters; what stays alone between two changes is no word: they are one change

_EDITS = {"replace": Edit.REPLACED, "insert": Edit.ADDED, "delete": Edit.LEFT_OUT}


def differences(first: str, text: str) -> Iterator[Difference]:
    """Yield where ``text`` differs from ``first``, in order. Offsets count code points of each, end exclusive.

    今国会に提出する, 今の国会に提出する → added の
    """
    for start, end, other, other_end in _changes(first, text):
        tag = "insert" if start == end else "delete" if other == other_end else "replace"
        yield Difference(
            edit=_EDITS[tag],
            first_start=start,
            first_end=end,
            first_text=first[start:end],
            start=other,
            end=other_end,
            text=text[other:other_end],
        )


def _changes(first: str, text: str) -> list[tuple[int, int, int, int]]:
    changes: list[tuple[int, int, int, int]] = []
    for tag, start, end, other, other_end in SequenceMatcher(None, first, text, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if changes and start - changes[-1][1] <= _ISLAND and other - changes[-1][3] <= _ISLAND:
            start, other = changes.pop()[::2]  # noqa: PLW2901 - the change before goes on
        changes.append((start, end, other, other_end))
    return changes
