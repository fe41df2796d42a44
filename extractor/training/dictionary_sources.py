"""Dictionaries of names as others publish them, each read as forms with a label of its own.

A folder of dictionaries has ``ipadic/`` and ``juman/``, the tables that the Debian packages mecab-ipadic and
mecab-jumandic-utf8 install for MeCab, and ``jamdict.db``, the JMnedict of the Python package jamdict-data.
"""

import csv
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from unicodedata import normalize

from extractor.errors import GoldError

IPADIC, JUMAN, WIKIPEDIA, JMNEDICT = "ipadic", "juman", "wikipedia", "jmnedict"
_IPADIC_FILES = ("Noun.name.csv", "Noun.org.csv", "Noun.place.csv", "Noun.proper.csv")
_WIKIPEDIA_FILE, _JUMAN_FILE = "Wikipedia.csv", "Noun.koyuu.csv"
_CELLS = 11  # of a row: form, two ids, cost, four levels of tags, base form, reading, remarks
_DATABASE = "jamdict.db"
_NAMES = """
    WITH form AS (
        SELECT idseq, text FROM NEKanji
        UNION SELECT idseq, text FROM NEKana WHERE idseq NOT IN (SELECT idseq FROM NEKanji)
    )
    SELECT DISTINCT form.text, NETransType.text FROM form
    JOIN NETranslation USING (idseq) JOIN NETransType ON NETransType.tid = NETranslation.ID
    ORDER BY 1, 2
"""


def read_names(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the source, a form and its label there, for each name of IPADIC, JUMAN and JMnedict.

    Forms are brought to usual widths (NFKC). Raises GoldError where a dictionary is missing or malformed.

    スズキ  →  (ipadic, スズキ, 組織-*), (jmnedict, スズキ, surname), …
    """
    for source, names in ((IPADIC, _ipadic(folder)), (JUMAN, _juman(folder)), (JMNEDICT, _jmnedict(folder))):
        for form, label in names:
            yield source, normalize("NFKC", form), label


def read_remarks(folder: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield each name that JUMAN took from Wikipedia: form, tag, and its remarks by their keys.

    キングレコード  →  組織名, {Wikipedia上位語: レコード会社, …}
    """
    for row in _rows(folder / JUMAN / _WIKIPEDIA_FILE, "utf-8"):
        remarks = (remark.partition(":") for remark in normalize("NFKC", row[10]).split())
        yield normalize("NFKC", row[0]), row[5], {key: value for key, _, value in remarks}


def _ipadic(folder: Path) -> Iterator[tuple[str, str]]:
    for name in _IPADIC_FILES:
        for row in _rows(folder / IPADIC / name, "euc-jp"):
            yield row[0], f"{row[6]}-{row[7]}"


def _juman(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each name with its tag, and with the tag and each level of its remark: 人名, 人名-日本, 人名-姓."""
    for row in _rows(folder / JUMAN / _JUMAN_FILE, "utf-8"):
        yield row[0], row[5]
        for remark in row[10].split():
            tag, *levels = re.split(":", remark)
            if tag == row[5]:
                yield from ((row[0], f"{tag}-{level}") for level in levels)


def _jmnedict(folder: Path) -> Iterable[tuple[str, str]]:
    path = folder / _DATABASE
    if not path.is_file():
        raise GoldError(f"{path}: missing; it is in the Python package jamdict-data")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return database.execute(_NAMES).fetchall()
    except sqlite3.Error as error:
        raise GoldError(f"{path}: {error}") from error


def _rows(path: Path, encoding: str) -> Iterator[list[str]]:
    """Yield the rows of a dictionary of MeCab, cells as in its CSV, at least eleven."""
    try:
        text = path.read_text(encoding=encoding)
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error
    for number, row in enumerate(csv.reader(text.splitlines()), 1):
        if len(row) < _CELLS:
            raise GoldError(f"{path}:{number}: {len(row)} cells, {_CELLS} or more are usual")
        yield row
