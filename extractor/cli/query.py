"""``hatsugen query``."""

import typer

from extractor.cli.query_options import (
    AboutWhat,
    ActIs,
    Columns,
    FormIs,
    Limit,
    MinConfidence,
    Outputs,
    Shape,
    ShapeIs,
    Since,
    Sql,
    StanceIs,
    ToWhom,
    Until,
    Who,
    Words,
)
from extractor.cli.streams import complain, refuse


def query(
    paths: Outputs = None,
    who: Who = None,
    about: AboutWhat = None,
    addressee: ToWhom = None,
    since: Since = None,
    until: Until = None,
    act: ActIs = None,
    form: FormIs = None,
    stance: StanceIs = None,
    text: Words = None,
    min_confidence: MinConfidence = None,
    limit: Limit = None,
    shape: ShapeIs = Shape.TABLE,
    sql: Sql = None,
    columns: Columns = False,
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
