"""Train the recogniser's field: CRFsuite learns it, its dump gives the weights, and the mean of several is taken.

A field errs where chance has weighed a feature too much; the mean of the weights of several, learned from differently
rewritten texts and from other networks' guesses, errs less, and costs no more where it is used. Since the totals of a
field are sums of weights, the mean of the weights is the mean of the totals (a logarithmic opinion pool).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from extractor.naming.name_features import features
from extractor.naming.name_field import Field
from extractor.naming.name_guesses import Guesses
from extractor.naming.recogniser import FIELD, NEWS
from extractor.training.name_labelled import Labelled
from extractor.training.name_settings import Settings

#: How CRFsuite's dump is written: sections, then 7: TEXT in lists, and (0) TEXT --> LABEL: WEIGHT.
_SECTIONS = re.compile(r"(?:^|\n}\n\n)(?:LABELS|ATTRIBUTES|TRANSITIONS|STATE_FEATURES) = {(?=\n)")
_LISTED = re.compile(r"\n *\d+: ")
_WEIGHT = re.compile(r"\n  \(\d\) (.*?) --> (\S+): (-?\d+\.\d+)(?=\n|\Z)", re.DOTALL)


def mean(fields: Sequence[Field]) -> Field:
    """Return the field whose weights are the means of those of ``fields``; a feature that one lacks weighs 0 there.

    All have the same labels, in whatever order.
    """
    labels = sorted(fields[0].labels)
    features_ = sorted({feature for field in fields for feature in field.features})
    number = {feature: row for row, feature in enumerate(features_)}
    states = np.zeros((len(features_) + 1, len(labels)), dtype=np.float32)
    transitions = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for field in fields:
        columns = [list(field.labels).index(label) for label in labels]
        states[[number[feature] for feature in field.features]] += field.states[:-1][:, columns]
        transitions += field.transitions[np.ix_(columns, columns)]
    return Field(labels, features_, states / len(fields), transitions / len(fields))


def fit(documents: Iterable[tuple[Labelled, Guesses | None]], settings: Settings) -> Field:
    """Return the field, learned from ``documents`` and guesses for each."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for document, guesses in documents:
        names = replace(document.names, guesses=guesses)
        items = pycrfsuite.ItemSequence(features(names, document.notion, settings.without))
        for _ in range(settings.news_weight if document.notion == NEWS else 1):
            trainer.append(items, document.labels)
    trainer.set_params(settings.crf_parameters())
    with TemporaryDirectory() as folder:
        path = Path(folder) / FIELD
        trainer.train(str(path))
        return read_weights(path)


def read_weights(path: Path) -> Field:
    """Return the field that CRFsuite wrote to ``path``; its dump is the only place where the library shows weights."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    with TemporaryDirectory() as folder:
        dump = Path(folder) / "dump"
        tagger.dump(str(dump))
        _, labels_, features_, moves, weights = _SECTIONS.split(dump.read_bytes().decode())
    labels, found = _LISTED.split(labels_)[1:], _LISTED.split(features_)[1:]
    label_numbers, feature_numbers = ({text: i for i, text in enumerate(texts)} for texts in (labels, found))
    states = np.zeros((len(found) + 1, len(labels)), dtype=np.float32)
    transitions = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for table, numbers, section in ((transitions, label_numbers, moves), (states, feature_numbers, weights)):
        for source, target, weight in _WEIGHT.findall(section):
            table[numbers[source], label_numbers[target]] = float(weight)
    return Field(labels, found, states, transitions)
