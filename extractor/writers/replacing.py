"""A file that is there whole or not at all: written under another name beside it, then renamed."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open ``path`` for writing; it changes only when the block ends without an exception.

    Missing folders are made. A device or a pipe (/dev/stdout) cannot be renamed onto and is written to directly.
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
        with temporary.open("wb") as stream:
            yield stream
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
