"""``hatsugen merge``."""

from typing import Annotated

import typer

from extractor.cli.options import STDIO


def merge(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="OUT", help="What `hatsugen extract` wrote: .jsonl, .json, a folder, or - for input."),
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="A .json file, or -; else a table is shown.")
    ] = None,
) -> None:
    """Tell who is who across articles, and which statements are in the same words.

    People, organisations, countries and provisions of many articles become one registry: トランプ, トランプ大統領 and
    ドナルド・トランプ are one, two people of one surname are not, and whoever is unsure stays apart. Statements in the
    same words, or nearly so, are grouped with who published them when. `hatsugen schema registry` has the fields.
    """
    import sys
    from pathlib import Path

    from extractor.cli.records import read_record_paths, refuse_to_write_over
    from extractor.merging import merge_records
    from extractor.merging.writing import write_registry
    from extractor.writers.replacing import replacing

    if output not in {None, STDIO}:
        refuse_to_write_over(Path(str(output)), paths)
    registry = merge_records(read_record_paths(paths))
    if output is None:
        from extractor.cli.registry_table import print_registry
        from extractor.cli.tables import table_console

        print_registry(table_console(), registry)
    elif output == STDIO:
        write_registry(registry, sys.stdout.buffer)
    else:
        with replacing(Path(output)) as stream:
            write_registry(registry, stream)
