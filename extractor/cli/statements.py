"""The table of an article's statements: speaker, cue, content, form, in columns of Japanese width."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.cli.tables import cell, plain_table, print_clean
from extractor.records import ArticleRecord, Entity, Speaker, SpeakerKind, Statement

NOBODY = "–"


def print_record(console: Console, record: ArticleRecord) -> None:
    """Print the heading of an article and its statements."""
    known = (record.source.path, record.publisher, record.published)
    facts = " · ".join(fact for fact in known if fact)
    print_clean(
        console,
        cell(_title(record), style="bold"),
        *((cell(facts, style="dim"),) if facts else ()),
        statement_table(record) if record.statements else "no statements\n",
    )


def statement_table(record: ArticleRecord) -> Table:
    """Return one row a statement; one that stands in the content of another is indented under it."""
    entities = {entity.id: entity for entity in record.entities}
    table = plain_table()
    table.add_column("speaker", overflow="fold", ratio=4, style="cyan")
    table.add_column("cue", overflow="fold", ratio=3, style="green")
    table.add_column("content", overflow="fold", ratio=11)
    table.add_column("form", no_wrap=True, style="dim")
    for statement in record.statements:
        table.add_row(*_row(statement, entities))
    return table


def _row(statement: Statement, entities: dict[str, Entity]) -> tuple[Text, Text, Text, Text]:
    speakers = "、".join(_speaker(speaker, entities) for speaker in statement.speakers) or NOBODY
    return (
        cell(f"└ {speakers}" if statement.within else speakers),
        cell(statement.cue.text if statement.cue else NOBODY),
        cell(" … ".join(span.text for span in statement.content)),
        cell(statement.form),
    )


def _speaker(speaker: Speaker, entities: dict[str, Entity]) -> str:
    """ウィットコフ特使; 同氏 = プーチン where the name stands elsewhere; (プーチン) where the subject is left out."""
    if speaker.kind is SpeakerKind.IMPLICIT:
        return f"({speaker.text})"
    entity = entities.get(speaker.entity or "")
    if speaker.kind is SpeakerKind.NAMED or entity is None or entity.name in speaker.text:
        return speaker.text
    return f"{speaker.text} = {entity.name}"


def _title(record: ArticleRecord) -> str:
    """The title, else the first line with something in it."""
    lines = (line.strip() for line in record.text.splitlines())
    return record.title or next(filter(None, lines), record.id)
