"""Tables of topics: what they are called, and what their patterns find."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from extractor.cli.tables import cell, plain_table
from extractor.lexicon.topics import Pattern, Topic
from extractor.topic_hits import Example, PatternHits


def topic_table(topics: Iterable[Topic]) -> Table:
    """Return one row a topic."""
    table = plain_table()
    table.add_column("id", no_wrap=True, style="cyan")
    table.add_column("name", overflow="fold", ratio=2)
    table.add_column("english", overflow="fold", ratio=2, style="dim")
    table.add_column("patterns", justify="right")
    for topic in topics:
        table.add_row(cell(topic.id), cell(topic.name), cell(topic.english), str(len(topic.patterns)))
    return table


def hits_table(hits: Iterable[PatternHits]) -> Table:
    """Return one row a pattern, with the first places that it finds."""
    table = plain_table()
    table.add_column("topic", overflow="fold", ratio=2, style="cyan")
    table.add_column("pattern", overflow="fold", ratio=3)
    table.add_column("hits", justify="right")
    table.add_column("articles", justify="right")
    table.add_column("first", overflow="fold", ratio=6)
    for found in hits:
        first = Text("\n").join(_example(example) for example in found.examples)
        table.add_row(
            cell(found.topic.id), cell(_written(found.pattern)), f"{found.hits:,}", f"{found.articles:,}", first
        )
    return table


def _example(example: Example) -> Text:
    before, hit, after = cell(example.before), cell(example.text, style="bold"), cell(example.after)
    return Text.assemble(cell(example.path, style="dim"), " ", before, hit, after)


def _written(pattern: Pattern) -> str:
    """台湾 + 軍事演習 | 侵攻 (sentence): a pattern with its conditions."""
    near = f" + {' | '.join(pattern.near)}" if pattern.near else ""
    not_near = f" − {' | '.join(pattern.not_near)}" if pattern.not_near else ""
    reach = f" ({pattern.within})" if near or not_near else ""
    return f"{pattern.words}{near}{not_near}{reach}"
