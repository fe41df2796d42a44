"""How many articles there are to come, for a progress bar."""

from collections.abc import Iterable
from pathlib import Path

from extractor.readers.outcomes import ReadFailure
from extractor.readers.paths import Input, find_inputs


def count_inputs(paths: Iterable[str | Path] | str | Path) -> int | None:
    """Return how many outcomes ``read_articles`` will yield; None where only reading can tell.

    Every file and every failure counts one, JSON Lines one a line. Only reading can tell for standard input, a JSON
    array, and UTF-16, in which the byte of a line break means other things too.
    """
    if isinstance(paths, str | Path):
        paths = [paths]
    total = 0
    for found in find_inputs(paths):
        number = 1 if isinstance(found, ReadFailure) else _count_articles(found)
        if number is None:
            return None
        total += number
    return total


def _count_articles(found: Input) -> int | None:
    if found.path is None:
        return None
    if found.format not in {"json", "jsonl"}:
        return 1
    try:
        with found.path.open("rb") as stream:
            start = stream.read(64)
            if b"\0" in start or start.startswith((b"\xff\xfe", b"\xfe\xff")):
                return None
            if found.format == "json":
                return None if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[" else 1
            stream.seek(0)
            return sum(1 for line in stream if line.strip()) or 1
    except OSError:
        return 1  # the failure to read it
