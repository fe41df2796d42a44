"""``hatsugen schema``."""

from enum import StrEnum
from typing import Annotated

import typer


class What(StrEnum):
    """What has a schema."""

    RECORD = "record"
    REGISTRY = "registry"


def schema(
    of: Annotated[What, typer.Argument(help="What `extract` writes, or what `merge` does.")] = What.RECORD,
) -> None:
    """Print the JSON Schema of an article record, or of a registry over articles."""
    from extractor.schema import registry_schema_text, schema_text

    typer.echo(schema_text() if of is What.RECORD else registry_schema_text(), nl=False)
