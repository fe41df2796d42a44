"""Titles: which line of a plain text is one, and how one comes to stand at the head of a text.

Headlines state things too (首相「辞めない」), so they belong to the text that is analysed.
"""

import re
from itertools import islice

from extractor.readers.published import is_only_date

LONGEST_HEADLINE = 90  # characters

_SENTENCE_END = ("。", "．", "。」", "。）")
_INDENT = ("\u3000", " ", "\t")
_BEFORE_TITLE = "#* \t\u3000"
_AFTER_TITLE = re.compile(r"[\s|｜\-–—―(（【]|\Z")
_BREAK = re.compile(r"\s*\n\s*")


def find_headline(text: str) -> str | None:
    """Return the first line where it is short, ends no sentence, opens no paragraph, and text follows.

    A line that is only a date is passed over.

    米ロ会談、15日に開催⏎トランプ米大統領は…  →  米ロ会談、15日に開催
    """
    lines = (line for line in text.split("\n") if line.strip())
    first = next((line for line in lines if not is_only_date(line)), None)
    if first is None or next(lines, None) is None or first.startswith(_INDENT):
        return None
    first = first.strip()
    return None if len(first) > LONGEST_HEADLINE or first.endswith(_SENTENCE_END) else first


def with_title(title: str | None, body: str) -> str:
    """Return the body with its title as a line before it, unless one of its first three lines is that title.

    title "米ロ会談", body "米ロ会談は15日に…"  →  "米ロ会談⏎米ロ会談は15日に…"
    """
    title = _BREAK.sub(" ", title.strip()) if title else ""
    head = islice((line.strip(_BEFORE_TITLE) for line in body.split("\n") if line.strip()), 3)
    if not title or any(line.startswith(title) and _AFTER_TITLE.match(line, len(title)) for line in head):
        return body
    return f"{title}\n{body}"
