"""What every trained part writes: weights, and the passport beside them."""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from extractor.errors import ModelError
from extractor.evaluation.scoring import gold_digest
from extractor.trained import PASSPORT, WEIGHTS, PartFile, Passport, TrainingData, models_folder
from extractor.training.examples import GoldFolder

#: Where the articles of each argument come from when the Makefile gives it; goes into the passport.
LICENCES = {
    "learn": "articles: WMT news test sets 2021, 2022, 2024, for research; annotation: the authors",
    "also": "articles and annotation: the authors, Apache-2.0",
    "score": "articles: WMT news test sets 2021, 2022, 2024, for research; annotation: the authors",
}


def own_folder(part: str) -> Path:
    """Return the program's own folder of ``part``. Raises ModelError where it cannot be written to."""
    folder = models_folder()
    if not isinstance(folder, Path):
        raise ModelError(f"{folder}: cannot be written to; name a folder with --out")
    return folder / part


def describe_data(role: str, gold: GoldFolder, statements: int) -> TrainingData:
    """Return what the passport says of ``gold``. role: the argument it was given as. statements: learned from it."""
    return TrainingData(
        name=role,
        documents=len(gold.documents),
        statements=statements,
        sha256=gold_digest(gold.documents),
        licence=LICENCES[role],
    )


def write_part(folder: Path, weights: PartFile, passport: Passport) -> None:
    """Write the part to ``folder``, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in ((WEIGHTS, weights), (PASSPORT, passport)):
        (folder / name).write_text(_json(content), encoding="utf-8", newline="\n")


def write_files(folder: Path, files: Mapping[str, bytes], passport: Passport) -> None:
    """Write a part whose weights are ``files`` by name to ``folder``, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / PASSPORT).write_text(_json(passport), encoding="utf-8", newline="\n")


def npy(table: "np.ndarray[Any, np.dtype[Any]]") -> bytes:
    """Return ``table`` in numpy's own bytes, without pickles."""
    buffer = BytesIO()
    np.save(buffer, table, allow_pickle=False)
    return buffer.getvalue()


def _json(content: PartFile) -> str:
    fields: dict[str, Any] = content.model_dump(mode="json")
    return json.dumps(fields, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
