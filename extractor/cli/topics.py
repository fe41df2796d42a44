"""``hatsugen topics``: those that are known, and what patterns of one's own find."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.endings import ends_in_one_line
from extractor.cli.options import Encoding, Fields, Model, Published, read_options
from extractor.cli.streams import complain

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.readers import ReadFailure

topics = typer.Typer(
    invoke_without_command=True, rich_markup_mode=None, help="The topics that statements are about, and their patterns."
)


@topics.callback(epilog="Example: hatsugen topics check my.toml articles/")
def list_topics(
    context: typer.Context,
    own: Annotated[
        Path | None, typer.Option("--topics", metavar="FILE", help="A TOML file of topics of your own, beside those.")
    ] = None,
) -> None:
    """List the topics that are known, or check a file of your own."""
    if context.invoked_subcommand is None:
        ends_in_one_line(_list)(own)


def _list(own: Path | None) -> None:
    from extractor.cli.tables import print_clean, table_console
    from extractor.cli.topic_tables import topic_table
    from extractor.lexicon.topics import load_topics

    print_clean(table_console(), topic_table(load_topics(own).topics))


def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A TOML file of topics.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help="Articles in which to show what each pattern finds.")
    ] = None,
    model: Model = "ja_ginza",
    encoding: Encoding = None,
    published: Published = None,
    fields: Fields = None,
) -> None:
    """Check a file of topics, and show what each of its patterns finds in articles.

    What is wrong is said with its line. Exit code 2 means that the file cannot be used.
    """
    from extractor.cli.progress import counted
    from extractor.lexicon.topics import read_topics

    own = read_topics(file)
    patterns = sum(len(each.patterns) + len(each.also) for each in own)
    typer.echo(f"{file}: {counted(len(own), 'topic')}, {counted(patterns, 'pattern')}")
    if not paths:
        return
    from extractor.api import Extractor
    from extractor.cli.inputs import require_an_input
    from extractor.cli.tables import print_clean, table_console
    from extractor.cli.topic_tables import hits_table
    from extractor.readers import ReadFailure, read_articles
    from extractor.topic_hits import count_hits

    require_an_input(paths)
    options = read_options(encoding, published, fields)
    failures: list[ReadFailure] = []
    articles = _readable(read_articles(paths, options), failures)
    ids = {each.id for each in own}
    hits = [each for each in count_hits(Extractor.load(model, topics=file), articles) if each.topic.id in ids]
    print_clean(table_console(), hits_table(hits))
    for failure in failures:
        complain(failure.message)
    raise typer.Exit(1 if failures else 0)


def _readable(read: "Iterable[Article | ReadFailure]", failures: "list[ReadFailure]") -> "Iterator[Article]":
    """Yield the articles; what could not be read goes to ``failures``."""
    from extractor.article import Article

    for each in read:
        if isinstance(each, Article):
            yield each
        else:
            failures.append(each)


topics.command(epilog="Example: hatsugen topics check my.toml articles/")(ends_in_one_line(check))
