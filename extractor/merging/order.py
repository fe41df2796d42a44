"""The order in which articles count: by date of publication, those without one last, then by path.

It is the same however the records come, so that the result does not depend on it.
"""

from collections.abc import Sequence

from extractor.merging.registry import MergedArticle

_NO_DATE = "~"  # after every digit


def by_date(article: MergedArticle) -> tuple[str, str, str]:
    """Return what articles are sorted by."""
    return article.published or _NO_DATE, article.path or "", article.id


def ranks(articles: Sequence[MergedArticle]) -> list[int]:
    """Return the place of each article in the order."""
    order = sorted(range(len(articles)), key=lambda i: by_date(articles[i]))
    found = [0] * len(articles)
    for rank, index in enumerate(order):
        found[index] = rank
    return found
