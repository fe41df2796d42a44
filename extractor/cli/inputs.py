"""Is there anything to read? Where there is nothing at all, the command was used wrongly and writes nothing."""

from collections.abc import Sequence

import typer

from extractor.cli.streams import complain
from extractor.readers import ReadFailure
from extractor.readers.paths import find_inputs


def require_an_input(paths: Sequence[str]) -> None:
    """End the command, saying why, where no path leads to a file; one missing among others is a failed article."""
    why = []
    for found in find_inputs(paths):
        if not isinstance(found, ReadFailure):
            return
        why.append(found.message)
    for message in why:
        complain(message)
    raise typer.Exit(2)
