"""Queries over a million statements: seconds of the whole command, by the processor and by the clock.

The file is made by repeating the records of a real run under other ids, paths and dates; it takes a gigabyte beside the
records' own file, and goes away at the end.

Run: python -m benchmarks.queries RECORDS.jsonl [--statements N] [--rounds N]
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from benchmarks.measuring import program

QUERIES: dict[str, Sequence[str]] = {
    "who": ("--who", "ホルト"),
    "who, by country": ("--who", "米国"),
    "about, with a month": ("--about", "NATO第5条", "--from", "2022-03", "--to", "2022-03"),
    "words in what is said": ("--text", "発動"),
    "act and stance": ("--act", "deny", "--stance", "oppose"),
    "SQL, statements by speaker": ("--sql", "SELECT speaker, count(*) FROM statements GROUP BY speaker"),
    "SQL, articles by publisher": ("--sql", "SELECT publisher, count(*) FROM articles GROUP BY publisher"),
}
_DAYS = 2_000  # over which the articles are spread


def repeated(lines: Sequence[str], statements: int) -> Iterator[str]:
    """Yield records of ``lines`` again and again, none like another, until they hold ``statements`` or more."""
    records = [json.loads(line) for line in lines]
    number = total = 0
    for record in cycle(records):
        if total >= statements:
            return
        record["id"], record["source"]["path"] = f"{number:08}", f"{number // 1000}/{number}.txt"
        record["published"] = (date(2020, 1, 1) + timedelta(days=number % _DAYS)).isoformat()
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
        number, total = number + 1, total + len(record["statements"])


def run(path: Path, arguments: Sequence[str]) -> tuple[float, float]:
    """Return the seconds of a query by the processor, all threads together, and by the clock; its rows go nowhere."""
    command = [program(), "query", str(path), *arguments, "--format", "jsonl"]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queries")
    parser.add_argument("records", type=Path, help="what hatsugen extract wrote as .jsonl")
    parser.add_argument("--statements", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=2, metavar="N")
    options = parser.parse_args()
    lines = options.records.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "records.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(repeated(lines, options.statements))
        sys.stdout.write(
            f"{path.stat().st_size / 1e6:,.0f} MB\n\n| query | processor seconds | by the clock |\n|---|---|---|\n"
        )
        for name, arguments in QUERIES.items():
            processor, clock = map(min, zip(*(run(path, arguments) for _ in range(options.rounds)), strict=True))
            sys.stdout.write(f"| {name} | {processor:.1f} | {clock:.1f} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
