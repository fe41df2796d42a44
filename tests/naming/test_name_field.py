"""The trained field: its labels are the likeliest of all rows of labels, its probabilities those of all rows."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.naming.name_field import Field
from extractor.naming.name_words import Array

LABELS = ("O", "B-person", "I-person")


def field(seed: int, features: int = 6, strength: float = 2.0) -> Field:
    random = np.random.default_rng(seed)
    states = random.normal(scale=strength, size=(features + 1, len(LABELS))).astype(np.float32)
    states[-1] = 0
    moves = random.normal(scale=strength, size=(len(LABELS), len(LABELS))).astype(np.float32)
    return Field(LABELS, [f"w0={number}" for number in range(features)], states, moves)


def all_rows(trained: Field, numbers: Array) -> dict[tuple[int, ...], float]:
    """Every row of labels with its total."""
    totals = trained.states[numbers].sum(axis=0)
    rows = product(range(len(LABELS)), repeat=len(totals))
    return {
        row: float(
            sum(totals[i, label] for i, label in enumerate(row))
            + sum(trained.transitions[a, b] for a, b in pairwise(row))
        )
        for row in rows
    }


@settings(deadline=None)
@given(seed=st.integers(0, 10_000), words=st.integers(1, 6))
def test_labels_and_probabilities_are_those_of_all_rows(seed: int, words: int) -> None:
    trained = field(seed)
    numbers = np.random.default_rng(seed + 1).integers(0, 7, size=(3, words))
    rows = all_rows(trained, numbers)
    labels, probabilities = trained.label(numbers)
    best = tuple(LABELS.index(label) for label in labels)
    assert rows[best] == pytest.approx(max(rows.values()), abs=1e-4)  # of rows that are as good either will do
    whole = sum(np.exp(total) for total in rows.values())
    for word, probability in enumerate(probabilities):
        share = sum(np.exp(total) for row, total in rows.items() if row[word] == best[word]) / whole
        assert probability == pytest.approx(share, rel=1e-4)


def test_stretches_of_any_length_between_settled_words() -> None:
    # feature 0 settles a word; 1 leaves it open
    states = np.array([[40, 0, 0], [0, 3, 1], [0, 0, 0]], dtype=np.float32)
    moves = np.array([[0, 0, -9], [0, -9, 4], [0, -9, 4]], dtype=np.float32)
    trained = Field(LABELS, ["w0=は", "w0=山"], states, moves)
    lengths = [1, 2, 3, 5, 17, 70]
    numbers = np.array([[n for length in lengths for n in (*[1] * length, 0)]])
    name = {length: ["B-person", *["I-person"] * (length - 1)] for length in lengths}
    assert trained.label(numbers).labels == [label for length in lengths for label in (*name[length], "O")]


def test_another_opinion_is_added_before_anything_is_settled() -> None:
    states = np.array([[15, 0, 0], [0, 0, 0]], dtype=np.float32)  # the field is sure that no name is there
    trained = Field(LABELS, ["w0=山"], states, np.zeros((3, 3), np.float32))
    numbers, opinion = np.array([[0, 0]]), np.log(np.array([[1e-9, 1, 1e-9], [1, 1e-9, 1e-9]]))
    assert trained.label(numbers).labels == ["O", "O"]
    assert trained.label(numbers, opinion).labels == ["B-person", "O"]
    assert trained.label(numbers, np.log(np.full((2, 3), 1 / 3))).labels == ["O", "O"]


def test_no_words() -> None:
    assert field(1).label(np.empty((3, 0), dtype=np.int32)) == ([], [])


def test_what_is_written_is_read() -> None:
    trained = field(2)
    again = Field.from_bytes(trained.to_bytes())
    numbers = np.array([[0, 3, 6, 2]])
    assert again.label(numbers) == trained.label(numbers)
    assert list(again.vocabulary.features) == list(trained.features)


@pytest.mark.parametrize("content", [b"", b"changed"], ids=["empty", "text"])
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises((ValueError, EOFError)):
        Field.from_bytes(content)
