"""A batch: every article of files and folders, an outcome for each.

An article that cannot be read or analysed is a ``Failure`` with its reason, and the batch goes on.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from extractor.article import Article
from extractor.errors import ExtractorError
from extractor.readers import ReadFailure, ReadOptions, read_articles
from extractor.records import ArticleRecord

logger = logging.getLogger(__name__)

DEFAULT_MODEL = "ja_ginza"


@dataclass(frozen=True)
class Failure:
    """An article of which there is no record.

    path: the file, with ``#3`` after it for the third article in it. kind: missing, empty, json, analysis …
    message: one line: file, what is wrong, what to do.
    """

    path: str
    kind: str
    message: str


class Analyser(Protocol):
    """What a batch asks of an ``Extractor``."""

    def extract_many(self, articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        """Yield the record of each article."""


def extract_folder(
    paths: Iterable[str], *, model: str = DEFAULT_MODEL, options: ReadOptions | None = None
) -> Iterator[ArticleRecord | Failure]:
    """Yield an outcome for every article in files and folders, in a fixed order.

    paths: files, folders, or "-" for standard input. model: name of an installed GiNZA pipeline.
    Raises ModelError at once, before anything is read, where the model cannot be loaded.
    """
    from extractor.api import Extractor  # noqa: PLC0415 - it imports spaCy: importing this module must not

    return extract_each(Extractor.load(model), read_articles(paths, options or ReadOptions()))


def extract_each(extractor: Analyser, articles: Iterable[Article | ReadFailure]) -> Iterator[ArticleRecord | Failure]:
    """Yield the record of each article, or why there is none: as many out as in, in the same order."""
    for article in articles:
        if isinstance(article, ReadFailure):
            yield Failure(article.path, article.kind, article.message)
        else:
            yield _extract(extractor, article)


def _extract(extractor: Analyser, article: Article) -> ArticleRecord | Failure:
    path = article.source.path or article.id
    try:
        (record,) = extractor.extract_many((article,))  # not extract: this frees the words of each article after it
        return record
    except ExtractorError as error:
        return Failure(path, "analysis", f"{path}: {error}")
    except Exception as error:  # whatever one article sets off in the libraries below must not cost the others
        logger.debug("%s could not be analysed", path, exc_info=True)
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure(path, "analysis", f"{path}: could not be analysed ({reason}); please report it with the article")
