"""What was extracted before, in another format: no model, no second extraction."""

from collections.abc import Iterable
from pathlib import Path

from extractor.tables.names import TableName
from extractor.writers.destination import STDOUT, write_records
from extractor.writers.formats import Format
from extractor.writers.recorded import read_all_records


def convert(
    paths: Iterable[str | Path],
    output: str | Path = STDOUT,
    *,
    written_as: Format | str | None = None,
    table: TableName | str | None = None,
) -> int:
    """Write the records of ``paths`` to ``output``; return how many there were.

    paths: what ``read_all_records`` takes. The rest is as for ``write_records``. Raises ArticleError where a path
    holds no records or damaged ones, OutputError where output, format and table do not fit; nothing is written then.
    """
    return write_records(read_all_records(paths), output, written_as=written_as, table=table)
