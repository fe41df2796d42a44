"""HTML pages: the body of the article, readings (ruby) left out, under its headline.

trafilatura finds the body. Before, the page is put right where that would go wrong on Japanese: readings are removed,
line breaks of the source settled, and tables that only lay out the page dissolved.
"""

import re
from typing import Any

from extractor.readers.outcomes import Draft, ReadError
from extractor.readers.page_metadata import read_metadata, without_site
from extractor.readers.titles import with_title

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HEAD_BYTES = 8192

_WIDE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_SOURCE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*\r?\n[ \t\r\n]*(?=[{_WIDE}]|\Z)|\A[ \t]*\r?\n[ \t\r\n]*(?=[{_WIDE}])")
_PARAGRAPH_BREAK = re.compile(r"(?<=\S)[ \t]*\r?\n(?:[ \t]*(?=\u3000)|\s*\n\s*(?=\S))")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # lxml hands them out, but takes none back
_VERBATIM = {"pre", "script", "style", "textarea"}
_ADVERTISEMENTS = [
    f"//*[self::div or self::section or self::aside or self::p][contains(concat(' ', @class, ' '), ' {word} ')]"
    for word in ("ad", "ads", "advert", "advertisement", "sponsored")
]
_DATE_LINES = (  # a date in the page's own header is today's
    "//text()[not(ancestor::a or ancestor::nav or ancestor::footer or ancestor::aside or ancestor::head"
    " or ancestor::header[not(ancestor::article or ancestor::main)])]"
)
_DATE_LINE_LENGTH = 40
_ENDS = ("。", "」", "！", "？")
_SHORTEST_PROSE = 20  # characters of a line that ends in none of these


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page names for itself in its first bytes, as written there."""
    head = data[:_HEAD_BYTES]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match[1].decode("ascii") if match else None


def read_page(text: str) -> Draft:
    """Return the article of a page. Raises ReadError of kind "no-article" where it has none."""
    tree = _parse(text)
    _drop_readings(tree)
    metadata = read_metadata(tree)
    date_lines = tuple(line for line in map(str.strip, tree.xpath(_DATE_LINES)) if 0 < len(line) <= _DATE_LINE_LENGTH)
    body = _extract_body(tree)
    first_lines = tuple(line.strip() for line in body.split("\n", 3)[:3])
    title = without_site(metadata.title, (*metadata.headings, *first_lines)) if metadata.title else None
    return Draft(
        with_title(title, body),
        title=title,
        published=metadata.published,
        url=metadata.url,
        publisher=metadata.publisher,
        dateline=date_lines,
    )


def _parse(text: str) -> Any:
    import lxml.etree  # noqa: PLC0415 only pages need it
    import lxml.html  # noqa: PLC0415

    # Handed over as UTF-8 whatever the page declares: its declaration is about bytes that are decoded by now.
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(_CONTROL.sub("", text).encode("utf-8"), parser=parser)
    except lxml.etree.ParserError as error:
        raise ReadError("no-article", "no HTML in it; leave it out") from error


def _extract_body(tree: Any) -> str:
    from trafilatura import extract  # noqa: PLC0415 takes a fifth of a second to import

    _settle_line_breaks(tree)
    _dissolve_layout_tables(tree)
    body = extract(tree, favor_precision=True, include_comments=False, prune_xpath=_ADVERTISEMENTS)
    if not body or not any(_is_prose(line) for line in str(body).split("\n")):
        raise ReadError("no-article", "no article found in the page; save its text as .txt")
    return str(body).strip()


def _is_prose(line: str) -> bool:
    """Whether a line says something; the links of a page of links do not."""
    line = line.strip()
    return line.endswith(_ENDS) or len(line) >= _SHORTEST_PROSE


def _drop_readings(tree: Any) -> None:
    """<ruby>首相<rp>（</rp><rt>しゅしょう</rt><rp>）</rp></ruby>  →  首相"""
    for reading in list(tree.iter("rt", "rp", "rtc")):
        reading.drop_tree()
    for ruby in list(tree.iter("ruby", "rb")):
        ruby.drop_tag()


def _settle_line_breaks(tree: Any) -> None:
    """Make line breaks of the source what they mean in Japanese, which has no blank between words.

    Inside prose they mean nothing. Before an indented line, or where a line is left blank, they part paragraphs, on
    pages that show their source as it stands (white-space: pre-wrap).
    """
    for element in list(tree.iter()):
        if element.text and element.tag not in _VERBATIM:
            element.text, *more = _paragraphs(element.text)
            _insert_paragraphs(element, 0, more)
        if element.tail:
            element.tail, *more = _paragraphs(element.tail)
            if more:
                _insert_paragraphs(element.getparent(), element.getparent().index(element) + 1, more)


def _paragraphs(text: str) -> list[str]:
    return [_SOURCE_BREAK.sub("", part) for part in _PARAGRAPH_BREAK.split(_CONTROL.sub("", text))]


def _insert_paragraphs(parent: Any, place: int, paragraphs: list[str]) -> None:
    for number, paragraph in enumerate(paragraphs):
        line_break = parent.makeelement("br")
        parent.insert(place + number, line_break)
        line_break.tail = paragraph


def _dissolve_layout_tables(tree: Any) -> None:
    """Make ordinary blocks of tables that hold prose, leaving out their cells of links: pages were laid out so."""
    for table in list(tree.iter("table")):
        cells = [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table"), None) is table]
        if not any(_holds_prose(cell) for cell in cells):
            continue
        for cell in cells:
            if _is_navigation(cell):
                cell.drop_tree()
        for part in [table, *table.iter("tbody", "thead", "tfoot", "tr", "td", "th")]:
            if next(part.iterancestors("table"), table) is table:
                part.tag = "div"


def _holds_prose(cell: Any) -> bool:
    """Whether a cell holds more than a datum: two sentences, or a table of its own."""
    return next(cell.iter("table"), None) is not None or cell.text_content().count("。") > 1


def _is_navigation(cell: Any) -> bool:
    text = cell.text_content()
    links = sum(len("".join(link.text_content().split())) for link in cell.iter("a"))
    return "。" not in text and links * 2 > len("".join(text.split()))
