"""Floors: figures on the corpus that may not fall.

They hold for one state of the gold only; its digest stands beside them.
"""

import argparse
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from extractor.errors import GoldError
from extractor.evaluation.annotation import first_reason
from extractor.evaluation.figures import Frozen, flatten
from extractor.evaluation.scoring import Evaluation

# What is pinned: the headline, what it is made of, and one figure for each other thing that is measured.
PINNED = (
    "joint.f1",
    "detection.f1",
    "speaker_accuracy",
    "content_exact",
    "cue_accuracy",
    "form_accuracy",
    "act_accuracy",
    "entities.person.f1",
    "entities.country.f1",
    "entities.organization.f1",
    "entities.all.f1",
    "linked",
    "clusters",
    "about.topics.f1",
    "about.dates.f1",
    "about.dates_in_sentence.recall",
    "about.stances",
    "about.stance_coverage",
)


class Floors(Frozen):
    """The least that each figure may be, by its path, for the gold with this digest."""

    gold_sha256: str
    floors: dict[str, Annotated[float, Field(ge=0, le=1)]]


def add_floor_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a command take a file of floors, and pin its figures as the new ones."""
    parser.add_argument("floors", type=Path, help="floors.toml")
    parser.add_argument("--pin", action="store_true", help="make the figures the new floors; refused where one falls")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower floors too")


def load_floors(path: Path) -> Floors:
    """Read a floors file. Raises GoldError where it cannot be read or is malformed."""
    try:
        return Floors.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); pin the floors first") from error
    except ValidationError as error:
        raise GoldError(f"{path}: {first_reason(error)}") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise GoldError(f"{path}: not TOML in UTF-8: {error}") from error


def check_floors(evaluation: Evaluation, floors: Floors) -> list[str]:
    """Return a line for each figure below its floor; one line alone where the gold is another."""
    return check_figures(flatten(evaluation.scores), evaluation.gold_sha256, floors)


def check_figures(figures: Mapping[str, float], gold_sha256: str, floors: Floors) -> list[str]:
    """Return what ``check_floors`` does, for figures by their paths and the digest of their gold."""
    if gold_sha256 != floors.gold_sha256:
        return ["the gold is not that of the floors; look at the figures and pin them anew"]
    return _below(figures, floors.floors)


def pin_floors(evaluation: Evaluation, path: Path, *, lower: bool = False) -> Floors:
    """Write the figures of ``evaluation`` to ``path`` as the new floors.

    lower: whether a floor may be lowered, for whatever reason, a change of the gold included.
    Raises GoldError, and writes nothing, where one would be lowered and may not.
    """
    figures = flatten(evaluation.scores)
    names = [name for name in PINNED if name in figures]  # not all gold has topics
    return pin_figures(figures, names, evaluation.gold_sha256, path, lower=lower)


def pin_figures(
    figures: Mapping[str, float], names: Iterable[str], gold_sha256: str, path: Path, *, lower: bool = False
) -> Floors:
    """Do what ``pin_floors`` does, for those of ``figures`` that ``names`` names.

    Raises GoldError where a figure is below its old floor, unless ``lower``.
    """
    if path.exists() and not lower and (fallen := _below(figures, load_floors(path).floors)):
        raise GoldError(f"{path}: a floor is not lowered unless told to: {'; '.join(fallen)}")
    floors = Floors(gold_sha256=gold_sha256, floors={name: figures[name] for name in names})
    path.write_text(_as_toml(floors), encoding="utf-8")
    return floors


def _below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    return [
        f"{name} is {figures[name]:.4f}, below its floor {floor:.4f}" if name in figures else f"{name} is not measured"
        for name, floor in floors.items()
        if figures.get(name, -1.0) < floor
    ]


def _as_toml(floors: Floors) -> str:
    head = "# Figures on the corpus that may not fall. Written by pinning, not by hand.\n"
    rows = "".join(f'"{name}" = {value:.4f}\n' for name, value in floors.floors.items())
    return f'{head}gold_sha256 = "{floors.gold_sha256}"\n\n[floors]\n{rows}'
