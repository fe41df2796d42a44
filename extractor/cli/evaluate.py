"""``hatsugen evaluate``."""

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Gold: resolved .jsonl, an annotation .toml or a folder of them.")
    ],
    pred: Annotated[
        Path, typer.Argument(metavar="PRED", help="What `hatsugen extract` wrote: .jsonl, .json or a folder.")
    ],
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Show N examples of each kind of error.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
) -> None:
    """Score extracted records against gold annotation, with 95 % confidence intervals over articles."""
    from extractor.evaluation.report import render
    from extractor.evaluation.scoring import evaluate as evaluate_files

    evaluation = evaluate_files(gold, pred, errors=errors)
    typer.echo(evaluation.model_dump_json(indent=2) + "\n" if as_json else render(evaluation), nl=False)
