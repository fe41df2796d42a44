"""The features that the trained field has weights for, by number: all others count for nothing."""

from collections.abc import Sequence

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

    def number(self, feature: str) -> int:
        """Return the number of ``feature``."""
        return self._numbers.get(feature, self.unknown)

    def values(self, template: str) -> Sequence[tuple[str, int]]:
        """Return the values that the features of ``template`` have, as written, with their numbers."""
        return self._values.get(template, ())
