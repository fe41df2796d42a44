"""Values of words, written as codes: what holds of equal words is worked out once, and moved about by numpy."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Generic, TypeVar

import numpy as np

T = TypeVar("T", bound=Hashable)
U = TypeVar("U", bound=Hashable)
Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, eq=False)
class Coded(Generic[T]):
    """A value for each word of an article: ``values[codes[i]]`` is that of the word i. Some values may be equal."""

    values: Sequence[T]
    codes: Array

    @classmethod
    def of(cls, items: Iterable[T]) -> "Coded[T]":
        """Return ``items``, each value once. 米, は, 米  →  values 米, は; codes 0, 1, 0"""
        items = list(items)
        values = list(dict.fromkeys(items))
        code_of = dict(zip(values, count()))
        return cls(values, np.fromiter(map(code_of.__getitem__, items), dtype=np.intp, count=len(items)))

    def items(self) -> list[T]:
        """Return the value of each word."""
        values = self.values
        return [values[code] for code in self.codes.tolist()]

    def each(self, change: Callable[[T], U]) -> "Coded[U]":
        """Return what ``change`` makes of each value."""
        return Coded(list(map(change, self.values)), self.codes)

    def where(self, fits: Callable[[T], bool]) -> Array:
        """Return the words whose values fit."""
        return np.flatnonzero(np.fromiter(map(fits, self.values), dtype=bool, count=len(self.values))[self.codes])

    def at(self, places: Array) -> "Coded[T]":
        """Return for each of ``places`` the value of the word there."""
        return Coded(self.values, self.codes[places])

    def bordered(self, border: T, width: int) -> "Coded[T]":
        """Return the values with ``width`` times ``border`` behind them, and thus before them: at negative places."""
        return Coded([*self.values, border], np.append(self.codes, [len(self.values)] * width))

    def joined(self, other: "Coded[U]") -> "Coded[tuple[T, U]]":
        """Return the pairs that these values make with those of ``other`` for the same words."""
        width = max(len(other.values), 1)
        pairs, codes = np.unique(self.codes * width + other.codes, return_inverse=True)
        left, right = (pairs // width).tolist(), (pairs % width).tolist()
        return Coded([(self.values[i], other.values[j]) for i, j in zip(left, right, strict=True)], codes)
