"""What an HTML page says about itself: title, date of publication, URL, publisher.

JSON-LD first, then meta elements, then the page (<time>, <h1>, <title>). Dates are taken as they are declared; none is
guessed from what merely looks like one.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report)$")
_SCRIPT_WRAPPER = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?://\]\]>|\]\]>|-->)\s*$")
_TITLE_SUFFIX = re.compile(r"\s*[|｜\-–—―:：<＜(（【「\[]")
_SPACE = re.compile(r"\s+")

_TITLES = ("og:title", "twitter:title", "dc.title")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page declares; None where it says nothing. ``published`` as written there."""

    title: str | None
    published: str | None
    url: str | None
    publisher: str | None
    headings: tuple[str, ...]


def read_metadata(tree: Any) -> PageMetadata:
    """Return what the page (an lxml element) declares about itself. Leaves the tree as it is."""
    declared = next(_linked_articles(tree), {})
    meta = _meta_elements(tree)
    headings = tuple(filter(None, (_clean(h1.text_content()) for h1 in tree.iter("h1"))))
    titles = (_text(declared.get("headline")), *_first(meta, _TITLES), *headings[:1], _clean(tree.findtext(".//title")))
    dates = (_text(declared.get("datePublished")), *_first(meta, _DATES), _marked_time(tree))
    publishers = (_name(declared.get("publisher")), *_first(meta, _PUBLISHERS))
    urls = (_canonical(tree), *_first(meta, ("og:url",)), _address(declared))
    return PageMetadata(
        title=next(filter(None, titles), None),
        published=next(filter(None, dates), None),
        url=next((url for url in urls if url and url.startswith(("http://", "https://"))), None),
        publisher=next(filter(None, publishers), None),
        headings=headings,
    )


def without_site(title: str, headlines: tuple[str, ...]) -> str:
    """Return the title without the site's name behind it, where a headline of the page shows where it ends.

    米ロ会談、15日に開催｜サンプル新聞  →  米ロ会談、15日に開催
    """
    for headline in headlines:
        if len(headline) > 4 and title.startswith(headline) and _TITLE_SUFFIX.match(title, len(headline)):
            return headline
    return title


def _linked_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles that JSON-LD describes, in page order. What is no JSON is passed over: it is an extra."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(_SCRIPT_WRAPPER.sub("", script.text or ""), strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        yield from (item for item in _objects(value) if _is_article(item))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(isinstance(k, str) and _ARTICLE_TYPE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _meta_elements(tree: Any) -> dict[str, str]:
    """Return the content of meta elements under their lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = _clean(meta.get("content"))
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(meta[name] for name in names if name in meta)[:1]


def _marked_time(tree: Any) -> str | None:
    """Return the first date that the page marks up as its own: one in a list of other articles is not."""
    marked = tree.xpath(
        "//*[@itemprop='datePublished'] | //time[@pubdate] | //article//time | //main//time"
    ) or tree.xpath("//time[not(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::a)]")
    for element in marked:
        if written := _clean(element.get("datetime") or element.get("content") or element.text_content()):
            return written
    return None


def _canonical(tree: Any) -> str | None:
    return next((link.get("href") for link in tree.xpath("//link[@rel='canonical'][@href]")), None)


def _address(declared: dict[str, Any]) -> str | None:
    page = declared.get("mainEntityOfPage")
    return _text(declared.get("url")) or _text(page.get("@id") if isinstance(page, dict) else page)


def _name(publisher: Any) -> str | None:
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _text(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _text(value: Any) -> str | None:
    return _clean(html.unescape(value)) if isinstance(value, str) else None


def _clean(written: str | None) -> str | None:
    return _SPACE.sub(" ", written).strip() or None if written else None
