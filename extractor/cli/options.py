"""Arguments and options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.streams import refuse
from extractor.tables.names import TableName
from extractor.writers.formats import Format

if TYPE_CHECKING:
    from extractor.analysis import Analysis
    from extractor.readers import ReadOptions

STDIO = "-"  # standard input or output, where a path is asked for


Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help="A .jsonl, .json, .csv, .xlsx, .parquet or .jsonld file, a folder/, or - (the default).",
    ),
]
WrittenAs = Annotated[Format | None, typer.Option("--format", help="Format, where the ending does not tell.")]
WhichTable = Annotated[
    TableName | None,
    typer.Option("--table", help="Table in csv or parquet (statements if left out) or xlsx (all if left out)."),
]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders (.txt .md .html .htm .json .jsonl), or - for standard input."),
]
Model = Annotated[str, typer.Option(metavar="NAME", help="Name of an installed GiNZA pipeline.")]
TopicsFile = Annotated[
    Path | None,
    typer.Option("--topics", metavar="FILE", help="A TOML file of topics of your own, beside those that are built in."),
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of the files (utf-8, cp932, euc-jp …); else detected.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Date of publication, 2025-08-17, for articles that tell none.")
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="OURS=THEIRS", help="Name of a field in JSON, as text=honbun; may be repeated."),
]
Workers = Annotated[
    int | None, typer.Option("--workers", "-j", metavar="N", min=1, help="Processes; as many as cores by default.")
]
Timeout = Annotated[float | None, typer.Option(metavar="SECONDS", help="Time that one article may take; else any.")]
Report = Annotated[
    bool, typer.Option("--report", help="Write a page to read as well: OUT.html, or report.html in the folder OUT.")
]
Restart = Annotated[bool, typer.Option("--restart", help="Do all anew, also what an earlier run has done.")]


def analysis_of(model: str, topics: Path | None = None) -> "Analysis":
    """Return the choice of model and topics; a file of topics that is malformed ends the command."""
    from extractor.analysis import Analysis
    from extractor.errors import LexiconError
    from extractor.lexicon.topics import load_topics

    if topics is not None:
        try:
            load_topics(topics)
        except LexiconError as error:
            refuse(str(error))
    return Analysis(model, topics)


def read_options(encoding: str | None, published: str | None, fields: list[str] | None) -> "ReadOptions":
    """Return the options as the readers take them; wrong values end the command."""
    from extractor.readers import ReadOptions

    names = {}
    for pair in fields or ():
        ours, equals, theirs = pair.partition("=")
        if not (ours and equals):
            refuse(f"--field {pair}: write it like text=honbun, our name first")
        names[ours] = theirs
    return ReadOptions(encoding=encoding, published=published, fields=names)
