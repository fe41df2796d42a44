"""The commands, and what becomes of errors that reach the top."""

import signal
import sys
from typing import Annotated, NoReturn

import typer

from extractor.cli.convert import convert
from extractor.cli.endings import ends_in_one_line
from extractor.cli.entities import entities
from extractor.cli.evaluate import evaluate
from extractor.cli.extract import extract
from extractor.cli.merge import merge
from extractor.cli.query import query
from extractor.cli.report import report
from extractor.cli.schema import schema
from extractor.cli.show import show
from extractor.cli.streams import complain, use_utf8
from extractor.cli.topics import topics

app = typer.Typer(
    name="hatsugen",
    invoke_without_command=True,  # and then helps
    rich_markup_mode=None,  # plain help and one-line errors, and no wait for rich
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _example(line: str) -> str:
    return f"Example: {line}"


app.command(epilog=_example("hatsugen extract articles/ -o statements.jsonl"))(ends_in_one_line(extract))
app.command(epilog=_example("hatsugen convert statements.jsonl -o statements.xlsx"))(ends_in_one_line(convert))
app.command(epilog=_example("hatsugen show articles/2025-08-17.txt"))(ends_in_one_line(show))
app.command(epilog=_example("hatsugen entities articles/"))(ends_in_one_line(entities))
app.command(epilog=_example("hatsugen report statements.jsonl -o report.html"))(ends_in_one_line(report))
app.command(epilog=_example("hatsugen merge statements.jsonl -o registry.json"))(ends_in_one_line(merge))
app.command(epilog=_example("hatsugen evaluate corpus/gold statements.jsonl --errors 5"))(ends_in_one_line(evaluate))
app.command(epilog=_example("hatsugen query statements.jsonl --who 米国 --from 2025-08 --act deny"))(
    ends_in_one_line(query)
)
app.command(epilog=_example("hatsugen schema > record.schema.json"))(ends_in_one_line(schema))
app.add_typer(topics, name="topics")


def _version(asked: bool) -> None:
    if asked:
        from extractor import __version__

        typer.echo(f"hatsugen {__version__}")
        raise typer.Exit


@app.callback(epilog=_example("hatsugen extract articles/ -o statements.jsonl && hatsugen show statements.jsonl"))
def hatsugen(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who said what in Japanese news: attributed statements from articles."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


def main() -> None:
    """Run the command with the arguments of the process, and end it with the command's code."""
    use_utf8(sys.stdout, sys.stderr)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = app(prog_name="hatsugen", standalone_mode=False)
    except typer.TyperException as error:  # a missing argument, an unknown option
        complain(f"{' '.join(error.format_message().split())} (see {_command(error)} --help)")
        code = error.exit_code
    sys.exit(code)


def _command(error: typer.TyperException) -> str:
    """Return the command that was used wrongly: hatsugen extract."""
    context = getattr(error, "ctx", None)
    return context.command_path if context else "hatsugen"


def _terminate(*_: object) -> NoReturn:
    """End as on an exception, so that what is half written is put away."""
    sys.exit(128 + signal.SIGTERM)
