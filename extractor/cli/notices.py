"""Warnings of the library, shown as lines of the command while it works."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Lines(logging.Handler):
    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        self._say(record.getMessage())


@contextmanager
def notices_to(say: Callable[[str], None]) -> Iterator[None]:
    """Hand each warning of the package to ``say`` inside the block, and to nobody else."""
    logger, lines = logging.getLogger("extractor"), _Lines(say)
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(lines)
    try:
        yield
    finally:
        logger.removeHandler(lines)
        logger.propagate = propagated
