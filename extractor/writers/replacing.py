"""A file that is there whole or not at all: written under another name beside it, then renamed."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}  # what writing raises, without a name, where there is no room


class UnchangedError(Exception):
    """Raised inside ``replacing``: leave the file as it was."""


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open ``path`` for writing; it changes only when the block ends without an exception.

    ``UnchangedError`` ends the block, goes no further, and changes nothing. Missing folders are made. A device or a
    pipe (/dev/stdout) cannot be renamed onto and is written to directly. Raises OSError, which names ``path``, where
    it cannot be written or the disk is full.
    """
    path = Path(os.path.realpath(path))  # through a link: the file it names is replaced, not the link
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _temporary(path)
    try:
        with _open(temporary, path) as stream:
            yield stream
        temporary.replace(path)
    except UnchangedError:
        pass
    except OSError as error:
        if error.errno in _FULL and error.filename is None:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
    finally:
        temporary.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    """Return where ``path`` is written first.

    Hidden, so that no walk over the folder takes it for an article; short, for a name has 255 bytes at most; always
    the same, so that what a killed process left is written over by the next.
    """
    return path.with_name(f".hatsugen-{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}.tmp")


def _open(temporary: Path, path: Path) -> IO[bytes]:
    """Open ``temporary``; an error names ``path``, which is what the user asked for."""
    try:
        return temporary.open("wb")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
