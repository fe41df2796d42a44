"""``hatsugen report``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Annotated

import typer

from extractor.cli.options import (
    STDIO,
    Encoding,
    Fields,
    Model,
    Paths,
    Published,
    TopicsFile,
    analysis_of,
    read_options,
)
from extractor.cli.overlap import input_around
from extractor.cli.streams import complain, refuse


def report(
    paths: Paths,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The .html file, or - (the default).")
    ] = STDIO,
    language: Annotated[
        str, typer.Option("--language", metavar="ja|en", help="What the page opens in; its reader can switch.")
    ] = "ja",
    model: Model = "ja_ginza",
    topics: TopicsFile = None,
    encoding: Encoding = None,
    published: Published = None,
    fields: Fields = None,
) -> None:
    """Write one page, to be opened in a browser, that shows who said what about what, and where it stands.

    Reads what `hatsugen extract` wrote (.jsonl, .json, a folder of them), or articles. The page is one file, needs no
    network, and sends nothing.
    """
    from extractor.cli.inputs import require_an_input
    from extractor.cli.outcomes import recorded_or_extracted
    from extractor.cli.progress import choose_progress
    from extractor.cli.topic_names import topic_names
    from extractor.readers import count_inputs
    from extractor.report import write_report
    from extractor.report.words import Language
    from extractor.writers.replacing import UnchangedError

    if language not in set(Language):
        refuse(f"--language {language}: the page speaks ja and en")
    _forbid_reading_the_page(output, paths)
    require_an_input(paths)
    options = read_options(encoding, published, fields)
    analysis = analysis_of(model, topics)
    with choose_progress(count_inputs(paths), text_on_stdout=output == STDIO) as progress, _opened(output) as stream:
        records = progress.records(recorded_or_extracted(paths, analysis, options))
        written = write_report(records, stream, topics=topic_names(topics), language=language)
        if not written:
            raise UnchangedError  # a page is never replaced by an empty one
    complain(progress.counts())
    raise typer.Exit(1 if progress.failed else 0)


@contextmanager
def _opened(output: str) -> Iterator[IO[bytes]]:
    """Open the page for writing: it is there whole or not at all, and one without any article is not written."""
    from extractor.writers.replacing import UnchangedError, replacing

    if output != STDIO:
        with replacing(Path(output)) as stream:
            yield stream
        return
    with suppress(UnchangedError):
        yield sys.stdout.buffer


def _forbid_reading_the_page(output: str, paths: list[str]) -> None:
    """End the command where the page would be read as an article the next time, or is no page."""
    if output == STDIO:
        return
    if Path(output).suffix.lower() not in {".html", ".htm"} or Path(output).is_dir():
        refuse(f"{output!r} is no page; name a file that ends in .html, or - for standard output")
    if name := input_around(Path(output), paths):
        refuse(f"{output} lies in {name}, which is read: it would be read as an article; write it elsewhere")
