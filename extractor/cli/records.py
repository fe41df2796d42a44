"""Records that were written before, for commands that need no model."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.cli.options import STDIO
from extractor.cli.streams import refuse
from extractor.records import ArticleRecord
from extractor.writers.recorded import (
    PEEKED,
    begins_with_record,
    find_record_files,
    read_record_stream,
    read_records,
)


def read_record_paths(paths: Sequence[str]) -> Iterator[ArticleRecord]:
    """Return the records of files, folders and, for -, standard input; a path without any ends the command."""
    groups = [(path, [] if path == STDIO else _files(Path(path))) for path in paths]
    return (record for path, files in groups for record in (_standard_input() if path == STDIO else _read(files)))


def refuse_to_write_over(output: Path, paths: Sequence[str]) -> None:
    """End the command where what is written would take the place of what is read, or of a folder."""
    if output.is_dir():
        refuse(f"{output}: a folder; name a file in it, such as {output / 'registry.json'}")
    for path in paths:
        inside = Path(path).is_dir() and output.resolve().is_relative_to(Path(path).resolve())
        if path != STDIO and (inside or output.resolve() == Path(path).resolve()):
            refuse(f"{output}: is among what is read; write elsewhere")


def _files(path: Path) -> list[Path]:
    if not path.exists():
        refuse(f"{path}: no such file or folder")
    files = find_record_files(path)
    if not files and path.is_file() and not path.stat().st_size and path.suffix == ".jsonl":
        return [path]  # what a batch without articles wrote
    if not files:
        refuse(f"{path}: holds no records; make some with: hatsugen extract {path} -o statements.jsonl")
    return files


def _read(files: Sequence[Path]) -> Iterator[ArticleRecord]:
    for file in files:
        yield from read_records(file)


def _standard_input() -> Iterator[ArticleRecord]:
    stream = sys.stdin.buffer
    begins = stream.peek(PEEKED)[:PEEKED] if hasattr(stream, "peek") else b""
    if begins and not begins_with_record(begins):
        refuse("standard input: holds no records; give what hatsugen extract writes")
    yield from read_record_stream(stream, "standard input", is_array=begins.lstrip().startswith(b"["))
