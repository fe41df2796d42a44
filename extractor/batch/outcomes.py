"""What comes of an article: its record, or why there is none."""

from dataclasses import dataclass
from typing import Literal

from extractor.article import Article
from extractor.readers import ReadFailure
from extractor.records import ArticleRecord

Stage = Literal["reading", "analysis"]


@dataclass(frozen=True)
class Failure:
    """An article of which there is no record.

    path: the file, with ``#3`` after it for the third article in it. kind: missing, empty, json … in reading; analysis
    (an error), timeout, crash (the process ended) in analysis. message: one line: file, what is wrong, what to do.
    """

    path: str
    kind: str
    message: str
    stage: Stage = "reading"

    @classmethod
    def of_reading(cls, failure: ReadFailure) -> "Failure":
        """Return the failure that the readers found."""
        return cls(failure.path, failure.kind, failure.message)

    @classmethod
    def of_analysis(cls, path: str, kind: str, reason: str) -> "Failure":
        """Return a failure of the analysis; ``reason`` follows the path in its message."""
        return cls(path, kind, f"{path}: {reason}", "analysis")


Outcome = ArticleRecord | Failure

Given = Article | ReadFailure | Outcome  #: what a batch goes over: articles, and what is known already


def known_outcome(given: Given) -> Outcome | None:
    """Return the outcome of what needs no analysis: one that is there, or a failure to read; None for an article."""
    if isinstance(given, Article):
        return None
    return Failure.of_reading(given) if isinstance(given, ReadFailure) else given
