"""Plain text and Markdown: the text is the whole file."""

import re

from extractor.readers.outcomes import Draft
from extractor.readers.titles import find_headline

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t\u3000]+(?P<title>.+?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)
_FRONT_FIELD = re.compile(
    r"^(?P<key>[A-Za-z]+)[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<value>.+?)(?P=quote)[ \t]*$", re.MULTILINE
)


def read_text(text: str) -> Draft:
    """Take the first line as title where it looks like a headline."""
    return Draft(text, title=find_headline(text))


def read_markdown(text: str) -> Draft:
    """Take the first heading as title; title, date, url and publisher from front matter (--- lines) come first."""
    front = _FRONT_MATTER.match(text)
    fields = {m["key"].lower(): m["value"] for m in _FRONT_FIELD.finditer(front["lines"])} if front else {}
    heading = _HEADING.search(text, front.end() if front else 0)
    return Draft(
        text,
        title=fields.get("title") or (heading["title"] if heading else None),
        published=fields.get("published") or fields.get("date"),
        url=fields.get("url"),
        publisher=fields.get("publisher"),
    )
