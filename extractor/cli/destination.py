"""Where records go: the format and the place that ``-o`` and ``--format`` ask for."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from extractor.batch import Failure
from extractor.cli.options import STDIO, Format
from extractor.cli.streams import refuse
from extractor.records import ArticleRecord
from extractor.writers.folder import write_folder
from extractor.writers.json_array import write_json
from extractor.writers.jsonl import write_jsonl
from extractor.writers.replacing import UnchangedError, replacing
from extractor.writers.table import write_csv

WRITERS: dict[Format, Callable[[Iterable[ArticleRecord], IO[bytes]], int]] = {
    Format.JSONL: write_jsonl,
    Format.JSON: write_json,
    Format.CSV: write_csv,
}


@dataclass(frozen=True)
class Destination:
    """What ``-o`` names. path: None for standard output."""

    path: Path | None
    format: Format
    is_folder: bool = False

    def write(self, records: Iterable[ArticleRecord]) -> int:
        """Write all records and return how many. A file is replaced only when all are written, and never by nothing."""
        write = WRITERS[self.format]
        if self.path is None:
            written = write(records, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return written
        if self.is_folder:
            return write_folder(records, self.path)
        was_there, written = self.path.is_file(), 0
        with replacing(self.path) as stream:
            written = write(records, stream)
            if was_there and not written:
                raise UnchangedError
            if self.path.is_file() or not self.path.exists():  # no device: it must be there after a power cut
                stream.flush()
                os.fsync(stream.fileno())
        return written

    @property
    def kept(self) -> Path | None:
        """The file that keeps what is done, so that the same command goes on: hidden, beside the output."""
        return self._beside(".{}.progress")

    def write_failures(self, failures: Sequence[Failure]) -> Path | None:
        """List failures beside the output, one JSON object a line; where there are none, take an old list away.

        Returns the file, None where nothing is listed. out.jsonl → out.errors.jsonl; out/ → out.errors.jsonl.
        """
        path = self._beside("{}.errors.jsonl", stem=True)
        if path is None:
            return None
        if not failures:
            path.unlink(missing_ok=True)
            return None
        with replacing(path) as stream:
            for failure in failures:
                stream.write(json.dumps(asdict(failure), ensure_ascii=False).encode() + b"\n")
        return path

    def _beside(self, name: str, *, stem: bool = False) -> Path | None:
        if self.path is None or (self.path.exists() and not (self.path.is_file() or self.path.is_dir())):
            return None  # standard output or a device: nothing can lie beside it
        place = self.path.resolve() if self.path.name in {"", ".."} else self.path  # out of "." comes a name
        return place.with_name(name.format(place.stem if stem and not self.is_folder else place.name))


def choose_destination(output: str, written_as: Format | None) -> Destination:
    """Return the place and format that the options name; where they do not fit, end the command.

    out.csv → CSV; out/ or a folder that exists → a folder; - → standard output, JSON Lines unless told otherwise.
    """
    if output == STDIO:
        return Destination(None, written_as or Format.JSONL)
    if not output:
        refuse("-o is empty; name a file, a folder (name/), or - for standard output")
    path = Path(output)
    if output.endswith(("/", os.sep)) or path.is_dir():
        if written_as not in {None, Format.JSON}:
            refuse(f"{output}: a folder gets one JSON file an article; for {written_as} name a file")
        return Destination(path, Format.JSON, is_folder=True)
    ending = path.suffix.lower().removeprefix(".")
    if written_as is None and ending not in set(Format):
        refuse(f"{output}: no format has this ending; use .jsonl, .json, .csv or a folder (name/), or give --format")
    return Destination(path, written_as or Format(ending))


def forbid_reading_what_is_written(destination: Destination, inputs: Iterable[str]) -> None:
    """End the command where the output would be read as articles, now or the next time."""
    if destination.path is None or destination.format is Format.CSV:
        return
    output = destination.path.resolve()
    for name in inputs:
        if name != STDIO and Path(name).exists() and output.is_relative_to(Path(name).resolve()):
            refuse(
                f"{destination.path} lies in {name}, which is read: its records would be read as articles; "
                "write them elsewhere"
            )


@contextmanager
def keeps_what_is_done(destination: Destination) -> Iterator[None]:
    """Say, where the block is interrupted, what becomes of the output."""
    try:
        yield
    except KeyboardInterrupt as interrupt:
        if destination.kept is None:
            raise
        raise KeyboardInterrupt(
            f"{destination.path} is as it was before; what is done is kept, and the same command goes on"
        ) from interrupt
