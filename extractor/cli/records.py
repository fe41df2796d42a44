"""Records that were written before, for commands that need no model."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.cli.options import STDIO
from extractor.cli.overlap import input_around
from extractor.cli.streams import refuse
from extractor.records import ArticleRecord
from extractor.writers.recorded import find_record_files, read_all_records


def read_record_paths(paths: Sequence[str]) -> Iterator[ArticleRecord]:
    """Return the records of files, folders and, for -, standard input; a path without any ends the command."""
    for path in paths:
        if path != STDIO:
            _require_records(Path(path))
    return read_all_records(paths)


def refuse_to_write_over(output: Path, paths: Sequence[str]) -> None:
    """End the command where what is written would take the place of what is read, or of a folder."""
    if output.is_dir():
        refuse(f"{output}: a folder; name a file in it, such as {output / 'registry.json'}")
    if input_around(output, paths):
        refuse(f"{output}: is among what is read; write elsewhere")


def _require_records(path: Path) -> None:
    """End the command where ``path`` holds none; an empty .jsonl is what a batch without articles wrote."""
    if not path.exists():
        refuse(f"{path}: no such file or folder")
    if path.is_file() and not path.stat().st_size and path.suffix == ".jsonl":
        return
    if not find_record_files(path):
        refuse(f"{path}: holds no records; make some with: hatsugen extract {path} -o statements.jsonl")
