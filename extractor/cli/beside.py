"""What lies beside the output: what is kept of a run, and the list of what failed."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from extractor.batch import Failure
from extractor.writers.destination import Destination
from extractor.writers.replacing import replacing


def kept_beside(destination: Destination) -> Path | None:
    """Return the file that keeps what is done, so that the same command goes on: hidden, beside the output."""
    return _beside(destination, ".{}.progress")


def list_failures(destination: Destination, failures: Sequence[Failure]) -> Path | None:
    """List failures beside the output, one JSON object a line; where there are none, take an old list away.

    Returns the file, None where nothing is listed. out.jsonl → out.errors.jsonl; out/ → out.errors.jsonl.
    """
    path = _beside(destination, "{}.errors.jsonl", stem=True)
    if path is None:
        return None
    if not failures:
        path.unlink(missing_ok=True)
        return None
    with replacing(path) as stream:
        for failure in failures:
            stream.write(json.dumps(asdict(failure), ensure_ascii=False).encode() + b"\n")
    return path


def _beside(destination: Destination, name: str, *, stem: bool = False) -> Path | None:
    path = destination.path
    if path is None or (path.exists() and not (path.is_file() or path.is_dir())):
        return None  # standard output or a device: nothing can lie beside it
    place = path.resolve() if path.name in {"", ".."} else path  # out of "." comes a name
    return place.with_name(name.format(place.stem if stem and not destination.is_folder else place.name))
