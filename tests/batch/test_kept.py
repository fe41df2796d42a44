"""What a batch keeps: records of the same path and bytes, made by the same program with the same options."""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.batch import Failure
from extractor.batch.kept import KeptRecords
from extractor.errors import BatchError
from extractor.records import ArticleRecord

Make = Callable[..., ArticleRecord]


def article(path: str, sha256: str) -> Article:
    made = Article.from_text("首相は「行く」と述べた。")
    return made.model_copy(update={"source": made.source.model_copy(update={"path": path, "sha256": sha256})})


@pytest.fixture
def record(make_record: Make) -> Callable[[str, str], ArticleRecord]:
    def make(path: str, sha256: str) -> ArticleRecord:
        made = make_record(path=path)
        return made.model_copy(update={"source": made.source.model_copy(update={"sha256": sha256})})

    return make


Record = Callable[[str, str], ArticleRecord]


def run(path: Path, articles: list[Article], record: Record, *, made: str = "v1", restart: bool = False) -> list[str]:
    """Run a batch with what is kept in ``path``; return the paths that had to be analysed."""
    analysed = []
    with closing(KeptRecords(path, made, restart=restart)) as kept:

        def analyse():
            for given in kept.or_kept(articles):
                if isinstance(given, Article):
                    analysed.append(given.source.path or "")
                    yield record(given.source.path or "", given.source.sha256)
                else:
                    yield given

        outcomes = list(kept.keep(analyse()))
    assert outcomes == [record(a.source.path or "", a.source.sha256) for a in articles]
    return analysed


def test_the_second_run_takes_over_what_the_first_has_done(tmp_path: Path, record: Record) -> None:
    articles = [article("a.txt", "1"), article("b.txt", "2")]
    assert run(tmp_path / "p", articles, record) == ["a.txt", "b.txt"]
    assert run(tmp_path / "p", articles, record) == []


def test_what_has_changed_is_done_again_and_what_is_gone_is_named(
    tmp_path: Path, record: Record, caplog: pytest.LogCaptureFixture
) -> None:
    run(tmp_path / "p", [article(f"{name}.txt", name) for name in "abcd"], record)
    now = [article("a.txt", "a"), article("b.txt", "other"), article("e.txt", "e")]
    with caplog.at_level(logging.WARNING):
        assert run(tmp_path / "p", now, record) == ["b.txt", "e.txt"]
    assert [line.getMessage() for line in caplog.records] == [
        "done before and taken over: 1 of 3 articles",
        "changed since and done again: b.txt",
        "no longer there and left out: c.txt, d.txt",
    ]
    assert run(tmp_path / "p", [article("b.txt", "b")], record) == ["b.txt"]  # the old bytes were forgotten


@pytest.mark.parametrize("change", [{"made": "v2"}, {"restart": True}], ids=["another-version", "restart"])
def test_all_is_done_anew(tmp_path: Path, record: Record, change: dict[str, object]) -> None:
    articles = [article("a.txt", "1")]
    run(tmp_path / "p", articles, record)
    assert run(tmp_path / "p", articles, record, **change) == ["a.txt"]  # type: ignore[arg-type]


def test_a_run_that_ends_early_keeps_what_it_has(tmp_path: Path, record: Record) -> None:
    articles = [article("a.txt", "1"), article("b.txt", "2")]
    with closing(KeptRecords(tmp_path / "p", "v1")) as kept:
        next(kept.keep(record(a.source.path or "", a.source.sha256) for a in articles))
    assert run(tmp_path / "p", articles, record) == ["b.txt"]


def test_failures_are_tried_again(tmp_path: Path, record: Record) -> None:
    with closing(KeptRecords(tmp_path / "p", "v1")) as kept:
        list(kept.or_kept([article("a.txt", "1")]))
        assert list(kept.keep([Failure("a.txt", "timeout", "a.txt: late", "analysis")]))
    assert run(tmp_path / "p", [article("a.txt", "1")], record) == ["a.txt"]


def test_articles_of_one_name_are_told_apart_by_their_bytes(tmp_path: Path, record: Record) -> None:
    articles = [article("a.txt", "1"), article("a.txt", "2")]
    run(tmp_path / "p", articles, record)
    assert run(tmp_path / "p", articles, record) == []


def test_two_runs_do_not_share_a_file(tmp_path: Path) -> None:
    with (
        closing(KeptRecords(tmp_path / "p", "v1")),
        pytest.raises(BatchError, match=r"p: another run is writing this output"),
    ):
        KeptRecords(tmp_path / "p", "v1")


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes("首相は述べた。\n".encode() * 200)
    with pytest.raises(BatchError, match=r"p: not a file of this program"):
        KeptRecords(tmp_path / "p", "v1")
    assert (tmp_path / "p").read_bytes().startswith("首相".encode())


def test_a_file_that_cannot_be_made_is_one_line() -> None:
    with pytest.raises((BatchError, OSError), match=r"/proc/p"):
        KeptRecords(Path("/proc/p"), "v1")


def test_a_file_of_records_is_small(tmp_path: Path, record: Record) -> None:
    run(tmp_path / "p", [article(f"{n}.txt", str(n)) for n in range(200)], record)
    plain = sum(len(record(f"{n}.txt", str(n)).model_dump_json()) for n in range(200))
    assert (tmp_path / "p").stat().st_size < plain
    with closing(sqlite3.connect(tmp_path / "p")) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
