"""Trained parts: reading their weights, once their passport shows that they were made for this program."""

import hashlib
import json
import math
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain, repeat
from pathlib import Path
from typing import Annotated, Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractor.errors import ModelError

PASSPORT, WEIGHTS = "meta.json", "weights.json"
_REMEDY = "make it with make train"
_NEAR = 1e-6  # weighted sums that differ by less may be equal

Finite = Annotated[float, Field(allow_inf_nan=False)]


class PartFile(BaseModel):
    """Base of what a trained part's files hold: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LinearWeights(PartFile):
    """A weight for each feature; a feature that is not named counts for nothing."""

    intercept: Finite
    weights: dict[str, Finite] = Field(min_length=1)

    def total(self, features: Mapping[str, float]) -> float:
        """Return the weighted sum of ``features``, the same in whatever order they come."""
        known = self.weights
        return math.fsum([self.intercept, *[known[name] * x for name, x in features.items() if name in known]])

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the logistic function of the weighted sum of ``features``."""
        return (1 + math.tanh(self.total(features) / 2)) / 2  # the logistic function; unlike exp it never overflows


class ClassWeights(PartFile):
    """Weights for each of several classes."""

    classes: dict[str, LinearWeights] = Field(min_length=2)

    @cached_property
    def _table(self) -> tuple[dict[str, int], NDArray[np.float64], NDArray[np.float64]]:
        """The row of each feature; the rows, which are weights by the classes' names, and one of 0; the intercepts."""
        ordered = [self.classes[name] for name in sorted(self.classes)]
        rows = {name: row for row, name in enumerate(dict.fromkeys(chain(*(each.weights for each in ordered))))}
        table = np.array([[each.weights.get(name, 0.0) for each in ordered] for name in (*rows, "")])
        return rows, table, np.array([each.intercept for each in ordered])

    def likeliest(self, features: Mapping[str, float]) -> str:
        """Return the class with the largest weighted sum of ``features``, the first by name among equal ones."""
        rows, table, intercepts = self._table
        places = list(map(rows.get, features, repeat(len(rows))))
        totals = np.array(list(features.values())) @ table[places] + intercepts
        behind = totals.max() - totals
        near = [name for name, less in zip(sorted(self.classes), behind.tolist(), strict=True) if less < _NEAR]
        # what differs by less is summed exactly: the last bits of the others hang on the machine
        return near[0] if len(near) == 1 else max(near, key=lambda name: self.classes[name].total(features))

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return how probable each class is; together they are 1."""
        totals = {name: weights.total(features) for name, weights in self.classes.items()}
        largest = max(totals.values())
        shares = {name: math.exp(total - largest) for name, total in totals.items()}
        return {name: share / math.fsum(shares.values()) for name, share in shares.items()}


class TrainingData(PartFile):
    """Documents that a part was trained or scored on.

    statements, names: how many are annotated, 0 where it is the other that counts. sha256: of their annotation, texts
    included by their digests.
    """

    name: str
    documents: int
    statements: int = 0
    names: int = 0
    sha256: str
    licence: str


class Passport(PartFile):
    """What a trained part is, and what it was made from and for.

    version: of the program that made it. feature_set: of its features. made_for: packages whose output it was trained
    on, with the release that it holds for (major and minor). scores: by the documents that they were measured on.
    files: SHA-256 of the weights by file name, for weights that a native library reads.
    """

    part: str
    version: str
    feature_set: int
    reads: tuple[str, ...]
    writes: str
    made_for: dict[str, str]
    made_with: dict[str, str]
    command: str
    data: tuple[TrainingData, ...]
    settings: dict[str, Any]
    scores: dict[str, Any]
    files: dict[str, str] = {}


F = TypeVar("F", bound=PartFile)


def models_folder() -> Traversable:
    """Return the folder of trained parts: the installed package's, or the one beside it in a plain checkout."""
    try:
        return files("extractor.models")
    except ModuleNotFoundError:
        return Path(__file__).parents[1] / "models"


def load_linear(part: str, *, feature_set: int, folder: Traversable | None = None) -> LinearWeights:
    """Return the weights of the trained part ``part``.

    folder: of all parts, the package's own where None is given.
    Raises ModelError, one line with part, reason and remedy, where a file is missing or malformed, or where the part
    was made for other features or another release of spaCy or GiNZA.
    """
    place, _ = open_part(part, feature_set=feature_set, folder=folder)
    return _read(place, WEIGHTS, LinearWeights)


def load_classes(part: str, *, feature_set: int, folder: Traversable | None = None) -> ClassWeights:
    """Return the weights by class of the trained part ``part``. Raises ModelError as ``load_linear`` does."""
    place, _ = open_part(part, feature_set=feature_set, folder=folder)
    return _read(place, WEIGHTS, ClassWeights)


def open_part(part: str, *, feature_set: int, folder: Traversable | None = None) -> tuple[Traversable, Passport]:
    """Return the folder of the trained part ``part`` and its passport. Raises ModelError as ``load_linear`` does."""
    place = (folder or models_folder()).joinpath(part)
    passport = _read(place, PASSPORT, Passport)
    check_passport(passport, part, feature_set)
    return place, passport


def read_bytes(place: Traversable, name: str) -> bytes:
    """Return the file ``name`` of the trained part in ``place``. Raises ModelError where it is missing."""
    try:
        return place.joinpath(name).read_bytes()
    except OSError as error:
        raise ModelError(f"{place.name}/{name}: missing from the trained part; {_REMEDY}") from error


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def check_digest(passport: Passport, name: str, data: bytes) -> None:
    """Raise ModelError unless ``data`` is what ``passport`` describes under the file name ``name``."""
    if passport.files.get(name) != digest(data):
        raise ModelError(f"{passport.part}/{name}: not the file that its passport describes; {_REMEDY}")


def check_passport(passport: Passport, part: str, feature_set: int) -> None:
    """Raise ModelError unless ``passport`` is that of ``part``, for these features and the installed packages."""
    if passport.part != part:
        raise ModelError(f"{part}/{PASSPORT}: it is the passport of {passport.part}; {_REMEDY}")
    if passport.feature_set != feature_set:
        reason = f"made for feature set {passport.feature_set}, the program has {feature_set}"
        raise ModelError(f"{part}/{PASSPORT}: {reason}; {_REMEDY}")
    for package, release in passport.made_for.items():
        installed = release_of(package)
        if installed != release:
            raise ModelError(
                f"{part}/{PASSPORT}: made for {package} {release}, {installed} is installed; "
                f"install {package} {release}, or {_REMEDY}"
            )


def release_of(package: str) -> str:
    """Return major and minor number of the installed ``package``: 3.8 of spaCy 3.8.16."""
    return ".".join(version(package).split(".")[:2])


def _read(place: Traversable, name: str, kind: type[F]) -> F:
    file = place.joinpath(name)
    try:
        return kind.model_validate(json.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise ModelError(f"{place.name}/{name}: missing from the trained part; {_REMEDY}") from error
    except ValidationError as error:
        first = error.errors()[0]
        reason = f"{'.'.join(str(key) for key in first['loc'])}: {first['msg']}"
        raise ModelError(f"{place.name}/{name}: {reason}; {_REMEDY}") from error
    except ValueError as error:
        raise ModelError(f"{place.name}/{name}: not JSON in UTF-8; {_REMEDY}") from error
