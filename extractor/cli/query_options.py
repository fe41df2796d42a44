"""What ``hatsugen query`` can be asked."""

from enum import StrEnum
from typing import Annotated

import typer


class Shape(StrEnum):
    """How what was found is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Outputs = Annotated[
    list[str] | None, typer.Argument(metavar="OUT", help="Files that extract wrote (.jsonl, .json), or folders.")
]
Who = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Who speaks: a name, or an id as iso:RU, wikidata:Q7184.")
]
AboutWhat = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="What it is about: a name, id or topic: NATO第5条, nato:5, nato-article-5."),
]
ToWhom = Annotated[list[str] | None, typer.Option(metavar="NAME", help="To whom it is said.")]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day: 2025-08-17, 2025-08 or 2025.")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, written likewise.")]
ActIs = Annotated[list[str] | None, typer.Option(metavar="ACT", help="assert, deny, demand, promise …")]
FormIs = Annotated[list[str] | None, typer.Option(metavar="FORM", help="direct, mixed, indirect or reported.")]
StanceIs = Annotated[
    list[str] | None, typer.Option(metavar="STANCE", help="support, oppose or neutral, towards what it is about.")
]
Words = Annotated[str | None, typer.Option(metavar="WORDS", help="Words in what is said.")]
MinConfidence = Annotated[float | None, typer.Option(metavar="0..1", help="Confidence that a statement must have.")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many statements.")]
ShapeIs = Annotated[Shape, typer.Option("--format", help="How to write what is found.")]
Sql = Annotated[str | None, typer.Option(metavar="SELECT", help="A SELECT over views instead of the above.")]
Columns = Annotated[bool, typer.Option("--columns", help="List the views for --sql and their columns.")]
