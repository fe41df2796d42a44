"""From paths to articles: find the files, decode them, read their format, date what was read."""

import hashlib
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from extractor.article import Article, article_id
from extractor.errors import ArticleError
from extractor.readers.decoding import Decoded, decode
from extractor.readers.json_articles import draft_or_error, parse_json, read_json
from extractor.readers.json_lines import split_lines
from extractor.readers.notices import warn
from extractor.readers.outcomes import DEFAULT_OPTIONS, Draft, ReadError, ReadFailure, ReadOptions
from extractor.readers.pages import declared_charset, read_page
from extractor.readers.paths import Input, find_inputs, read_failure
from extractor.readers.plain import read_markdown, read_text
from extractor.readers.published import decide_published
from extractor.records import Source

_MARKUP = re.compile(r"\s*(?:<\?xml|<!doctype html|<html)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one article of an input was read from, and what came of it.

    mark: "#3" for line 3 of JSON Lines or the third of an array, "" for an input of one article.
    """

    mark: str
    format: str
    data: bytes
    decoded: Decoded
    draft: Draft


def read_articles(
    paths: Iterable[str | Path] | str | Path, options: ReadOptions = DEFAULT_OPTIONS
) -> Iterator[Article | ReadFailure]:
    """Yield each article of the paths, or why it cannot be read, in a fixed order.

    paths: files, folders (walked, sorted by path; hidden files and unknown endings passed over), "-" for standard
    input, which is read only when its turn comes. A path that turns up a second time is passed over.
    """
    if isinstance(paths, str | Path):
        paths = [paths]
    for found in find_inputs(paths):
        if isinstance(found, ReadFailure):
            yield found
        else:
            yield from _read_input(found, options)


def read_article(path: str | Path, options: ReadOptions = DEFAULT_OPTIONS) -> Article:
    """Return the article of a file that holds one. Raises ArticleError where it cannot be read or holds more."""
    if Path(path).is_dir():
        raise ArticleError(f"{path}: a folder, not an article; read it with read_articles")
    first, *more = islice(read_articles(path, options), 2)
    if isinstance(first, ReadFailure):
        raise ArticleError(first.message)
    if more:
        raise ArticleError(f"{path}: more than one article in it; read it with read_articles")
    return first


def _read_input(found: Input, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    try:
        with _open(found) as stream:
            for mark, outcome in _read_pieces(found, stream, options):
                if isinstance(outcome, ReadError):
                    yield _failure(found, mark, outcome)
                else:
                    warn(_place(found, mark), outcome.draft, outcome.decoded.encoding)
                    yield _article(found, outcome, options)
    except ReadError as error:
        yield _failure(found, "", error)
    except OSError as error:
        yield read_failure(found.shown, error)


def _open(found: Input) -> BinaryIO:
    if found.path is None:
        if sys.stdin is None:  # the process was started without one
            raise ReadError("unreadable", "there is no standard input; give a file")
        return io.BytesIO(sys.stdin.buffer.read())
    return found.path.open("rb")


def _read_pieces(found: Input, stream: BinaryIO, options: ReadOptions) -> Iterator[tuple[str, _Piece | ReadError]]:
    """Yield what there is in an input, each with its mark. Raises ReadError where there is nothing to be had of it."""
    if found.format == "jsonl":
        yield from _read_lines(stream, options)
        return
    data = stream.read()
    is_page = found.format == "html" or (not found.format and b"<" in data[:64])
    decoded = decode(data, option=options.encoding, declared=declared_charset(data) if is_page else None)
    format_ = found.format or _shown_format(decoded.text)
    if format_ == "jsonl":
        yield from _read_lines(io.BytesIO(data), options)
        return
    for mark, draft in _read_drafts(format_, decoded.text, options):
        yield mark, draft if isinstance(draft, ReadError) else _Piece(mark, format_, data, decoded, draft)


def _read_drafts(format_: str, text: str, options: ReadOptions) -> Iterator[tuple[str, Draft | ReadError]]:
    if format_ == "json":
        yield from read_json(text, options.fields)
    else:
        read = {"html": read_page, "md": read_markdown, "txt": read_text}[format_]
        yield "", read(text)


def _read_lines(stream: BinaryIO, options: ReadOptions) -> Iterator[tuple[str, _Piece | ReadError]]:
    for number, data, decoded in split_lines(stream, options.encoding):
        mark = f"#{number}"
        if isinstance(decoded, ReadError):
            yield mark, decoded
            continue
        try:
            draft = draft_or_error(parse_json(decoded.text.rstrip()), options.fields)
        except ReadError as error:
            draft = error
        yield mark, draft if isinstance(draft, ReadError) else _Piece(mark, "jsonl", data, decoded, draft)


def _shown_format(text: str) -> str:
    """Return the format that text from standard input shows: a page, JSON, JSON Lines, else plain text."""
    if _MARKUP.match(text):
        return "html"
    if not text.lstrip().startswith(("{", "[")):
        return "txt"
    for format_, part in (("json", text), ("jsonl", text.lstrip().partition("\n")[0])):
        try:
            json.loads(part, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        return format_
    return "txt"


def _article(found: Input, piece: _Piece, options: ReadOptions) -> Article:
    draft, name = piece.draft, found.name + piece.mark
    published, published_from = decide_published(
        metadata=draft.published,
        option=options.published,
        name=found.name.rpartition("/")[2],
        head=draft.dateline,
        text=draft.text,
    )
    return Article(
        id=draft.id or article_id(name, draft.text),
        text=draft.text,
        title=draft.title,
        published=published,
        published_from=published_from,
        url=draft.url,
        publisher=draft.publisher,
        source=Source(
            path=name,
            format=piece.format,
            encoding=piece.decoded.encoding,
            encoding_decided_by=piece.decoded.decided_by,
            sha256=hashlib.sha256(piece.data).hexdigest(),
        ),
    )


def _failure(found: Input, mark: str, error: ReadError) -> ReadFailure:
    message = " ".join(f"{_place(found, mark)}: {error.problem}".split("\n"))
    return ReadFailure(found.shown + mark, error.kind, message)


def _place(found: Input, mark: str) -> str:
    """Return how messages name an article: the file, with its line in JSON Lines or its number in an array."""
    shown = "standard input" if found.path is None else found.shown
    return f"{shown}:{mark[1:]}" if mark and found.format != "json" else f"{shown}{mark}"
