"""The table of entities: what is named how often, in columns of Japanese width."""

from collections.abc import Iterable

from rich.table import Table

from extractor.cli.tables import cell, plain_table
from extractor.entity_counts import EntityCount

_MOST_ALIASES = 6  # of a name that goes by more forms, the commonest are shown


def entity_table(counts: Iterable[EntityCount]) -> Table:
    """Return one row an entity, in the order given."""
    table = plain_table()
    table.add_column("type", no_wrap=True, style="dim")
    table.add_column("name", overflow="fold", ratio=4, style="cyan")
    table.add_column("mentions", no_wrap=True, justify="right")
    table.add_column("articles", no_wrap=True, justify="right")
    table.add_column("id", overflow="fold", ratio=2, style="green")
    table.add_column("also", overflow="fold", ratio=5)
    for count in counts:
        also = "、".join(count.aliases[:_MOST_ALIASES]) + ("…" if len(count.aliases) > _MOST_ALIASES else "")
        table.add_row(
            count.type, cell(count.name), f"{count.mentions:,}", f"{count.articles:,}", cell(_ids(count)), cell(also)
        )
    return table


def _ids(count: EntityCount) -> str:
    ids = count.ids
    return " ".join(filter(None, (ids.iso3166, ids.wikidata, ids.provision)))
