"""Articles through one extractor, in this process."""

import logging
from collections.abc import Iterable, Iterator
from typing import Protocol

from extractor.article import Article
from extractor.batch.outcomes import Failure, Given, Outcome, known_outcome
from extractor.errors import ExtractorError
from extractor.records import ArticleRecord

logger = logging.getLogger(__name__)


class Analyser(Protocol):
    """What a batch asks of an ``Extractor``."""

    def extract_many(self, articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        """Yield the record of each article."""


def extract_each(extractor: Analyser, articles: Iterable[Given]) -> Iterator[Outcome]:
    """Yield the record of each article, or why there is none: as many out as in, in the same order.

    What is an outcome already goes through as it is.
    """
    for given in articles:
        if isinstance(given, Article):
            yield extract_one(extractor, given)
        elif outcome := known_outcome(given):
            yield outcome


def extract_one(extractor: Analyser, article: Article) -> Outcome:
    """Return the record of ``article``, or why there is none."""
    path = name_of(article)
    try:
        (record,) = extractor.extract_many((article,))  # not extract: this frees the words of each article after it
        return record
    except ExtractorError as error:
        return Failure.of_analysis(path, "analysis", str(error))
    except Exception as error:  # whatever one article sets off in the libraries below must not cost the others
        logger.debug("%s could not be analysed", path, exc_info=True)
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure.of_analysis(
            path, "analysis", f"could not be analysed ({reason}); please report it with the article"
        )


def name_of(article: Article) -> str:
    """Return how messages name ``article``: its path, or its id where it has none."""
    return article.source.path or article.id
