"""The page to read that ``hatsugen extract --report`` writes with its output."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from extractor.cli.destination import forbid_reading_what_is_written
from extractor.cli.streams import refuse
from extractor.writers.destination import Destination
from extractor.writers.formats import Format

_READ_BACK = (Format.JSONL, Format.JSON)


def page_beside(destination: Destination, inputs: Iterable[str]) -> Path:
    """Return where the page goes: out.jsonl → out.html, out/ → out/report.html. It is made of what OUT holds.

    Ends the command where OUT cannot be read back, and where the page would take an article's place.
    """
    path = destination.path
    if path is None or destination.format not in _READ_BACK:
        refuse("--report needs records to read back: write to a .jsonl or .json file or to a folder (name/) with -o")
    page = path / "report.html" if destination.is_folder else path.with_suffix(".html")
    forbid_reading_what_is_written(replace(destination, path=page), inputs)
    return page


def write_page(page: Path, destination: Destination, topics: Path | None) -> None:
    """Write the page of all records in OUT; where there are none, no page. topics: a file whose names it shows."""
    from extractor.cli.topic_names import topic_names
    from extractor.report import write_report
    from extractor.writers.recorded import read_all_records
    from extractor.writers.replacing import UnchangedError, replacing

    if destination.path is None or not destination.path.exists():
        return
    with replacing(page) as stream:
        if not write_report(read_all_records([destination.path]), stream, topics=topic_names(topics)):
            raise UnchangedError
