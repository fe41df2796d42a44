"""Several processes: the same outcomes in the same order, whatever becomes of one of them."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.analysis import Analysis
from extractor.api import Extractor
from extractor.article import Article
from extractor.batch import Failure, extract_folder
from extractor.batch.workers import ONE_THREAD, Workers, cores
from extractor.errors import ModelError
from extractor.readers import ReadFailure
from extractor.records import ArticleRecord

LONG = "首相は「行く」と述べた。外相は川を見た。\n" * 4_000  # tens of seconds

pytestmark = pytest.mark.ginza


@pytest.fixture(scope="module")
def pool() -> Iterator[Workers]:
    """Two workers, started from an environment that says nothing of threads; that of the tests does."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ONE_THREAD:
            patch.delenv(name, raising=False)
        with Workers(Analysis(), number=2, timeout=60) as workers:
            yield workers


def article(text: str, path: str) -> Article:
    made = Article.from_text(text)
    return made.model_copy(update={"source": made.source.model_copy(update={"path": path})})


def short(number: int) -> Article:
    return article(f"首相は「行く{'よ' * number}」と述べた。\n", f"{number}.txt")


def test_outcomes_are_those_of_one_process_in_the_order_of_the_articles(
    pool: Workers, extractor_loaded: Extractor
) -> None:
    failure = ReadFailure("bad.txt", "empty", "bad.txt: empty")
    long = article("首相は「行く」と述べた。\n" * 200, "long.txt")
    articles = [long, short(1), failure, short(2), short(3)]
    expected = [extractor_loaded.extract(a) if isinstance(a, Article) else Failure.of_reading(a) for a in articles]
    assert list(pool.extract_each(articles)) == expected


def test_a_process_that_is_killed_costs_the_article_that_it_had(pool: Workers) -> None:
    def articles() -> Iterator[Article]:
        yield article(LONG, "long.txt")
        yield short(1)
        yield short(2)  # asked for when a worker has the long one
        for worker in pool.workers:
            given = worker.place.article if worker.place else None
            if given and given.source.path == "long.txt":
                os.kill(worker.process.pid or 0, signal.SIGKILL)
        yield short(3)

    outcomes = list(pool.extract_each(articles()))
    assert [o.kind if isinstance(o, Failure) else o.source.path for o in outcomes] == [
        "crash",
        "1.txt",
        "2.txt",
        "3.txt",
    ]
    assert isinstance(outcomes[0], Failure)
    assert outcomes[0].path == "long.txt"
    assert outcomes[0].stage == "analysis"
    assert "SIGKILL" in outcomes[0].message
    assert len(pool.workers) == 2


def test_an_article_that_takes_too_long_is_given_up(pool: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "timeout", 3.0)  # the short one has to be done in it on a machine that is busy, too
    late, done = pool.extract_each([article(LONG, "long.txt"), short(1)])
    assert isinstance(late, Failure)
    assert (late.path, late.kind) == ("long.txt", "timeout")
    assert "not analysed within 3 s" in late.message
    assert isinstance(done, ArticleRecord)


def test_a_model_that_cannot_be_loaded_is_the_error_of_one_process() -> None:
    with pytest.raises(ModelError, match=r"ja_nowhere: no such pipeline"), Workers(Analysis("ja_nowhere"), number=2):
        pass


def test_no_process_outlives_the_block() -> None:
    with Workers(Analysis(), number=1) as workers:
        process = workers.workers[0].process
        assert process.is_alive()
    assert not process.is_alive()


def test_threads_are_one_to_a_process_and_the_environment_stays(pool: Workers) -> None:
    if not Path("/proc/self/environ").exists():
        pytest.skip("no /proc to look into a process")
    environment = _environment(pool.workers[0].process.pid or 0)
    assert {name: environment.get(name) for name in ONE_THREAD} == ONE_THREAD
    assert not set(ONE_THREAD) & set(os.environ)


def _environment(pid: int) -> dict[str, str]:
    pairs = Path(f"/proc/{pid}/environ").read_text(encoding="utf-8").split("\0")
    return dict(pair.split("=", 1) for pair in pairs if "=" in pair)


def test_there_is_a_core_at_least() -> None:
    assert cores() >= 1


def test_no_workers_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Workers(Analysis(), number=0)


def test_a_timeout_without_workers_is_refused() -> None:
    with pytest.raises(ValueError, match="needs workers"):
        next(extract_folder(["in"], timeout=1.0))
