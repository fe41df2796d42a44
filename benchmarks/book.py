"""One article that is a whole book: seconds and memory by length, which must grow no faster than the length does.

Run: python -m benchmarks.book [--megabytes 1.25 2.5 5] [--kinds KIND...] PATH...

The book is made of the articles in PATH again and again: as they are, or each time with other names, for names that
come again and again could hide what grows with the number of different ones.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from itertools import count

from benchmarks.articles import articles
from benchmarks.measuring import Measurement, measure, tell
from benchmarks.whole import extract_all
from extractor.api import Extractor
from extractor.article import Article
from extractor.records import ArticleRecord, EntityType, MentionKind

SAME, OTHER = "same", "other"
KINDS = {SAME: "articles again and again", OTHER: "articles, each time with other names"}
_KATAKANA = "アイウエカキクケサシスセタチツテナニノハヒフヘマミムメヤユヨラリルレロワ"
_KANJI = "山川田村木林森石岩島谷沢浜原野坂岡崎橋本井上下中大小高松竹梅藤"


def book(records: Sequence[ArticleRecord], size: int, kind: str) -> str:
    """Return a text of ``size`` bytes or some more, made of the texts of ``records``."""
    parts: list[str] = []
    written = 0
    for number, record in ((number, record) for number in count() for record in records):
        if written >= size:
            break
        parts.append(renamed(record, number) if kind == OTHER else record.text)
        written += len(parts[-1].encode()) + 1
    return "\n".join(parts)


def renamed(record: ArticleRecord, number: int) -> str:
    """Return the text of ``record`` with two more characters in each name of a person or an organisation."""
    named = {
        (mention.start, mention.end)
        for entity in record.entities
        if entity.type in (EntityType.PERSON, EntityType.ORGANIZATION)
        for mention in entity.mentions
        if mention.kind is MentionKind.NAME
    }
    text = record.text
    for start, end in sorted(named, reverse=True):
        if "ァ" <= text[end - 1] <= "ー":
            text = text[:end] + _two(_KATAKANA, number) + text[end:]
        elif "一" <= text[start] <= "龥":
            text = text[:start] + _two(_KANJI, number) + text[start:]
        else:
            text = text[:end] + str(number) + text[end:]
    return text


def _two(characters: str, number: int) -> str:
    return characters[number % len(characters)] + characters[number // len(characters) % len(characters)]


def measure_one(kind: str, megabytes: float, paths: Sequence[str]) -> None:
    """Measure and tell."""
    extractor = Extractor.load()
    text = book([extractor.extract(article) for article in articles(paths)], int(megabytes * 1_000_000), kind)
    tokens = len(extractor.nlp.tokenizer(text))
    start = time.process_time()
    extract_all(extractor, [Article.from_text(text)])
    tell(time.process_time() - start, tokens)


def row(kind: str, megabytes: float, found: Measurement) -> str:
    """Return the row of a book."""
    share = found.seconds / found.tokens * 1e6
    numbers = f"{found.tokens:,} | {found.seconds:.0f} | {share:.0f} | {found.peak:.0f}"
    return f"| {KINDS[kind]} | {megabytes:g} MB | {numbers} |\n"


def main() -> None:
    """Measure each in a process of its own, and print a row as it is done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.book")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--megabytes", nargs="+", type=float, default=[1.25, 2.5, 5], metavar="N")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=[*KINDS], metavar="KIND")
    parser.add_argument("--here", action="store_true", help="measure the first in this process")
    options = parser.parse_args()
    if options.here:
        measure_one(options.kinds[0], options.megabytes[0], options.paths)
        return
    sys.stdout.write("| a book of | length | tokens | seconds | µs a token | peak MB |\n" + "|---" * 6 + "|\n")
    for kind in options.kinds:
        for megabytes in options.megabytes:
            told = ["--here", "--kinds", kind, "--megabytes", str(megabytes), "--", *options.paths]
            sys.stdout.write(row(kind, megabytes, measure("benchmarks.book", told)))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
