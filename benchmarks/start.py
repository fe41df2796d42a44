"""How long a user waits at the start, by the clock, from the shell's point of view."""

import json
import tempfile
from pathlib import Path

from benchmarks.measuring import program, shortest

_ARTICLE = {"id": "small", "text": "首相は18日、「計画は予定どおり進める」と述べた。"}


def first_record(rounds: int) -> float:
    """Return seconds from a cold start to the end of an article of one sentence; the disk's cache is warm."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "small.json"
        article.write_text(json.dumps(_ARTICLE), encoding="utf-8")
        return shortest([program(), "extract", str(article), "-o", f"{folder}/small.jsonl", "--restart"], rounds)


def help_text(rounds: int) -> float:
    """Return seconds until ``hatsugen --help`` has ended."""
    return shortest([program(), "--help"], rounds)
