"""``hatsugen schema``."""

from typing import Annotated

import typer


def schema(
    tables: Annotated[
        bool, typer.Option("--tables", help="Print the columns of the tables instead: table, column, type, meaning.")
    ] = False,
) -> None:
    """Print the JSON Schema of an article record, or the columns of the tables (--tables)."""
    if tables:
        from extractor.tables.listing import list_columns

        for line in list_columns():
            typer.echo("\t".join(line))
        return
    from extractor.schema import schema_text

    typer.echo(schema_text(), nl=False)
