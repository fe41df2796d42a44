"""What the command minds about its output: that it is not read again, not shown where it cannot be, and kept."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from extractor.cli.beside import kept_beside
from extractor.cli.overlap import input_around
from extractor.cli.streams import refuse
from extractor.writers.destination import Destination
from extractor.writers.formats import BINARY, READABLE


def forbid_reading_what_is_written(destination: Destination, inputs: Iterable[str]) -> None:
    """End the command where the output would be read as articles, now or the next time."""
    if destination.path is None or destination.format not in READABLE:
        return
    if name := input_around(destination.path, inputs):
        refuse(
            f"{destination.path} lies in {name}, which is read: its records would be read as articles; "
            "write them elsewhere"
        )


def forbid_bytes_on_a_terminal(destination: Destination) -> None:
    """End the command where a terminal would get a file that is not text."""
    if destination.path is None and destination.format in BINARY and sys.stdout.isatty():
        refuse(f"{destination.format} is no text for a terminal; name a file with -o")


@contextmanager
def keeps_what_is_done(destination: Destination) -> Iterator[None]:
    """Say, where the block is interrupted, what becomes of the output."""
    try:
        yield
    except KeyboardInterrupt as interrupt:
        if kept_beside(destination) is None:
            raise
        raise KeyboardInterrupt(
            f"{destination.path} is as it was before; what is done is kept, and the same command goes on"
        ) from interrupt
