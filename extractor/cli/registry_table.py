"""The tables of a registry: who is who over all articles, and who published the same words."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.cli.progress import counted
from extractor.cli.tables import cell, plain_table, print_clean
from extractor.merging.registry import Copies, Edit, Publication, Registry, RegistryEntry

_MOST = 6  # names and roles that a cell shows

_UNKNOWN = "–"


def print_registry(console: Console, registry: Registry) -> None:
    """Print the entries, then the groups of statements, then how many there are."""
    print_clean(console, entry_table(registry.entries))
    for copies in registry.copies:
        print_clean(console, copies_table(copies, {entry.id: entry.name for entry in registry.entries}))
    found = (
        counted(len(registry.articles), "article"),
        counted(len(registry.entries), "entity"),
        f"{counted(len(registry.copies), 'statement')} published more than once",
    )
    print_clean(console, ", ".join(found))


def entry_table(entries: Iterable[RegistryEntry]) -> Table:
    """Return one row an entry, in the order given."""
    table = plain_table()
    table.add_column("type", no_wrap=True, style="dim")
    table.add_column("name", overflow="fold", ratio=4, style="cyan")
    table.add_column("role", overflow="fold", ratio=4)
    table.add_column("articles", no_wrap=True, justify="right")
    table.add_column("statements", no_wrap=True, justify="right")
    table.add_column("from – to", overflow="fold", ratio=3, style="green")
    table.add_column("also", overflow="fold", ratio=4)
    for entry in entries:
        table.add_row(
            entry.type,
            cell(entry.name),
            cell(_listed([role.text for role in entry.roles])),
            f"{entry.articles:,}",
            f"{entry.statements:,}",
            cell(_dates(entry)),
            cell(_listed([name.text for name in entry.names if name.text != entry.name])),
        )
    return table


def copies_table(copies: Copies, names: dict[str, str]) -> Table:
    """Return one row a publication, the first first; what differs from it is marked. names: by id of entry."""
    table = plain_table(headed=False)
    table.add_column(overflow="fold", ratio=3, style="green")
    table.add_column(overflow="fold", ratio=3)
    table.add_column(overflow="fold", ratio=3, style="cyan")
    table.add_column(overflow="fold", ratio=11)
    for publication in copies.publications:
        table.add_row(
            cell(publication.published or _UNKNOWN),
            cell(publication.publisher or publication.path or publication.article),
            cell("、".join(names[speaker] for speaker in publication.speakers) or _UNKNOWN),
            _marked(publication),
        )
    return table


def _marked(publication: Publication) -> Text:
    """The words, those that the first has not in [ ] and what it has instead behind ←: [少し←いささか]も揺るがず."""
    text, done = cell(""), 0
    for each in publication.differences:
        text.append_text(cell(publication.text[done : each.start]))
        instead = "" if each.edit is Edit.ADDED else f"←{each.first_text}"
        text.append_text(cell(f"[{each.text}{instead}]", style="yellow"))
        done = each.end
    text.append_text(cell(publication.text[done:]))
    return text


def _listed(words: list[str]) -> str:
    return "、".join(words[:_MOST]) + ("…" if len(words) > _MOST else "")


def _dates(entry: RegistryEntry) -> str:
    if entry.first is None or entry.last is None:
        return _UNKNOWN
    first, last = entry.first[:10], entry.last[:10]
    return first if first == last else f"{first} – {last}"
