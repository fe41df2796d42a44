"""The command on folders of any size, with one process and with two: seconds by the clock, and memory of the largest.

The folders are made by repeating the articles under other names. Memory is what the largest process of the run held at
most, a worker, since that is what the system remembers of children.

Run: python -m benchmarks.batches [--sizes 10 100 1000] [--workers 1 2] [PATH...]
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import articles
from benchmarks.measuring import program


class Run(NamedTuple):
    """A run of the command. seconds: by the clock, loading included. peak: megabytes of its largest process."""

    workers: int
    size: int
    seconds: float
    peak: float


def repeated(texts: Sequence[str], size: int, folder: Path) -> Path:
    """Write ``size`` articles into ``folder`` and return it; each has a line of its own, so that none is another."""
    folder.mkdir()
    for number, text in enumerate(islice(cycle(texts), size)):
        (folder / f"{number:06}.txt").write_text(f"{text.rstrip()}\n第{number}号\n", encoding="utf-8")
    return folder


def run(folder: Path, workers: int, size: int) -> Run:
    """Extract ``folder`` into a file that is thrown away."""
    with tempfile.TemporaryDirectory() as place:
        command = [program(), "extract", str(folder), "-o", f"{place}/out.jsonl", "--workers", str(workers)]
        start = time.perf_counter()
        process = os.posix_spawn(
            command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        )
        _, status, usage = os.wait4(process, 0)  # not subprocess: it tells nothing of one child's memory
        if status:
            raise SystemExit(f"{' '.join(command)}: ended with {os.waitstatus_to_exitcode(status)}")
        return Run(workers, size, time.perf_counter() - start, usage.ru_maxrss / 1024)


def table(runs: Sequence[Run]) -> Iterator[str]:
    """Yield a row a run; the last column compares with one process on the same folder."""
    yield "| articles | processes | seconds | ms an article | peak MB of a process | times as fast |"
    yield "|---|---|---|---|---|---|"
    alone = {each.size: each.seconds for each in runs if each.workers == 1}
    for each in runs:
        ratio = f"{alone[each.size] / each.seconds:.2f}" if each.size in alone else ""
        yield (
            f"| {each.size:,} | {each.workers} | {each.seconds:.1f} | {each.seconds / each.size * 1e3:.1f} "
            f"| {each.peak:.0f} | {ratio} |"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batches")
    parser.add_argument("paths", nargs="*", default=["corpus/articles"], help="articles: files and folders")
    parser.add_argument("--sizes", nargs="+", type=int, default=[10, 100, 1_000], metavar="N")
    parser.add_argument("--workers", nargs="+", type=int, default=[1, 2], metavar="N")
    options = parser.parse_args()
    texts = [article.text for article in articles(options.paths)]
    runs = []
    with tempfile.TemporaryDirectory() as place:
        for size in options.sizes:
            folder = repeated(texts, size, Path(place) / str(size))
            runs += [run(folder, workers, size) for workers in options.workers]
    sys.stdout.write("\n".join(table(runs)) + "\n")


if __name__ == "__main__":
    main()
