"""``hatsugen show``."""

import typer

from extractor.cli.options import Encoding, Fields, Model, Paths, Published, TopicsFile, analysis_of, read_options


def show(
    paths: Paths,
    model: Model = "ja_ginza",
    topics: TopicsFile = None,
    encoding: Encoding = None,
    published: Published = None,
    fields: Fields = None,
) -> None:
    """Show who said what in articles as a table, for reading.

    What `hatsugen extract` wrote (.jsonl, .json, a folder of them) is shown as it is, at once.
    """
    from extractor.cli.inputs import require_an_input
    from extractor.cli.outcomes import recorded_or_extracted
    from extractor.cli.progress import Progress
    from extractor.cli.statements import print_record
    from extractor.cli.tables import table_console

    require_an_input(paths)
    options = read_options(encoding, published, fields)
    console, progress = table_console(), Progress(None)
    for record in progress.records(recorded_or_extracted(paths, analysis_of(model, topics), options)):
        print_record(console, record)
    typer.echo(progress.counts())
    raise typer.Exit(1 if progress.failed else 0)
