"""What a batch says of itself."""

from collections.abc import Iterator

import pytest

from extractor.batch import Failure
from extractor.cli.bar import Bar
from extractor.cli.progress import Lines, Progress, choose_progress, counted
from extractor.records import ArticleRecord

FAILURE = Failure("b.txt", "empty", "b.txt: empty")


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_records_pass_and_everything_is_counted(record: ArticleRecord, capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = Progress(3, clock=clock)
    clock.now = 100.0  # loading
    outcomes = progress.records([record, FAILURE, record])
    passed = [next(outcomes)]
    clock.now = 104.0
    passed.extend(outcomes)
    assert passed == [record, record]
    assert progress.summary() == "2 articles, 2 statements (2 with a speaker), 1 failed in 4.0 s, 0.8 articles/s"
    assert capsys.readouterr().err == "hatsugen: b.txt: empty\n"


@pytest.mark.parametrize(
    ("total", "line"),
    [(40, "10 of 40 articles, 1.0 articles/s, 0:30 left"), (None, "10 of ? articles, 1.0 articles/s")],
    ids=["known", "not-known"],
)
def test_a_line_comes_every_ten_seconds(
    record: ArticleRecord, capsys: pytest.CaptureFixture[str], total: int | None, line: str
) -> None:
    clock = Clock()

    def outcomes() -> Iterator[ArticleRecord]:
        for _ in range(15):
            clock.now += 1
            yield record

    assert len(list(Lines(total, clock=clock).records(outcomes()))) == 15
    assert capsys.readouterr().err.splitlines() == [f"hatsugen: {line}"]


def test_a_bar_is_for_terminals_that_nothing_else_is_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def chosen(*, stdout: bool, stderr: bool, text_on_stdout: bool) -> type[Progress]:
        monkeypatch.setattr("sys.stdout.isatty", lambda: stdout)
        monkeypatch.setattr("sys.stderr.isatty", lambda: stderr)
        return type(choose_progress(1, text_on_stdout=text_on_stdout))

    assert chosen(stdout=True, stderr=True, text_on_stdout=False) is Bar
    assert chosen(stdout=False, stderr=True, text_on_stdout=True) is Bar
    assert chosen(stdout=True, stderr=True, text_on_stdout=True) is Lines
    assert chosen(stdout=True, stderr=False, text_on_stdout=False) is Lines


def test_a_bar_names_failures_and_goes_away(record: ArticleRecord, capsys: pytest.CaptureFixture[str]) -> None:
    with Bar(2) as bar:
        assert list(bar.records([record, FAILURE])) == [record]
    assert "hatsugen: b.txt: empty" in capsys.readouterr().err


@pytest.mark.parametrize(("number", "words"), [(0, "0 articles"), (1, "1 article"), (2345, "2,345 articles")])
def test_counted(number: int, words: str) -> None:
    assert counted(number, "article") == words
