"""Measure everything side by side, and print it as Markdown.

Run: python -m benchmarks [--rounds N] [PATH...]
"""

import argparse
import sys
from collections.abc import Iterable, Sequence

from benchmarks.articles import articles
from benchmarks.measuring import Measurement, measure
from benchmarks.start import first_record, help_text

_SIDE_BY_SIDE = {
    "stock GiNZA, nlp.pipe": "benchmarks.stock",
    "bare multiplications of tok2vec": "benchmarks.limit",
    "whole extraction": "benchmarks.whole",
}
_WHOLE = "whole extraction"


def compare(paths: Sequence[str], rounds: int) -> dict[str, Measurement]:
    """Return the best of ``rounds`` measurements of each; they take turns, so that no one alone has a busy machine."""
    runs: dict[str, list[Measurement]] = {name: [] for name in _SIDE_BY_SIDE}
    for _ in range(rounds):
        for name, module in _SIDE_BY_SIDE.items():
            runs[name].append(measure(module, paths))
    return {name: min(found, key=lambda run: run.seconds) for name, found in runs.items()}


def side_by_side(found: dict[str, Measurement]) -> Iterable[str]:
    """Yield the table of what was compared."""
    whole = found[_WHOLE].seconds
    yield "| one core | seconds | µs a token | whole extraction takes | peak MB |"
    yield "|---|---|---|---|---|"
    for name, run in found.items():
        micro = run.seconds / run.tokens * 1e6
        yield f"| {name} | {run.seconds:.2f} | {micro:.0f} | × {whole / run.seconds:.2f} | {run.peak:.0f} |"


def by_stage(run: Measurement) -> Iterable[str]:
    """Yield the table of stages, the longest first."""
    yield "| stage | seconds | µs a token | share |"
    yield "|---|---|---|---|"
    for name, seconds in sorted(run.stages.items(), key=lambda stage: -stage[1]):
        yield f"| {name} | {seconds:.2f} | {seconds / run.tokens * 1e6:.1f} | {seconds / run.seconds:.0%} |"


def start(rounds: int) -> Iterable[str]:
    """Yield the table of how long one waits for the first sign of life."""
    yield "| from a cold start | seconds |"
    yield "|---|---|"
    yield f"| record of an article of one sentence | {first_record(rounds):.2f} |"
    yield f"| hatsugen --help | {help_text(rounds):.2f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("paths", nargs="*", default=["corpus/articles"], help="articles: files and folders")
    parser.add_argument("--rounds", type=int, default=3, help="of which the best counts")
    options = parser.parse_args()
    given = articles(options.paths)
    found = compare(options.paths, options.rounds)
    lines = [f"{len(given)} articles, {sum(len(article.text) for article in given):,} characters", ""]
    lines += [*side_by_side(found), "", *by_stage(found[_WHOLE]), "", *start(options.rounds)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
