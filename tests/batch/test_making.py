"""The description of what records depend on differs where they could."""

import json
from typing import Any

import pytest

from extractor.analysis import Analysis
from extractor.batch.making import describe_making
from extractor.readers import ReadOptions

GIVEN: dict[str, Any] = {"paths": ["in"], "analysis": Analysis(), "options": ReadOptions()}


def describe(**changes: Any) -> str:
    given = GIVEN | changes
    return describe_making(given["paths"], analysis=given["analysis"], options=given["options"])


def test_it_is_the_same_for_the_same() -> None:
    assert describe() == describe()


@pytest.mark.parametrize(
    "change",
    [
        {"paths": ["other"]},
        {"analysis": Analysis("ja_ginza_electra")},
        {"options": ReadOptions(published="2025-08-17")},
    ],
    ids=lambda change: next(iter(change)),
)
def test_it_differs_by_what_was_asked(change: dict[str, Any]) -> None:
    assert describe(**change) != describe()


def test_it_names_libraries_and_a_digest_of_the_program() -> None:
    said = json.loads(describe())
    assert {"spacy", "ginza", "ja-ginza", "sudachidict-core"} <= {n for n, v in said["libraries"].items() if v}
    assert len(said["program"]) == 64
