"""``hatsugen convert``."""

from typing import Annotated

import typer

from extractor.cli.options import STDIO, Output, WhichTable, WrittenAs
from extractor.cli.streams import complain


def convert(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="What `hatsugen extract` wrote: .jsonl, .json, a folder of them, or - for standard input.",
        ),
    ],
    output: Output = STDIO,
    written_as: WrittenAs = None,
    table: WhichTable = None,
) -> None:
    """Write what was extracted before in another format, without extracting it again; no model is loaded.

    A workbook (.xlsx) has a sheet each for statements, entities and mentions; .csv and .parquet hold one of them, a
    folder/ with --format csv or parquet all three. .jsonld has statements as Web Annotations.
    """
    from extractor.cli.destination import forbid_bytes_on_a_terminal, forbid_reading_what_is_written
    from extractor.cli.progress import choose_progress
    from extractor.writers.destination import choose_destination
    from extractor.writers.recorded import read_all_records

    destination = choose_destination(output, written_as, table)
    forbid_bytes_on_a_terminal(destination)
    forbid_reading_what_is_written(destination, paths)
    records = read_all_records(paths)
    with choose_progress(None, text_on_stdout=destination.path is None) as progress:
        destination.write(progress.records(records))
    complain(progress.counts())
