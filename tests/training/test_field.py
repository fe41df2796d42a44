"""What CRFsuite has trained is read as it labels itself."""

import random
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from extractor.naming import name_field
from extractor.training.name_field import mean, read_weights

WORDS = ("山田", "氏", "は", "東京", "で", "\n", "=", "|", "述べた", "0: 1", "--> O")
LABELS = ("B-person", "O", "O", "B-place", "O", "O", "O", "O", "O", "I-place", "O")


@pytest.fixture(scope="module")
def texts() -> list[list[int]]:
    chance = random.Random(1)
    return [[chance.randrange(len(WORDS)) for _ in range(chance.randint(1, 30))] for _ in range(40)]


@pytest.fixture(scope="module")
def trained(texts: list[list[int]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    chance = random.Random(2)
    for text in texts:
        labels = [LABELS[i] if chance.random() < 0.9 else "O" for i in text]
        trainer.append([(f"form={WORDS[i]}", "always") for i in text], labels)
    trainer.set_params({"c1": 0.01, "c2": 0.01, "max_iterations": 50, "feature.possible_transitions": True})
    path = tmp_path_factory.mktemp("field") / "field.crfsuite"
    trainer.train(str(path))
    return path


def test_labels_and_probabilities_are_those_of_crfsuite(
    texts: list[list[int]], trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_field, "_BEYOND_DOUBT", 1e6)  # no word is settled before its neighbours are known
    field = read_weights(trained)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(trained))
    for text in texts:
        rows = [(f"form={WORDS[i]}", "always", "never seen") for i in text]
        expected = tagger.tag(rows)
        numbers = np.array([[field.vocabulary.number(feature) for feature in row] for row in rows]).T
        labels, probabilities = field.label(numbers)
        assert labels == expected
        marginals = [tagger.marginal(label, i) for i, label in enumerate(expected)]
        assert probabilities == pytest.approx(marginals, abs=1e-4)


def test_mean_takes_each_weight_for_what_it_is() -> None:
    one = name_field.Field(
        ["O", "B-person"], ["a", "b"], np.array([[1, 2], [3, 4], [0, 0]]), np.array([[1, 0], [0, 1]])
    )
    other = name_field.Field(["B-person", "O"], ["b"], np.array([[6, 8], [0, 0]]), np.array([[3, 0], [2, 5]]))
    both = mean([one, other])
    assert (both.labels, both.features) == (["B-person", "O"], ["a", "b"])
    assert both.states.tolist() == [[1, 0.5], [5, 5.5], [0, 0]]
    assert both.transitions.tolist() == [[2, 0], [1, 3]]
