"""The input of the program: an article as it was read, before anything is analysed."""

import hashlib
import re

from pydantic import Field

from extractor.records import PublishedFrom, Record, Source

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Article(Record):
    """A decoded article. ``text`` is what all offsets of its record count in."""

    id: str
    text: str
    title: str | None = None
    published: str | None = Field(None, description="ISO 8601")
    published_from: PublishedFrom | None = None
    url: str | None = None
    publisher: str | None = None
    source: Source

    @classmethod
    def from_text(cls, text: str, *, title: str | None = None, published: str | None = None) -> "Article":
        """Make an article of a string.

        text: used as it stands, but CR LF and CR become LF and a leading byte-order mark is dropped.
        published: ISO 8601, or None where it is not known.
        """
        text = normalize_newlines(text)
        source = Source(format="text", sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
        return cls(
            id=article_id(None, text),
            text=text,
            title=title,
            published=published,
            published_from="option" if published else None,
            source=source,
        )


def normalize_newlines(text: str) -> str:
    """Return ``text`` without a leading byte-order mark, with every CR LF and CR as LF, half a character as U+FFFD.

    Half of an escaped pair (\\ud842 alone) is no character: no tokeniser and no file takes it.
    """
    text = _LONE_SURROGATE.sub("\ufffd", text)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def article_id(path: str | None, text: str) -> str:
    """Return 16 hexadecimal digits that depend on the relative path and the text alone.

    The path is part of it so that two copies of a text in one folder keep ids of their own.
    """
    key = f"{path or ''}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(key).hexdigest()[:16]
