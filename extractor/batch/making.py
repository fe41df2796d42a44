"""What a record depends on besides its article: the program, its data, the libraries below it, the options."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from extractor.analysis import Analysis
from extractor.errors import LexiconError
from extractor.readers import ReadOptions
from extractor.trained import models_folder

LIBRARIES = ("spacy", "ginza", "sudachipy", "sudachidict-core", "numpy", "trafilatura", "charset-normalizer")

_PARTS = (".py", ".toml", ".csv", ".json", ".npy", ".npz")


def describe_making(paths: Iterable[str], *, analysis: Analysis, options: ReadOptions) -> str:
    """Return one line of JSON that differs wherever the same article could give another record."""
    return json.dumps(
        {
            "program": _digest(files("extractor"), models_folder()),
            "libraries": {name: _version(name) for name in (*LIBRARIES, analysis.model.replace("_", "-"))},
            "model": analysis.model,
            "topics": _topics(analysis.topics),
            "options": asdict(options),
            "paths": list(paths),
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def _topics(path: Path | None) -> str | None:
    """Return a digest of a file of topics. Raises LexiconError where it cannot be read."""
    if path is None:
        return None
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); name a TOML file of topics") from error


def _digest(*folders: Traversable) -> str:
    """Return a digest of code and data: a version alone would not tell one working copy from another."""
    digest = hashlib.sha256()
    for folder in folders:
        for name, file in sorted(_parts(folder, ""), key=lambda part: part[0]):
            digest.update(name.encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _parts(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _parts(entry, f"{name}{entry.name}/")
        elif entry.name.endswith(_PARTS):
            yield f"{name}{entry.name}", entry


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:  # a model that is a folder, or a package of another name
        return None
