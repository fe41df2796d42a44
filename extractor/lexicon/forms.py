"""Finding any of many written forms in a text, the longest first, in time linear in the text."""

from collections.abc import Callable, Iterable, Iterator
from itertools import compress, count
from operator import add, or_
from typing import Generic, TypeVar

V = TypeVar("V")


class FormIndex(Generic[V]):
    """Written forms, each with what it stands for."""

    def __init__(self, forms: Iterable[tuple[str, V]]) -> None:
        """Keep ``forms``; where one comes twice the first counts. Empty forms are refused with ValueError."""
        self._values: dict[str, V] = {}
        by_first: dict[str, set[int]] = {}
        by_last: dict[str, set[int]] = {}
        for form, value in forms:
            if not form:
                raise ValueError("an empty form would be found everywhere")
            self._values.setdefault(form, value)
            by_first.setdefault(form[0], set()).add(len(form))
            by_last.setdefault(form[-1], set()).add(len(form))
        self._by_first = {char: tuple(sorted(sizes, reverse=True)) for char, sizes in by_first.items()}
        self._by_last = {char: tuple(sorted(sizes, reverse=True)) for char, sizes in by_last.items()}
        self._openings = frozenset(form[:2] for form in self._values if len(form) > 1)
        self._closings = frozenset(form[-2:] for form in self._values if len(form) > 1)
        self._characters = frozenset(form for form in self._values if len(form) == 1)

    def __contains__(self, form: str) -> bool:
        return form in self._values

    def get(self, form: str) -> V | None:
        """Return what ``form`` stands for, None where it is not known."""
        return self._values.get(form)

    def places(self, text: str) -> Iterator[int]:
        """Yield where in ``text`` a form may begin, by its first two characters: few places are left to look at."""
        may_begin: Iterable[bool] = map(self._openings.__contains__, map(add, text, text[1:] + " "))
        if self._characters:
            may_begin = map(or_, may_begin, map(self._characters.__contains__, text))
        return compress(count(), may_begin)

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

    def at(self, text: str, start: int) -> Iterable[tuple[int, V]]:
        """Return (end, value) for every form that begins at ``start``, the longest first."""
        lengths = self._by_first.get(text[start : start + 1])
        return self._among(lengths, text, start) if lengths else ()  # in most places none begins

    def _among(self, lengths: Iterable[int], text: str, start: int) -> Iterator[tuple[int, V]]:
        for length in lengths:
            value = self._values.get(text[start : start + length])
            if value is not None and start + length <= len(text):
                yield start + length, value

    def ending_at(self, text: str, end: int) -> Iterable[tuple[int, V]]:
        """Return (start, value) for every form that ends at ``end``, the longest first."""
        lengths = self._by_last.get(text[end - 1 : end])
        return self._ending_among(lengths, text, end) if lengths else ()

    def _ending_among(self, lengths: Iterable[int], text: str, end: int) -> Iterator[tuple[int, V]]:
        for length in lengths:
            value = self._values.get(text[end - length : end]) if length <= end else None
            if value is not None:
                yield end - length, value
