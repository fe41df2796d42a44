"""From the paths that were asked for to the files to read, in a fixed order."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.readers.outcomes import ReadFailure

STDIN = "-"
FORMATS = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl"}


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or standard input.

    path: None for standard input. name: what the record's source calls it: relative to the folder that was asked
    for, with forward slashes; its bare name where the file itself was named; "-" for standard input.
    format: a value of FORMATS, "" for standard input, which shows its format itself.
    """

    path: Path | None
    name: str
    format: str

    @property
    def shown(self) -> str:
        """The path as messages show it: as it was given, so that it can be opened."""
        return printable(str(self.path)) if self.path else STDIN


def find_inputs(paths: Iterable[str | Path]) -> Iterator[Input | ReadFailure]:
    """Yield every file once, or why there is none.

    Folders are walked in the order of their paths, part by part. A path that turns up a second time is passed over.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _find(path):
            key = _key(found)
            if key not in seen:
                seen.add(key)
                yield found


def printable(path: str) -> str:
    """Return a path fit for a record and for one line.

    Characters are composed (macOS takes が apart), bytes that are not UTF-8 and line breaks become \\xNN and \\n.
    """
    readable = os.fsencode(path).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", readable).replace("\n", "\\n").replace("\r", "\\r")


def read_failure(path: str, error: OSError) -> ReadFailure:
    """Return the failure for what the operating system says about ``path``."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ReadFailure(path, "missing", f"{path}: there is no such file; check the path")
    if isinstance(error, PermissionError):
        return ReadFailure(path, "unreadable", f"{path}: not permitted to read it; change its permissions")
    return ReadFailure(path, "unreadable", f"{path}: cannot be read ({error.strerror or error}); check the path")


def _find(path: str | Path) -> Iterator[Input | ReadFailure]:
    if str(path) == STDIN:
        yield Input(None, STDIN, "")
        return
    shown = printable(str(path))
    if not str(path) or "\0" in str(path):  # Path("") would be the current folder
        yield ReadFailure(shown, "missing", f"{shown!r}: there is no such file; check the path")
        return
    path = Path(path)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield read_failure(shown, error)
        return
    if stat.S_ISDIR(mode):
        yield from _find_in_folder(path)
    else:
        yield _named_file(path, mode)


def _named_file(path: Path, mode: int) -> Input | ReadFailure:
    shown = printable(str(path))
    if not stat.S_ISREG(mode):
        return ReadFailure(shown, "unreadable", f"{shown}: not an ordinary file; give its text through - instead")
    if (format_ := FORMATS.get(path.suffix.lower())) is None:
        ending = path.suffix or "no ending"
        return ReadFailure(shown, "format", f"{shown}: {ending} is no format we read; use {', '.join(FORMATS)}")
    return Input(path, printable(path.name), format_)


def _find_in_folder(folder: Path) -> Iterator[Input | ReadFailure]:
    empty = True
    for found in _walk(folder, "", (os.path.realpath(folder),)):
        empty = False
        yield found
    if empty:
        shown = printable(str(folder))
        yield ReadFailure(shown, "empty", f"{shown}: no file in it that we read; put in {', '.join(FORMATS)}")


def _walk(folder: Path, prefix: str, above: tuple[str, ...]) -> Iterator[Input | ReadFailure]:
    """Yield what is to be read in ``folder``, sorted by name, folders in their place among the files.

    prefix: the folder's path relative to the one asked for, with a slash at its end; above: it and the real folders
    that it lies in, which it must not link back to.
    """
    try:
        with os.scandir(folder) as entries:
            visible = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: printable(e.name))
    except OSError as error:
        yield read_failure(printable(str(folder)), error)
        return
    for entry in visible:
        path, name = folder / entry.name, prefix + printable(entry.name)
        if path.is_dir():  # unlike entry.is_dir, False for a link to itself
            real = os.path.realpath(path)
            if real in above:
                yield _loop(path)
            else:
                yield from _walk(path, name + "/", (*above, real))
        elif format_ := FORMATS.get(path.suffix.lower()):
            yield from _file_in_folder(entry, Input(path, name, format_))


def _file_in_folder(entry: os.DirEntry[str], found: Input) -> Iterator[Input | ReadFailure]:
    """Yield the file, or why a link leads nowhere; a pipe or a socket is passed over."""
    try:
        if stat.S_ISREG(entry.stat().st_mode):
            yield found
    except OSError as error:
        yield read_failure(found.shown, error)


def _loop(path: Path) -> ReadFailure:
    shown = printable(str(path))
    return ReadFailure(shown, "unreadable", f"{shown}: a link back to a folder that holds it; remove the link")


def _key(found: Input | ReadFailure) -> str:
    """The absolute path, links not followed: two names of one file are two articles that were asked for."""
    if isinstance(found, Input) and found.path is None:
        return STDIN
    return os.path.abspath(found.path or "")  # noqa: PTH100 Path.resolve would follow links
