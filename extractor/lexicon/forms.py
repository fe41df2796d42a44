"""Finding any of many written forms in a text, the longest first, in time linear in the text."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, count
from operator import add, or_
from typing import Generic, TypeVar

V = TypeVar("V")


class FormIndex(Generic[V]):
    """Written forms, each with what it stands for."""

    def __init__(self, forms: Iterable[tuple[str, V]]) -> None:
        """Keep ``forms``; where one comes twice the first counts. Empty forms are refused with ValueError."""
        self._values: dict[str, V] = {}
        for form, value in forms:
            if not form:
                raise ValueError("an empty form would be found everywhere")
            self._values.setdefault(form, value)
        self._characters = frozenset(form for form in self._values if len(form) == 1)

    @cached_property
    def _openings(self) -> Mapping[str, Sequence[int]]:
        """From the first two characters of a form, or its only one, to how long those are that begin so."""
        return _sizes(((form[:2], form[0], len(form)) for form in self._values), self._characters)

    @cached_property
    def _closings(self) -> Mapping[str, Sequence[int]]:
        """From the last two characters of a form, or its only one, to how long those are that end so."""
        return _sizes(((form[-2:], form[-1], len(form)) for form in self._values), self._characters)

    def __contains__(self, form: str) -> bool:
        return form in self._values

    def get(self, form: str) -> V | None:
        """Return what ``form`` stands for, None where it is not known."""
        return self._values.get(form)

    def places(self, text: str) -> Iterator[int]:
        """Yield where in ``text`` a form may begin, by its first two characters: few places are left to look at."""
        return compress(count(), self.may_begin(map(add, text, text[1:] + " "), text))

    def may_begin(self, pairs: Iterable[str], characters: Iterable[str]) -> Iterable[bool]:
        """Return whether a form may begin with each of ``pairs``, two characters. characters: the first of each."""
        found: Iterable[bool] = map(self._openings.__contains__, pairs)
        return map(or_, found, map(self._characters.__contains__, characters)) if self._characters else found

    def endings(self, text: str) -> Iterator[int]:
        """Yield where in ``text`` a form may end, by its last two characters."""
        may_end: Iterable[bool] = map(self._closings.__contains__, map(add, " " + text, text))
        if self._characters:
            may_end = map(or_, may_end, map(self._characters.__contains__, text))
        return compress(count(1), may_end)

    def find(self, text: str, fits: Callable[[int, int, V], bool]) -> Iterator[tuple[int, int, V]]:
        """Yield (start, end, value) of forms in ``text`` in their order, of which no two overlap.

        fits: asked of forms that begin at one place with (start, end, value), the longest first, until one does.
        """
        done = 0
        for start in self.places(text):
            if start < done:
                continue
            for end, value in self.at(text, start):
                if fits(start, end, value):
                    yield start, end, value
                    done = end
                    break

    def at(self, text: str, start: int) -> Sequence[tuple[int, V]]:
        """Return (end, value) for every form that begins at ``start``, the longest first."""
        sizes = self._openings.get(text[start : start + 2]) or self._openings.get(text[start : start + 1])
        if not sizes:  # as in most places
            return ()
        known = self._values
        return [
            (start + size, known[form])
            for size in sizes
            if (form := text[start : start + size]) in known and len(form) == size
        ]

    def ending_at(self, text: str, end: int) -> Sequence[tuple[int, V]]:
        """Return (start, value) for every form that ends at ``end``, the longest first."""
        sizes = self._closings.get(text[max(end - 2, 0) : end]) or self._closings.get(text[max(end - 1, 0) : end])
        if not sizes:
            return ()
        known = self._values
        return [
            (end - size, known[form]) for size in sizes if size <= end and (form := text[end - size : end]) in known
        ]


def _sizes(edges: Iterable[tuple[str, str, int]], single: Container[str]) -> Mapping[str, Sequence[int]]:
    """Return from edge to the sizes of the forms with it, the longest first.

    edges: of each form, two characters and one, with its size. single: forms of one character, which pairs hold too.
    """
    found: dict[str, set[int]] = {}
    for pair, character, size in edges:
        found.setdefault(pair, {1} if character in single else set()).add(size)
    return {edge: tuple(sorted(sizes, reverse=True)) for edge, sizes in found.items()}
