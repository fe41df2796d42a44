"""How quick the page to read is: the articles of records varied to many, opened and filtered in a browser.

    python -m benchmarks.page RECORDS [--articles N...]

RECORDS: what `hatsugen extract` wrote. It needs a Chromium: `chromium` on the PATH, or HATSUGEN_BROWSER.
"""

import argparse
import io
import json
import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from extractor.records import ArticleRecord
from extractor.report import write_report
from extractor.writers.recorded import find_record_files, read_records

ARTICLES = (100, 1000, 3000)
ROUNDS = 5
NAMES = 12  # of each person that the articles name
FILTERS = {
    "speaker": {"speaker": "*"},
    "words": {"q": "支援"},
    "form and confidence": {"form": "direct", "confidence": "0.5"},
    "from, to and act": {"from": "2026-03-01", "to": "2026-09-30", "act": "evaluate"},
    "none": {},
}
#: Runs in the page: milliseconds from the change of the address until the next frame is painted.
MEASURE = """(hash) => new Promise((done) => {
  const began = performance.now();
  const painted = () => setTimeout(() => done(performance.now() - began));
  addEventListener("hashchange", () => requestAnimationFrame(painted), {once: true});
  location.hash = hash;
})"""


def varied(records: Sequence[ArticleRecord], number: int) -> Iterator[ArticleRecord]:
    """Yield ``number`` articles made of ``records``, always the same: ids, days and persons' names differ.

    Names change in entities alone: texts and offsets stay as they were.
    """
    chance = random.Random(1)
    for count, record in enumerate(islice(cycle(records), number)):
        entities = [
            entity.model_copy(update={"name": f"{entity.name}{chance.randrange(NAMES)}"})
            if entity.type == "person"
            else entity
            for entity in record.entities
        ]
        day = date(2026, 1, 1) + timedelta(days=count % 365)
        statements = [
            statement.model_copy(update={"date": statement.date.model_copy(update={"value": day.isoformat()})})
            if statement.date
            else statement
            for statement in record.statements
        ]
        changes = {
            "id": f"{record.id}-{count}",
            "published": day.isoformat(),
            "entities": entities,
            "statements": statements,
        }
        yield record.model_copy(update=changes)


def measure(page: Page, path: Path) -> dict[str, float]:
    """Open the page at ``path`` several times; return the medians in milliseconds, by what is done."""
    opened = []
    for _ in range(ROUNDS):
        page.goto("about:blank")
        began = time.perf_counter()
        page.goto(path.as_uri())
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        opened.append(1000 * (time.perf_counter() - began))
    speaker = page.locator("#filter-speaker option").nth(1).get_attribute("value") or ""
    found = {"open": statistics.median(opened)}
    for name, filters in FILTERS.items():
        hash_of = {key: speaker if value == "*" else value for key, value in filters.items()}
        times = [_filtered(page, hash_of, number) for number in range(ROUNDS)]
        found[name] = statistics.median(times)
    return found


def _filtered(page: Page, filters: dict[str, str], number: int) -> float:
    page.evaluate(MEASURE, f"#q=reset{number}")
    told: Any = page.evaluate(MEASURE, page.evaluate("(told) => '#' + new URLSearchParams(told)", filters))
    return float(told)


def main() -> None:
    """Print a table: one column a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("records", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=ARTICLES, metavar="N")
    arguments = parser.parse_args()
    records = [record for file in find_record_files(arguments.records) for record in read_records(file)]
    browser = os.environ.get("HATSUGEN_BROWSER") or shutil.which("chromium")
    columns: dict[str, dict[str, str]] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for number in arguments.articles:
            stream = io.BytesIO()
            began = time.perf_counter()
            write_report(varied(records, number), stream)
            seconds = time.perf_counter() - began
            path = Path(folder) / f"{number}.html"
            path.write_bytes(stream.getvalue())
            page = chromium.new_page(viewport={"width": 1440, "height": 900})
            figures = {name: f"{figure:,.0f} ms" for name, figure in measure(page, path).items()}
            statements = json.loads(page.evaluate("() => JSON.stringify(ROWS.length)"))
            size = f"{len(stream.getvalue()) / 1e6:.1f} MB"
            columns[f"{number:,}"] = {
                "statements": f"{statements:,}",
                "size": size,
                "write": f"{seconds:.1f} s",
                **figures,
            }
            page.close()
        chromium.close()
    print(f"| articles | {' | '.join(columns)} |")  # noqa: T201 - its table is what it is for
    print(f"|---|{'---|' * len(columns)}")  # noqa: T201
    for row in next(iter(columns.values())):
        print(f"| {row} | {' | '.join(column[row] for column in columns.values())} |")  # noqa: T201


if __name__ == "__main__":
    main()
