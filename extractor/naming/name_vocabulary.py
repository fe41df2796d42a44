"""The features that the trained field has weights for, by number: all others count for nothing."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import repeat

JOINT = "|"  #: between the values of a feature that has several


class Vocabulary:
    """Features, each with its number; ``unknown`` is the number of all that are not among them."""

    def __init__(self, features: Sequence[str]) -> None:
        """features: as they are written, TEMPLATE=VALUE or TEMPLATE=VALUE|VALUE."""
        self.features = tuple(features)
        self.unknown = len(self.features)
        self._numbers = {feature: number for number, feature in enumerate(self.features)}
        self._values: dict[str, list[tuple[str, int]]] = {}
        for feature, number in self._numbers.items():
            template, _, value = feature.partition("=")
            self._values.setdefault(template, []).append((value, number))
        self._tables: dict[str, dict[Hashable, int]] = {}

    def number(self, feature: str) -> int:
        """Return the number of ``feature``."""
        return self._numbers.get(feature, self.unknown)

    def numbers(self, template: str, values: Iterable[Hashable], joined: int) -> list[int]:
        """Return the numbers of the features that ``template`` makes of ``values``.

        joined: of how many values each is; tuples, where of more than one.
        """
        return list(map(self._table(template, joined).get, values, repeat(self.unknown)))

    def _table(self, template: str, joined: int) -> Mapping[Hashable, int]:
        """Return the numbers by value. A word that is ``JOINT`` itself has no features together with others."""
        if template not in self._tables:
            known = self._values.get(template, ())
            self._tables[template] = {(v if joined == 1 else tuple(v.split(JOINT))): number for v, number in known}
        return self._tables[template]
