"""A place that may name something, and the choice among places that overlap."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from extractor.records import EntityType, MentionKind

Span = tuple[int, int]
NOWHERE: Span = (-1, -1)


class Trust(IntEnum):
    """How far a finder can be relied on; where places overlap the more reliable stays, then the longer."""

    GUESS = 1  # one weak sign: a surname by itself
    HINT = 2  # two weak signs: katakana joined by ・, and words that the dictionary lacks
    SIGN = 3  # one good sign: katakana with ・, a word for a firm before it
    KNOWN = 4  # lexicon, title, brackets, patterns of institutions
    SURE = 5  # lexicon or title where a shorter reading must not win


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may name something; offsets of ``Words.text``, end exclusive.

    link: id of a lexicon entry, ``iso:US``, ``provision:nato:5``; "" where there is none.
    role: the title beside it. wide: with title and honorific. acts_for: whom a person acts for (米).
    """

    start: int
    end: int
    label: EntityType
    rule: str
    trust: Trust
    link: str = ""
    kind: MentionKind = MentionKind.NAME
    role: Span = NOWHERE
    wide: Span = NOWHERE
    acts_for: Span = NOWHERE

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with start..end."""
        return self.start < end and start < self.end


class Taken:
    """Which characters are taken already."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Begin with the characters of ``spans`` taken."""
        self._taken: set[int] = set()
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Take all characters of start..end."""
        self._taken.update(range(start, end))

    def free(self, start: int, end: int) -> bool:
        """Whether no character of start..end is taken."""
        return self._taken.isdisjoint(range(start, end))


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates of which no two overlap, in text order: the more reliable first, then longer, then earlier."""
    taken = Taken()
    chosen = []
    for candidate in sorted(candidates, key=lambda c: (-c.trust, c.start - c.end, c.start, c.label, c.rule)):
        if candidate.start < candidate.end and taken.free(candidate.start, candidate.end):
            taken.take(candidate.start, candidate.end)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.start)
