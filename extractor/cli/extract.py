"""``hatsugen extract``."""

from contextlib import closing
from typing import Annotated

import typer

from extractor.cli.options import (
    STDIO,
    Encoding,
    Fields,
    Format,
    Model,
    Paths,
    Published,
    TopicsFile,
    analysis_of,
    read_options,
)
from extractor.cli.streams import complain, refuse


def extract(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="OUT", help="A .jsonl, .json or .csv file, a folder/, or - (the default)."
        ),
    ] = STDIO,
    written_as: Annotated[
        Format | None, typer.Option("--format", help="Format, where the ending does not tell.")
    ] = None,
    model: Model = "ja_ginza",
    topics: TopicsFile = None,
    encoding: Encoding = None,
    published: Published = None,
    fields: Fields = None,
    workers: Annotated[
        int | None, typer.Option("--workers", "-j", metavar="N", min=1, help="Processes; as many as cores by default.")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="Time that one article may take; else any.")
    ] = None,
    restart: Annotated[bool, typer.Option("--restart", help="Do all anew, also what an earlier run has done.")] = False,
) -> None:
    """Write who said what in articles: JSON Lines, one JSON array, CSV, or one JSON file an article.

    A run that was stopped goes on where it was when the same command is given again; articles that have changed are
    done again. Exit code 1 means that some articles failed; OUT.errors.jsonl lists them, the rest is written.
    """
    from extractor.batch import extract_folder
    from extractor.batch.workers import cores
    from extractor.cli.destination import choose_destination, forbid_reading_what_is_written, keeps_what_is_done
    from extractor.cli.inputs import require_an_input
    from extractor.cli.progress import choose_progress
    from extractor.readers import count_inputs

    destination = choose_destination(output, written_as)
    require_an_input(paths)
    forbid_reading_what_is_written(destination, paths)
    options = read_options(encoding, published, fields)
    if timeout is not None and not timeout > 0:
        refuse(f"--timeout {timeout:g}: no time at all; give seconds above 0")
    total = count_inputs(paths)
    with choose_progress(total, text_on_stdout=destination.path is None) as progress:
        outcomes = extract_folder(
            paths,
            analysis=analysis_of(model, topics),
            options=options,
            workers=min(workers or cores(), max(total or cores(), 1)),
            timeout=timeout,
            keep=destination.kept,
            restart=restart,
        )
        with closing(outcomes), keeps_what_is_done(destination):
            destination.write(progress.records(outcomes))
    complain(progress.summary(destination.write_failures(progress.failures)))
    raise typer.Exit(1 if progress.failed else 0)
