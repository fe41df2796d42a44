"""What is measured is what it is said to be; the measuring itself takes too long for a test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.batches import Run, repeated, table
from benchmarks.book import OTHER, SAME, book, renamed
from benchmarks.lengths import KINDS
from benchmarks.queries import repeated as repeated_records
from extractor.records import ArticleRecord


def test_repeated_articles_are_as_many_and_all_different(tmp_path: Path) -> None:
    folder = repeated(["首相は「行く」と述べた。\n", "外相は黙った。"], 5, tmp_path / "in")
    written = [file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())]
    assert len(set(written)) == 5
    assert [text.splitlines()[0] for text in written[:3]] == [
        "首相は「行く」と述べた。",
        "外相は黙った。",
        "首相は「行く」と述べた。",
    ]


def test_the_table_compares_with_one_process_on_the_same_folder() -> None:
    rows = list(table([Run(1, 10, 4.0, 700.0), Run(2, 10, 2.5, 690.0), Run(2, 100, 9.0, 690.0)]))[2:]
    assert [row.split("|")[-2].strip() for row in rows] == ["1.00", "1.60", ""]
    assert rows[1].startswith("| 10 | 2 | 2.5 | 250.0 | 690 ")


@pytest.mark.parametrize("kind", KINDS)
def test_an_article_of_a_kind_has_about_the_length(kind: str) -> None:
    assert 9_800 <= len(KINDS[kind](10_000)) <= 10_000


def test_repeated_records_are_as_many_and_all_different(make_record: Callable[..., ArticleRecord]) -> None:
    lines = list(repeated_records([make_record().model_dump_json()], 5))
    records = [ArticleRecord.model_validate_json(line) for line in lines]
    assert len({(record.id, record.source.path, record.published) for record in records}) == 5


def test_a_book_has_the_length_and_each_time_other_names(make_record: Callable[..., ArticleRecord]) -> None:
    record = make_record()
    same, other = (book([record], 3 * len(record.text.encode()), kind) for kind in (SAME, OTHER))
    assert same == "\n".join([record.text] * 3)
    assert len(other) > len(same)
    assert len({renamed(record, number) for number in range(100)}) == 100
