"""One readable JSON file an article, in the tree of the input: 2025/会談.txt → 2025/会談.txt.json.

The input's ending stays, so that a.txt and a.md do not meet. Where two articles have one path, as the a.txt of two
folders that were asked for, the second gets its article's id as well.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path, PurePath

from extractor.records import ArticleRecord
from extractor.writers.replacing import replacing

_NAME_BYTES = 180  # of 255 that file systems allow; the rest is for id, number and ending
_STDIN = "-"  # how a record names standard input: no name for a file


def write_folder(records: Iterable[ArticleRecord], folder: Path) -> int:
    """Write one indented JSON file a record below ``folder``, which is made where missing; return how many."""
    written = 0
    taken: set[PurePath] = set()
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        name = next(name for name in _names(record) if name not in taken)
        taken.add(name)
        with replacing(folder / name) as stream:
            stream.write(record.model_dump_json(indent=2).encode() + b"\n")
        written += 1
    return written


def _names(record: ArticleRecord) -> Iterator[PurePath]:
    """Yield names for the file, the plainest first, without end."""
    safe_id = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in record.id)[:20]
    base = _base(record, safe_id)
    yield base.with_name(f"{base.name}.json")
    yield base.with_name(f"{base.name}.{safe_id}.json")
    for number in count(2):
        yield base.with_name(f"{base.name}.{safe_id}.{number}.json")


def _base(record: ArticleRecord, safe_id: str) -> PurePath:
    """The input's path without anything that leads out of the folder, its name cut to a length that can be made."""
    path = PurePath(record.source.path or safe_id)
    parts = [part for part in path.relative_to(path.anchor).parts if part != ".."]
    name = parts.pop() if parts else safe_id
    if name.partition("#")[0] == _STDIN:
        name = f"stdin{name[1:]}"
    return PurePath(*parts, name.encode()[:_NAME_BYTES].decode(errors="ignore"))
