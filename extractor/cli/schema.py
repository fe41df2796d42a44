"""``hatsugen schema``."""

from enum import StrEnum
from typing import Annotated

import typer


class What(StrEnum):
    """What has a schema."""

    RECORD = "record"
    REGISTRY = "registry"
    TABLES = "tables"


def schema(
    of: Annotated[What, typer.Argument(help="What `extract` writes, what `merge` does, or the tables.")] = What.RECORD,
) -> None:
    """Print the JSON Schema of an article record or of a registry, or the columns of the tables with their meanings."""
    if of is What.TABLES:
        from extractor.tables.listing import list_columns

        for line in list_columns():
            typer.echo("\t".join(line))
        return
    from extractor.schema import registry_schema_text, schema_text

    typer.echo(schema_text() if of is What.RECORD else registry_schema_text(), nl=False)
