"""What reading is asked for and what comes of it: options, failures, and an article not yet dated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractor.errors import ArticleError
from extractor.readers.codec_names import ENCODINGS, codec_for
from extractor.readers.published import to_iso

FailureKind = Literal["missing", "unreadable", "binary", "empty", "encoding", "json", "no-article", "format"]

FIELDS = ("text", "body", "title", "published", "url", "publisher", "id")


@dataclass(frozen=True)
class ReadOptions:
    """How to read. Wrong values raise ArticleError at once, before any file is opened.

    encoding: overrides detection; every name of Shift_JIS means cp932.
    published: the date of publication of articles whose own metadata has none; stored as ISO 8601.
    fields: names of fields in JSON, our name → theirs ({"text": "honbun"}); a name mapped to "" is not read.
    """

    encoding: str | None = None
    published: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check the values, and turn ``published`` into ISO 8601."""
        if self.encoding is not None and codec_for(self.encoding) is None:
            raise ArticleError(f"encoding {self.encoding!r}: not known; use {ENCODINGS}")
        if self.published is not None:
            if (published := to_iso(self.published)) is None:
                raise ArticleError(f"published {self.published!r}: not a date; write it like 2025-08-17")
            object.__setattr__(self, "published", published)
        if unknown := sorted(set(self.fields) - set(FIELDS)):
            raise ArticleError(f"field {unknown[0]!r}: not one of ours; use {', '.join(FIELDS)}")


DEFAULT_OPTIONS = ReadOptions()


@dataclass(frozen=True)
class ReadFailure:
    """An article that could not be read.

    path: the path as it can be opened; ``#3`` after it means line 3 of JSON Lines, or the third of a JSON array.
    message: one line: file, what is wrong, what to do.
    """

    path: str
    kind: FailureKind
    message: str


class ReadError(ArticleError):
    """Why an article cannot be read. ``problem``: what is wrong; what to do. The caller adds the file."""

    def __init__(self, kind: FailureKind, problem: str) -> None:
        """Keep both apart, so that a failure can be made of them."""
        super().__init__(problem)
        self.kind: FailureKind = kind
        self.problem = problem


@dataclass(frozen=True)
class Draft:
    """What a format gives of an article. ``published`` as written there; ``text`` is final.

    dateline: lines to look for a date in, where the head of ``text`` is not all there is.
    """

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    id: str | None = None
    dateline: tuple[str, ...] = ()
