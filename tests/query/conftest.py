"""Files of records whose names, dates, topics and stances tests state."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.records import ArticleRecord

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, make_record: Callable[..., ArticleRecord]) -> Write:
    """Write a file of one record with one statement; ``entity``, ``statement`` and ``record`` change its fields."""

    def _write(name: str = "r.jsonl", **changes: dict[str, Any]) -> Path:
        plain = make_record(path=f"{name}.txt").model_dump(mode="json")
        plain.update(changes.get("record", {}))
        plain["entities"][0].update(changes.get("entity", {}))
        plain["statements"][0].update(changes.get("statement", {}))
        record = ArticleRecord.model_validate(plain)
        (tmp_path / name).write_text(
            json.dumps(record.model_dump(mode="json"), ensure_ascii=False) + "\n", encoding="utf-8"
        )
        return tmp_path / name

    return _write
