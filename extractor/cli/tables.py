"""What the tables of the command share: their console, safe cells, and printing without trailing blanks."""

import os
import re
import sys

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

NARROWEST = 40  # columns; in fewer a table cannot be read
PIPED_WIDTH = 100  # columns, where neither a terminal nor COLUMNS tells

# Whatever an article holds, it must not drive the terminal; a line break inside a cell would break the row.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")

_FILL = re.compile(" +$", re.MULTILINE)  # rich fills lines up with blanks; in a file they are noise


class TableConsole(Console):
    """A console that leaves a closed pipe to the command."""

    def on_broken_pipe(self) -> None:
        """Raise BrokenPipeError; rich itself, which flushes what was written before, would end the process with 1."""
        raise BrokenPipeError


def table_console() -> Console:
    """Return a console on standard output: colours on a terminal, plain text in a pipe."""
    told = os.environ.get("COLUMNS", "")
    is_told = told.isdecimal() and int(told) > 0
    console = TableConsole(highlight=False, markup=False, emoji=False)
    width = console.width if is_told or sys.stdout.isatty() else PIPED_WIDTH
    console.width = max(width, NARROWEST)
    return console


def plain_table(*, headed: bool = True) -> Table:
    """Return an empty table as wide as the console, with lines below its heading alone."""
    return Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, header_style="bold", show_header=headed)


def print_clean(console: Console, *parts: RenderableType) -> None:
    """Print ``parts`` under one another, no line ending with blanks where it is no terminal."""
    with console.capture() as printed:
        for part in parts:
            console.print(part)
    console.file.write(printed.get() if console.is_terminal else _FILL.sub("", printed.get()))


def cell(text: str, *, style: str = "") -> Text:
    """Return ``text`` for a cell, control characters turned into blanks."""
    return Text(text.translate(_CONTROLS), style=style)
