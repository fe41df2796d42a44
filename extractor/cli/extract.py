"""``hatsugen extract``."""

from typing import Annotated

import typer

from extractor.cli.options import STDIO, Encoding, Fields, Format, Model, Paths, Published, read_options
from extractor.cli.streams import complain


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
    encoding: Encoding = None,
    published: Published = None,
    fields: Fields = None,
) -> None:
    """Write who said what in articles: JSON Lines, one JSON array, CSV, or one JSON file an article.

    Exit code 1 means that some articles failed; each is named on standard error, the rest is written.
    """
    from extractor.batch import extract_folder
    from extractor.cli.destination import choose_destination, forbid_reading_what_is_written
    from extractor.cli.inputs import require_an_input
    from extractor.cli.progress import choose_progress
    from extractor.readers import count_inputs

    destination = choose_destination(output, written_as)
    require_an_input(paths)
    forbid_reading_what_is_written(destination, paths)
    options = read_options(encoding, published, fields)
    with choose_progress(count_inputs(paths), text_on_stdout=destination.path is None) as progress:
        outcomes = extract_folder(paths, model=model, options=options)
        destination.write(progress.records(outcomes))
    complain(progress.summary())
    raise typer.Exit(1 if progress.failed else 0)
