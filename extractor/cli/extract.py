"""``hatsugen extract``."""

from contextlib import closing

import typer

from extractor.cli.options import (
    STDIO,
    Encoding,
    Fields,
    Model,
    Output,
    Paths,
    Published,
    Report,
    Restart,
    Timeout,
    TopicsFile,
    WhichTable,
    Workers,
    WrittenAs,
    analysis_of,
    read_options,
)
from extractor.cli.streams import complain, refuse


def extract(
    paths: Paths,
    output: Output = STDIO,
    written_as: WrittenAs = None,
    table: WhichTable = None,
    model: Model = "ja_ginza",
    topics: TopicsFile = None,
    encoding: Encoding = None,
    published: Published = None,
    fields: Fields = None,
    workers: Workers = None,
    timeout: Timeout = None,
    report: Report = False,
    restart: Restart = False,
) -> None:
    """Write who said what in articles: JSON Lines, one JSON array, tables, or one JSON file an article.

    A run that was stopped goes on where it was when the same command is given again; articles that have changed are
    done again. Exit code 1 means that some articles failed; OUT.errors.jsonl lists them, the rest is written.
    """
    from extractor.batch import extract_folder
    from extractor.batch.workers import cores
    from extractor.cli.beside import kept_beside, list_failures
    from extractor.cli.destination import (
        forbid_bytes_on_a_terminal,
        forbid_reading_what_is_written,
        keeps_what_is_done,
    )
    from extractor.cli.inputs import require_an_input
    from extractor.cli.page_beside import page_beside, write_page
    from extractor.cli.progress import choose_progress
    from extractor.readers import count_inputs
    from extractor.writers.destination import choose_destination

    destination = choose_destination(output, written_as, table)
    forbid_bytes_on_a_terminal(destination)
    require_an_input(paths)
    forbid_reading_what_is_written(destination, paths)
    page = page_beside(destination, paths) if report else None
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
            keep=kept_beside(destination),
            restart=restart,
        )
        with closing(outcomes), keeps_what_is_done(destination):
            destination.write(progress.records(outcomes))
    if page is not None:
        write_page(page, destination, topics)
    complain(progress.summary(list_failures(destination, progress.failures)))
    raise typer.Exit(1 if progress.failed else 0)
