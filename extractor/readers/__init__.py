"""Turning paths into articles: text, Markdown, HTML, JSON and JSON Lines in the encodings of Japanese.

What an article is called (``source.path``), with forward slashes on every machine:

- a file in a folder that was asked for: its path in that folder, ``2025/08/a.txt``;
- a file asked for by name: that name, ``a.txt``; standard input: ``-``;
- one of several in a file: that, with its number: ``a.jsonl#12`` is line 12, ``a.json#3`` the third of the array.

Its ``id`` is the one that the JSON gives, else depends on this path and the text alone. Its ``text`` is the whole file
for .txt and .md, headline and body for a page and for JSON (a headline that the body begins with is not repeated).
"""

from extractor.readers.counting import count_inputs
from extractor.readers.outcomes import FailureKind, ReadFailure, ReadOptions
from extractor.readers.reading import read_article, read_articles

__all__ = ["FailureKind", "ReadFailure", "ReadOptions", "count_inputs", "read_article", "read_articles"]
