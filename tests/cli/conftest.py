"""The command in this process, with an analysis that needs no model."""

from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import extractor.batch
from extractor.article import Article
from extractor.cli.app import app
from extractor.readers import ReadOptions, read_articles
from extractor.records import ArticleRecord

Run = Callable[..., Result]


class Fake:
    """Gives every article one record, made of a record at hand; raises for a text that holds 爆発."""

    def __init__(self, record: ArticleRecord) -> None:
        self.record = record

    def extract_many(self, articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        for article in articles:
            if "爆発" in article.text:
                raise RuntimeError("boom")
            yield self.record.model_copy(update={"id": article.id, "source": article.source, "title": article.title})


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, record: ArticleRecord, tmp_path: Path) -> Run:
    """Run ``hatsugen`` with arguments in an empty folder; reading is real, the analysis is not."""

    def extract_folder(
        paths: Iterable[str], *, options: ReadOptions, **_: object
    ) -> Generator[extractor.batch.Outcome, None, None]:
        yield from extractor.batch.extract_each(Fake(record), read_articles(paths, options))

    monkeypatch.setattr(extractor.batch, "extract_folder", extract_folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")  # whatever terminal the tests run in
    return lambda *arguments, stdin="": CliRunner().invoke(app, arguments, input=stdin, catch_exceptions=False)
