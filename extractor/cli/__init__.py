"""The command ``hatsugen``. A command is its arguments, one call into the library, and what is shown.

Exit codes: 0 all well; 1 some articles failed, the rest is written; 2 wrong use, nothing done.
An interrupt ends it by that signal (130 in a shell).
"""

from extractor.cli.app import main

__all__ = ["main"]
