"""The gate: ``python -m extractor.evaluation GOLD PRED FLOORS`` fails where a figure fell below its floor.

For people who change the program; whoever wants the figures calls ``hatsugen evaluate``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.evaluation.floors import add_floor_arguments, check_floors, load_floors, pin_floors
from extractor.evaluation.scoring import evaluate


def main(arguments: Sequence[str] | None = None) -> int:
    """Check or pin the floors; return 0, 1 where a figure fell, 2 where something cannot be read or may not be."""
    options = _parser().parse_args(arguments)
    try:
        evaluation = evaluate(options.gold, options.pred, resamples=0)
        if options.pin:
            pin_floors(evaluation, options.floors, lower=options.lower)
        fallen = check_floors(evaluation, load_floors(options.floors))
    except ExtractorError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{line}\n" for line in fallen or ["no figure is below its floor"]))
    return 1 if fallen else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m extractor.evaluation", description="Compare the figures of predictions with their floors."
    )
    parser.add_argument("gold", type=Path, help="gold: resolved .jsonl, or a folder of annotations")
    parser.add_argument("pred", type=Path, help="predictions: .jsonl, .json or a folder")
    add_floor_arguments(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
