"""From the paths that were asked for to files of records, by how records lie in them."""

import glob
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.readers.outcomes import FailureKind, ReadFailure
from extractor.readers.paths import printable, read_failure
from extractor.writers.recorded import ENDINGS, NOTHING, PEEKED, begins_with_record

_FAILURES = ".errors.jsonl"  # what a batch lists beside its output: no records
_VERSION = re.compile(rb'"schema_version"\s*:\s*"1\.')


@dataclass(frozen=True)
class Source:
    """A file of records. format: what DuckDB calls the way they lie in it."""

    path: str
    format: str


def find_sources(paths: Iterable[str | Path]) -> tuple[list[Source], list[ReadFailure]]:
    """Return the files of records, each once, in the order given, and a failure for each that is none.

    A folder gives every .jsonl and .json file below it in the order of their paths, without hidden ones and lists of
    failures (out.errors.jsonl). A file without any record in it is passed over.
    """
    sources: dict[Path, Source] = {}
    failures: list[ReadFailure] = []
    for file in (file for path in paths for file in _files(Path(path))):
        found = _find(file)
        if isinstance(found, ReadFailure):
            failures.append(found)
        elif found is not None:
            sources.setdefault(file.resolve(), found)
    return list(sources.values()), failures


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        is_hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix in ENDINGS and file.is_file() and not is_hidden and not file.name.endswith(_FAILURES):
            yield file


def _find(file: Path) -> Source | ReadFailure | None:
    path = str(file)
    try:
        with file.open("rb") as stream:
            begins = stream.read(PEEKED)
    except OSError as error:
        return read_failure(printable(path), error)
    if NOTHING.fullmatch(begins):
        return None
    if not begins_with_record(begins):
        return _failure(path, "format", "no records; name what hatsugen extract wrote as .jsonl or .json")
    if not _VERSION.search(begins):
        return _failure(path, "format", "records of another version of the program; extract the articles again")
    if not _is_plain(path):
        return _failure(path, "unreadable", "its name reads as a pattern for other files; rename it")
    return Source(path, _format(file, begins))


def _failure(path: str, kind: FailureKind, problem: str) -> ReadFailure:
    return ReadFailure(printable(path), kind, f"{printable(path)}: {problem}")


def _is_plain(path: str) -> bool:
    """Whether DuckDB reads this file and no other: a[1].jsonl beside a1.jsonl would be taken for the latter."""
    is_utf8 = path.encode(errors="replace").decode() == path
    return is_utf8 and (glob.escape(path) == path or glob.glob(path) in ([], [path]))  # noqa: PTH207 - as DuckDB does


def _format(file: Path, begins: bytes) -> str:
    if begins.lstrip().startswith(b"["):
        return "array"
    return "newline_delimited" if file.suffix == ".jsonl" else "unstructured"
