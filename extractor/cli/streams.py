"""Standard output and error: UTF-8 whatever the locale, one line a message, no noise when a pipe closes."""

import io
import os
import sys
from typing import NoReturn, TextIO

import typer

# A file's name may hold line breaks or escapes that would drive the terminal: show them instead.
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}


def use_utf8(*streams: TextIO) -> None:
    """Write UTF-8 even under PYTHONIOENCODING=ascii or LANG=C, where Japanese would raise or become escapes."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def one_line(message: str) -> str:
    """Return ``message`` without control characters: these are shown as \\x1b."""
    return message.translate(_CONTROLS)


def complain(message: str) -> None:
    """Write one line to standard error, with the name of the command before it."""
    sys.stderr.write(f"hatsugen: {one_line(message)}\n")
    sys.stderr.flush()


def refuse(message: str) -> NoReturn:
    """Say what is wrong with the use of the command, and end it."""
    complain(message)
    raise typer.Exit(2)


def silence_stdout() -> None:
    """Send what is still buffered for a closed pipe nowhere: Python would complain about it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
