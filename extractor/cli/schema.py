"""``hatsugen schema``."""

import typer


def schema() -> None:
    """Print the JSON Schema of an article record."""
    from extractor.schema import schema_text

    typer.echo(schema_text(), nl=False)
