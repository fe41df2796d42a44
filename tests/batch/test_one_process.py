"""Articles through one extractor: an outcome for every input."""

from collections.abc import Iterable, Iterator

import pytest

from extractor.article import Article
from extractor.batch import Failure, extract_each
from extractor.errors import AssemblyError
from extractor.readers import ReadFailure
from extractor.records import ArticleRecord

READ_FAILURE = ReadFailure("b.txt", "empty", "b.txt: empty; nothing to read")


class Fake:
    """Makes a record of each article, or raises what it is told to for a text."""

    def __init__(self, record: ArticleRecord, errors: dict[str, BaseException]) -> None:
        self.record = record
        self.errors = errors

    def extract_many(self, articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        for article in articles:
            if error := self.errors.get(article.text):
                raise error
            yield self.record.model_copy(update={"id": article.id})


def article(text: str, path: str | None = None) -> Article:
    made = Article.from_text(text)
    return made.model_copy(update={"source": made.source.model_copy(update={"path": path})})


def test_every_input_has_an_outcome_in_its_place(record: ArticleRecord) -> None:
    articles = [article("一"), READ_FAILURE, article("二", "c.txt"), article("三")]
    fake = Fake(record, {"二": RuntimeError("boom")})
    first, second, third, fourth = extract_each(fake, articles)
    assert isinstance(first, ArticleRecord)
    assert second == Failure("b.txt", "empty", READ_FAILURE.message)
    assert isinstance(third, Failure)
    assert isinstance(fourth, ArticleRecord)
    assert (first.id, fourth.id) == (articles[0].id, articles[3].id)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(AssemblyError("span 3:5 does not fit"), "c.txt: span 3:5 does not fit", id="one-of-ours"),
        pytest.param(ValueError("two\nlines"), "could not be analysed (ValueError: two lines)", id="one-line"),
        pytest.param(MemoryError(), "could not be analysed (MemoryError:)", id="no-message"),
        pytest.param(RecursionError("deep"), "(RecursionError: deep)", id="recursion"),
    ],
)
def test_a_failure_names_file_and_reason_in_one_line(record: ArticleRecord, error: Exception, reason: str) -> None:
    (failure,) = extract_each(Fake(record, {"二": error}), [article("二", "c.txt")])
    assert isinstance(failure, Failure)
    assert (failure.path, failure.kind) == ("c.txt", "analysis")
    assert failure.message.startswith("c.txt: ")
    assert reason in failure.message
    assert "\n" not in failure.message


def test_an_interrupt_ends_the_batch(record: ArticleRecord) -> None:
    outcomes = extract_each(Fake(record, {"二": KeyboardInterrupt()}), [article("一"), article("二")])
    next(outcomes)
    with pytest.raises(KeyboardInterrupt):
        next(outcomes)


def test_articles_are_read_as_they_are_asked_for(record: ArticleRecord) -> None:
    read: list[str] = []

    def articles() -> Iterator[Article]:
        for text in "一二三":
            read.append(text)
            yield article(text)

    outcomes = extract_each(Fake(record, {}), articles())
    next(outcomes)
    assert read == ["一"]


def test_a_text_without_path_is_named_by_its_id(record: ArticleRecord) -> None:
    given = article("二")
    (failure,) = extract_each(Fake(record, {"二": ValueError("x")}), [given])
    assert isinstance(failure, Failure)
    assert failure.path == given.id
