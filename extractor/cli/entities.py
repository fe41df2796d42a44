"""``hatsugen entities``."""

import typer

from extractor.cli.options import Encoding, Fields, Model, Paths, Published, analysis_of, read_options


def entities(
    paths: Paths,
    model: Model = "ja_ginza",
    encoding: Encoding = None,
    published: Published = None,
    fields: Fields = None,
) -> None:
    """List the people, countries, organisations and provisions of articles, with counts and ids.

    One row a thing over all articles; the most mentioned first. Reads what `hatsugen extract` wrote, too.
    """
    from extractor.cli.entity_table import entity_table
    from extractor.cli.inputs import require_an_input
    from extractor.cli.outcomes import recorded_or_extracted
    from extractor.cli.progress import choose_progress, counted
    from extractor.cli.tables import print_clean, table_console
    from extractor.entity_counts import count_entities
    from extractor.readers import count_inputs

    require_an_input(paths)
    options = read_options(encoding, published, fields)
    with choose_progress(count_inputs(paths), text_on_stdout=True) as progress:
        counts = count_entities(progress.records(recorded_or_extracted(paths, analysis_of(model), options)))
    print_clean(table_console(), entity_table(counts))
    typer.echo(f"{counted(progress.articles, 'article')}, {counted(len(counts), 'entity')}")
    raise typer.Exit(1 if progress.failed else 0)
