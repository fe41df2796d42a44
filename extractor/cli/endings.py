"""How a command ends: errors that a user can make become one line and an exit code, never a traceback."""

import functools
import signal
import sys
from collections.abc import Callable
from typing import NoReturn, ParamSpec

import typer

from extractor.cli.streams import complain, refuse, silence_stdout
from extractor.errors import ExtractorError

P = ParamSpec("P")


def ends_in_one_line(command: Callable[P, None]) -> Callable[P, None]:
    """Return ``command`` ending with 2 for errors raised on purpose and for those of files, quietly in a closed pipe.

    Anything else is our own mistake and keeps its traceback.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            try:
                command(*args, **kwargs)
            finally:
                sys.stdout.flush()  # here, where a closed pipe is caught, not on Python's way out
        except BrokenPipeError as error:  # the reader (head, less) has had enough: nothing is wrong
            silence_stdout()
            raise typer.Exit(0) from error
        except KeyboardInterrupt as interrupt:
            complain(f"interrupted; {str(interrupt) or 'an output file is as it was before'}")
            _end_by_interrupt()
        except ExtractorError as error:
            refuse(str(error))
        except OSError as error:
            refuse(f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error))

    return run


def _end_by_interrupt() -> NoReturn:
    """End the process by the signal itself: a shell says 130, and ends the loop that the command runs in.

    An exit code would not do: where the interrupt fell into code that Python made of a string (a named tuple while a
    module is imported), Python ends by the signal whatever is caught later, so the code would be left to chance.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)
    raise SystemExit(130)  # only where a signal ends nothing
