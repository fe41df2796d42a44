"""``hatsugen query``."""

from enum import StrEnum
from typing import Annotated

import typer

from extractor.cli.streams import complain, refuse


class Shape(StrEnum):
    """How what was found is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def query(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="OUT", help="Files that extract wrote (.jsonl, .json), or folders.")
    ] = None,
    who: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who speaks: a name, or an id as iso:RU, wikidata:Q7184.")
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="What it is about: a name, id or topic: NATO第5条, nato:5, nato-article-5."),
    ] = None,
    addressee: Annotated[list[str] | None, typer.Option(metavar="NAME", help="To whom it is said.")] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day: 2025-08-17, 2025-08 or 2025.")
    ] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, written likewise.")] = None,
    act: Annotated[list[str] | None, typer.Option(metavar="ACT", help="assert, deny, demand, promise …")] = None,
    form: Annotated[list[str] | None, typer.Option(metavar="FORM", help="direct, mixed, indirect or reported.")] = None,
    stance: Annotated[
        list[str] | None, typer.Option(metavar="STANCE", help="support, oppose or neutral, towards what it is about.")
    ] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Words in what is said.")] = None,
    min_confidence: Annotated[
        float | None, typer.Option(metavar="0..1", help="Confidence that a statement must have.")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many statements.")] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to write what is found.")] = Shape.TABLE,
    sql: Annotated[str | None, typer.Option(metavar="SELECT", help="A SELECT over views instead of the above.")] = None,
    columns: Annotated[bool, typer.Option("--columns", help="List the views for --sql and their columns.")] = False,
) -> None:
    """Find statements in what `hatsugen extract` wrote: who said what, about what, when and how.

    Conditions must all hold; one that is given several times, any. A name finds its other spellings. Dates are those of
    saying, else of publication; date_from tells which. Exit code 1 means that some files were no records.
    """
    from extractor.cli.query_results import write_found, write_selected, write_views
    from extractor.query import Conditions, describe_views, query_statements, select

    if columns:
        write_views(describe_views(), shape)
        return
    if not paths:
        refuse("name files or folders of records; hatsugen extract articles/ -o statements.jsonl makes them")
    conditions = Conditions(
        who=tuple(who or ()),
        about=tuple(about or ()),
        addressee=tuple(addressee or ()),
        since=since,
        until=until,
        act=tuple(act or ()),
        form=tuple(form or ()),
        stance=tuple(stance or ()),
        text=text,
        min_confidence=min_confidence,
    )
    if sql is None:
        failures = write_found(query_statements(paths, conditions, limit=limit), shape)
    elif limit is not None or conditions != Conditions():
        refuse("--sql stands alone: put conditions and LIMIT into the SELECT")
    else:
        failures = write_selected(select(paths, sql), shape)
    for failure in failures:
        complain(failure.message)
    raise typer.Exit(1 if failures else 0)
