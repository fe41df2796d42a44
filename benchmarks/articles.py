"""The articles that everything is measured on."""

import sys
from collections.abc import Sequence

from extractor.article import Article
from extractor.readers import ReadOptions, read_articles


def articles(paths: Sequence[str]) -> list[Article]:
    """Return the articles in files and folders; what cannot be read is left out."""
    return [article for article in read_articles(paths, ReadOptions()) if isinstance(article, Article)]


def named() -> list[Article]:
    """Return the articles that the command line of this process names."""
    return articles(sys.argv[1:])
