"""The page as one file: template, style, code and data put together, article by article."""

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import IO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extractor.records import ArticleRecord
from extractor.report.articles import ArticleKeys, article_row
from extractor.report.embedding import digest, embedded_json
from extractor.report.things import Things, TopicName
from extractor.report.words import Language, load_words

#: The page's code in the order in which it runs; each file uses only those before it, but when an event comes.
SCRIPTS = (
    "elements.js",
    "words.js",
    "records.js",
    "address.js",
    "index.js",
    "filters.js",
    "segments.js",
    "text.js",
    "panel.js",
    "hits.js",
    "matrix.js",
    "timeline.js",
    "names.js",
    "page.js",
)

NO_NAMES: Mapping[str, TopicName] = MappingProxyType({})


def write_report(
    records: Iterable[ArticleRecord],
    stream: IO[bytes],
    *,
    topics: Mapping[str, TopicName] = NO_NAMES,
    language: str = Language.JAPANESE,
) -> int:
    """Write the page that shows ``records`` to ``stream``, as UTF-8; return how many there were.

    topics: what topics are called, by id; one that is not among them goes by its id. language: ja or en, what the page
    opens in; its reader can switch. Raises ValueError for another language.
    """
    things = Things(topics)
    rows = _Rows(records, things)
    code, style = [_source(f"js/{name}") for name in SCRIPTS], _source("report.css")
    page = (
        _environment()
        .get_template("page.html.j2")
        .generate(
            language=Language(language).value,
            words=load_words(),
            languages=[each.value for each in Language],
            rows=rows,
            things=lambda: embedded_json(things.rows()),
            embedded_words=embedded_json({language: dict(said) for language, said in load_words().items()}),
            style=style,
            scripts=code,
            script_digests=" ".join(map(digest, code)),
            style_digest=digest(style),
        )
    )
    for piece in page:
        stream.write(piece.encode("utf-8"))
    return rows.written


class _Rows:
    """The articles as JSON, one at a time: none is kept. written: how many there were so far."""

    def __init__(self, records: Iterable[ArticleRecord], things: Things) -> None:
        self.records = records
        self.things = things
        self.written = 0

    def __iter__(self) -> Iterator[Markup]:
        keys = ArticleKeys()
        for record in self.records:
            self.written += 1
            yield embedded_json(article_row(record, keys.key(record), self.things))


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("extractor.report", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _source(name: str) -> Markup:
    """Return a file of ours that stands in the page as it is."""
    text = files("extractor.report").joinpath(name).read_text(encoding="utf-8")
    return Markup(text)
