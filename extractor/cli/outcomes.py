"""Records to show: those that were written before, else made of articles now."""

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.analysis import Analysis
from extractor.batch import Failure, extract_folder
from extractor.cli.options import STDIO
from extractor.readers import ReadOptions
from extractor.records import ArticleRecord
from extractor.writers.recorded import PEEKED, begins_with_record, find_record_files, read_all_records


def recorded_or_extracted(
    paths: Sequence[str], analysis: Analysis, options: ReadOptions
) -> Iterator[ArticleRecord | Failure]:
    """Read records where every path holds some, which needs no model; else read and analyse articles."""
    stdin = getattr(sys.stdin, "buffer", None)
    if list(paths) == [STDIO] and isinstance(stdin, io.BufferedReader):
        recorded = begins_with_record(stdin.peek(PEEKED)[:PEEKED])
    else:
        recorded = all(find_record_files(Path(path)) for path in paths)
    if recorded:
        return read_all_records(paths)
    return extract_folder(paths, analysis=analysis, options=options)
