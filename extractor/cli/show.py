"""``hatsugen show``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractor.cli.options import Encoding, Fields, Model, Paths, Published, read_options

if TYPE_CHECKING:
    from extractor.batch import Failure
    from extractor.readers import ReadOptions
    from extractor.records import ArticleRecord


def show(
    paths: Paths,
    model: Model = "ja_ginza",
    encoding: Encoding = None,
    published: Published = None,
    fields: Fields = None,
) -> None:
    """Show who said what in articles as a table, for reading.

    What `hatsugen extract` wrote (.jsonl, .json, a folder of them) is shown as it is, at once.
    """
    from extractor.cli.inputs import require_an_input
    from extractor.cli.progress import Progress
    from extractor.cli.statements import print_record, table_console

    require_an_input(paths)
    options = read_options(encoding, published, fields)
    console, progress = table_console(), Progress(None)
    for record in progress.records(_outcomes(paths, model, options)):
        print_record(console, record)
    console.print(progress.counts(), soft_wrap=True)
    raise typer.Exit(1 if progress.failed else 0)


def _outcomes(paths: Sequence[str], model: str, options: "ReadOptions") -> "Iterator[ArticleRecord | Failure]":
    """Read records where every path holds some, which needs no model; else read and analyse articles."""
    from extractor.batch import extract_folder
    from extractor.writers.recorded import find_record_files, read_records

    files = [find_record_files(Path(path)) for path in paths]
    if all(files):
        return (record for group in files for file in group for record in read_records(file))
    return extract_folder(paths, model=model, options=options)
