"""A file that is there whole or not at all: written under another name beside it, then renamed."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class UnchangedError(Exception):
    """Raised inside ``replacing``: leave the file as it was."""


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open ``path`` for writing; it changes only when the block ends without an exception.

    ``UnchangedError`` ends the block, goes no further, and changes nothing. Missing folders are made. A device or a
    pipe (/dev/stdout) cannot be renamed onto and is written to directly.
    """
    path = Path(os.path.realpath(path))  # through a link: the file it names is replaced, not the link
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    # Hidden, so that no walk over the folder takes it for an article; short, for a name has 255 bytes at most.
    temporary = path.with_name(f".hatsugen-{secrets.token_hex(8)}.tmp")
    try:
        with _open(temporary, path) as stream:
            yield stream
        temporary.replace(path)
    except UnchangedError:
        pass
    finally:
        temporary.unlink(missing_ok=True)


def _open(temporary: Path, path: Path) -> IO[bytes]:
    """Open ``temporary``; an error names ``path``, which is what the user asked for."""
    try:
        return temporary.open("wb")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
