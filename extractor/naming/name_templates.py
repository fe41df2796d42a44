"""The numbers of the features that templates make: for all words of a text at once, by tables.

A value of a column that no feature has counts as any other such value. What is left is few enough for tables: from the
values so far and the next one to what is known of them together, and in the end to the feature's number.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

import numpy as np

from extractor.naming.coded import Array, Coded
from extractor.naming.name_vocabulary import JOINT, Vocabulary

#: Columns with the distance of the word whose value is meant; a feature has the values of all of them.
Template = tuple[tuple[str, int], ...]


class TemplateNumbers:
    """Knows the numbers of the features of templates."""

    def __init__(self, known: Vocabulary, templates: Mapping[str, Template], border: str) -> None:
        """known: the features that have numbers. templates: by name. border: the value where there is no word."""
        self._ids: dict[str, dict[str, int]] = {}
        features = {name: list(_features(known, name, len(template))) for name, template in templates.items()}
        for name, template in templates.items():
            for place, (column, _) in enumerate(template):
                ids = self._ids.setdefault(column, {})
                for values, _ in features[name]:
                    ids.setdefault(values[place], len(ids) + 1)
        self._reach = max((abs(offset) for template in templates.values() for _, offset in template), default=0)
        self._beyond = {column: np.full(self._reach, ids.get(border, 0)) for column, ids in self._ids.items()}
        self._steps = [
            (template, self._tables(template, features[name], known.unknown)) for name, template in templates.items()
        ]

    def _tables(
        self, template: Template, features: Sequence[tuple[Sequence[str], int]], unknown: int
    ) -> Sequence[Array]:
        """Return for each column of ``template`` a table, shape (states, ids).

        It leads from what is known of the values of the columns before, a state, to that with its own value: another
        state, 0 where no feature begins so. That of the last column leads to numbers.
        """
        states: dict[Sequence[str], int] = {(): 0}
        tables: list[Array] = []
        for place, (column, _) in enumerate(template):
            is_last = place + 1 == len(template)
            ids, following = self._ids[column], {} if is_last else dict[Sequence[str], int]()
            table = np.full(
                (max(states.values(), default=0) + 1, len(ids) + 1), unknown if is_last else 0, dtype=np.int32
            )
            for values, number in features:
                so_far = values[: place + 1]
                reached = number if is_last else following.setdefault(so_far, len(following) + 1)
                table[states[so_far[:-1]], ids[values[place]]] = reached
            tables.append(table)
            states = following
        return tables

    def ids(self, columns: Mapping[str, Coded[str]]) -> dict[str, Array]:
        """Return for each column that templates ask for the ids of its values, 0 for those that no feature has."""
        found = {}
        for name, ids in self._ids.items():
            column = columns[name]
            known = np.fromiter(map(ids.get, column.values, repeat(0)), np.intp, len(column.values))
            found[name] = known[column.codes]
        return found

    def numbers(self, ids: Mapping[str, Array], start: int, end: int) -> Array:
        """Return the numbers of the features of the words from ``start`` to ``end``: shape (templates, words).

        ids: of all words; beyond ``start`` and ``end`` there is no word.
        """
        near = {
            name: np.concatenate([self._beyond[name], column[start:end], self._beyond[name]])
            for name, column in ids.items()
        }
        found = np.empty((len(self._steps), end - start), dtype=np.int32)
        for row, (template, tables) in zip(found, self._steps, strict=True):
            values = (near[name][self._reach + offset :][: end - start] for name, offset in template)
            state: int | Array = 0
            for table, value in zip(tables, values, strict=True):
                state = table.take(state * table.shape[1] + value)
            row[:] = state
        return found


def _features(known: Vocabulary, template: str, width: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the values of each feature of ``template`` with its number.

    A word that is ``JOINT`` itself has no features together with others.
    """
    for value, number in known.values(template):
        values = (value,) if width == 1 else tuple(value.split(JOINT))
        if len(values) == width:
            yield values, number
