"""Mistakes by kind: what to mend first, with examples to look at."""

from collections.abc import Iterable
from typing import NamedTuple

from extractor.evaluation.figures import Frozen


class Mistake(NamedTuple):
    """One thing that went wrong. ``text``: the words it is about, and what was made of them."""

    kind: str
    doc: str
    text: str


class Example(Frozen):
    """Where a mistake was made, on one line."""

    doc: str
    text: str


class MistakeKind(Frozen):
    """A kind of mistake, how often it was made, and some examples."""

    kind: str
    count: int
    examples: tuple[Example, ...] = ()


def group_mistakes(mistakes: Iterable[Mistake], *, examples: int) -> tuple[MistakeKind, ...]:
    """Return the kinds in alphabetical order, each with its number and up to ``examples`` examples."""
    of_kind: dict[str, list[Mistake]] = {}
    for mistake in mistakes:
        of_kind.setdefault(mistake.kind, []).append(mistake)
    return tuple(
        MistakeKind(
            kind=kind,
            count=len(found),
            examples=tuple(Example(doc=mistake.doc, text=mistake.text) for mistake in found[:examples]),
        )
        for kind, found in sorted(of_kind.items())
    )


def on_one_line(text: str, *, width: int = 90) -> str:
    """Return ``text`` with its line breaks shown as ⏎; of more than ``width`` characters both ends, joined by ……."""
    shown = text.replace("\n", "⏎")
    half = width // 2
    return shown if len(shown) <= width else f"{shown[:half]}……{shown[-half:]}"


def words_at(start: int, end: int, text: str) -> str:
    """Return the words there, or the offsets where the article's text is not known."""
    return text[start:end] or f"characters {start} to {end}"
