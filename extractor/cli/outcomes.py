"""Records to show: those that were written before, else made of articles now."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.batch import Failure, extract_folder
from extractor.readers import ReadOptions
from extractor.records import ArticleRecord
from extractor.writers.recorded import find_record_files, read_records


def recorded_or_extracted(paths: Sequence[str], model: str, options: ReadOptions) -> Iterator[ArticleRecord | Failure]:
    """Read records where every path holds some, which needs no model; else read and analyse articles."""
    files = [find_record_files(Path(path)) for path in paths]
    if all(files):
        return (record for group in files for file in group for record in read_records(file))
    return extract_folder(paths, model=model, options=options)
