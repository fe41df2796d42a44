"""``python -m extractor.evaluation.registry GOLD RECORDS FLOORS``: how good merging is, and whether a figure fell.

For people who change the program. Merges the records, prints the figures, and fails where one is below its floor.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.evaluation.figures import Retrieval
from extractor.evaluation.floors import add_floor_arguments, check_figures, load_floors, pin_figures
from extractor.evaluation.registry_gold import load_registry_gold
from extractor.evaluation.registry_scores import RegistryScores, score_registry
from extractor.merging import merge_records
from extractor.writers.recorded import read_records


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return 0, 1 where one fell, 2 where something cannot be read or may not be."""
    options = _parser().parse_args(arguments)
    try:
        gold = load_registry_gold(options.gold)
        records = list(read_records(options.records))
        scores = score_registry(gold, records, merge_records(records))
        sys.stdout.write(render(scores))
        fallen = check(scores, gold.sha256, options.floors, pin=options.pin, lower=options.lower)
    except (ExtractorError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{line}\n" for line in fallen or ["no figure is below its floor"]))
    return 1 if fallen else 0


def render(scores: RegistryScores) -> str:
    """Return the figures for a person, one line each."""
    rows = {"names, end to end": scores.end_to_end, "names that were found": scores.linking}
    rows |= {f"  {kind}": figure for kind, figure in scores.types.items()} | {"copies, pairs": scores.copies}
    return "".join(f"{label:<24} P {f.p:.3f}  R {f.r:.3f}  F1 {f.f1:.3f}  n {f.n}\n" for label, f in rows.items())


def check(scores: RegistryScores, sha256: str, path: Path, *, pin: bool = False, lower: bool = False) -> list[str]:
    """Return a line for each figure below its floor in the file ``path``; one alone where the gold is another.

    pin: make the figures the new floors. lower: also where one falls, otherwise GoldError is raised.
    """
    figures = _flat(scores)
    if pin:
        pin_figures(figures, figures, sha256, path, lower=lower)
    return check_figures(figures, sha256, load_floors(path))


def _flat(scores: RegistryScores) -> dict[str, float]:
    parts: dict[str, Retrieval] = {"end_to_end": scores.end_to_end, "linking": scores.linking, "copies": scores.copies}
    parts |= {str(kind): figure for kind, figure in scores.types.items()}
    return {f"{name}.{what}": getattr(part, what) for name, part in parts.items() for what in ("p", "r", "f1")}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m extractor.evaluation.registry",
        description="Score merging over articles, and compare with floors.",
    )
    parser.add_argument("gold", type=Path, help="gold.toml: who is who over the articles")
    parser.add_argument("records", type=Path, help="what hatsugen extract made of the articles: .jsonl")
    add_floor_arguments(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
