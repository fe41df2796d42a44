"""CSV for spreadsheets: one row a statement.

UTF-8 with byte-order mark and CR LF, which is what Excel needs to open Japanese by a double click. An article without
statements has no row. Where a cell holds several things they are joined by ``JOINT``.
"""

import csv
import io
from collections.abc import Callable, Iterable
from typing import IO

from extractor.records import ArticleRecord, Speaker, Statement

JOINT = " / "

# What a spreadsheet takes for a formula when a cell begins with it. Excel folds full-width signs: ＝1+1 counts.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = Callable[[ArticleRecord, Statement], str | None]

#: Heading of each column and what stands in it, in the order of the file.
COLUMNS: dict[str, Cell] = {
    "article": lambda record, _: record.id,
    "path": lambda record, _: record.source.path,
    "title": lambda record, _: record.title,
    "publisher": lambda record, _: record.publisher,
    "published": lambda record, _: record.published,
    "url": lambda record, _: record.url,
    "statement": lambda _, statement: statement.id,
    "speaker": lambda _, statement: _joined(speaker.text for speaker in statement.speakers),
    "speaker_name": lambda record, statement: _joined(_name(record, speaker) for speaker in statement.speakers),
    "speaker_kind": lambda _, statement: _joined(speaker.kind for speaker in statement.speakers),
    "cue": lambda _, statement: statement.cue.text if statement.cue else None,
    "content": lambda _, statement: _joined(span.text for span in statement.content),
    "form": lambda _, statement: statement.form,
    "act": lambda _, statement: statement.act,
    "date": lambda _, statement: statement.date.value if statement.date else None,
    "section": lambda _, statement: statement.section,
    "addressee": lambda _, statement: statement.addressee.text if statement.addressee else None,
    "about": lambda _, statement: _joined(about.text for about in statement.about),
    "within": lambda _, statement: statement.within,
    "start": lambda _, statement: str(statement.content[0].start),
    "end": lambda _, statement: str(statement.content[-1].end),
    "confidence": lambda _, statement: str(statement.confidence),
    "content_decided_by": lambda _, statement: statement.decided_by.content,
    "speaker_decided_by": lambda _, statement: statement.decided_by.speaker,
}


def write_csv(records: Iterable[ArticleRecord], stream: IO[bytes]) -> int:
    """Write a heading and one row a statement; return how many articles there were.

    ``start``/``end``: first and last character of the content in the article, in code points, end exclusive.
    """
    written = 0
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        table = csv.writer(text)
        table.writerow(COLUMNS)
        for record in records:
            for statement in record.statements:
                table.writerow(guarded(cell(record, statement)) for cell in COLUMNS.values())
            written += 1
    finally:
        text.detach()  # the stream is the caller's to close
    return written


def _joined(parts: Iterable[str]) -> str:
    return JOINT.join(parts)


def _name(record: ArticleRecord, speaker: Speaker) -> str:
    """The speaker's canonical name: プーチン for プーチン氏; as written where there is no entity."""
    names = {entity.id: entity.name for entity in record.entities}
    return names.get(speaker.entity or "", speaker.text)


def guarded(cell: str | None) -> str:
    """Put ' before what a spreadsheet would run: =HYPERLINK(…) in an article stays words."""
    cell = cell or ""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
