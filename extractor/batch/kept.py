"""Records of a batch, kept in a file while it runs, so that the same batch goes on where it was stopped.

The file is an SQLite database of two tables. ``made``: what the records depend on besides their articles, as
``describe_making`` says it. ``record``: the article's path and the digest of what was read, and the record as
compressed JSON. Each record is committed as it comes, into SQLite's write-ahead log: a killed process costs what it had
at hand, a power cut also what the disk had not yet written, and what is there is whole. Failures are not kept: the next
run tries them again.
"""

import logging
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.article import Article
from extractor.batch.outcomes import Outcome
from extractor.errors import BatchError
from extractor.readers import ReadFailure
from extractor.records import ArticleRecord

logger = logging.getLogger(__name__)

_TABLES = """
CREATE TABLE IF NOT EXISTS made (description TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS record (path TEXT, sha256 TEXT, json BLOB NOT NULL, PRIMARY KEY (path, sha256));
"""


class KeptRecords:
    """The records that a file keeps. made: what they depend on; where the file's differ they are thrown away.

    Raises BatchError where the file is none of ours, is in use by another run, or cannot be written.
    """

    def __init__(self, path: Path, made: str, *, restart: bool = False) -> None:
        """Open or make the file. restart: throw away what it has."""
        self.path = path
        self.found = 0  # articles that were done before
        self._met: set[tuple[str, str]] = set()
        with self._one_line():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, timeout=0, isolation_level="EXCLUSIVE")
            try:
                self._prepare()
                self._begin(made, restart=restart)
            except sqlite3.Error:
                self._base.close()
                raise

    def _prepare(self) -> None:
        self._base.execute("PRAGMA locking_mode = EXCLUSIVE")  # two runs must not write one output
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")  # with the log: whole after a power cut, no wait for the disk
        self._base.executescript(_TABLES)

    def _begin(self, made: str, *, restart: bool) -> None:
        before = self._base.execute("SELECT description FROM made").fetchone()
        if before == (made,) and not restart:
            return
        if before is not None and not restart:
            logger.warning(
                "%s: of another version of the program, other options or other inputs; all is done anew", self.path
            )
        self._base.execute("DELETE FROM record")
        self._base.execute("DELETE FROM made")
        self._base.execute("INSERT INTO made VALUES (?)", (made,))
        self._base.commit()

    def or_kept(self, articles: Iterable[Article | ReadFailure]) -> Iterator[Article | ReadFailure | Outcome]:
        """Yield each article, or its record where there is one of the same path and the same bytes."""
        for article in articles:
            yield (self._get(article) or article) if isinstance(article, Article) else article

    def keep(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield each outcome, its record kept before. At the end what belongs to no article any more is forgotten."""
        for outcome in outcomes:
            if isinstance(outcome, ArticleRecord):
                self._put(outcome)
            yield outcome
        self._finish()

    def close(self) -> None:
        """Keep what has come in, and close the file; one that keeps nothing goes."""
        with self._one_line():
            self._base.commit()
            is_empty = self._base.execute("SELECT 1 FROM record LIMIT 1").fetchone() is None
            self._base.close()
            if is_empty:
                self.path.unlink(missing_ok=True)

    def _get(self, article: Article) -> ArticleRecord | None:
        key = _key(article)
        with self._one_line():
            row = self._base.execute("SELECT json FROM record WHERE path = ? AND sha256 = ?", key).fetchone()
        self._met.add(key)
        if row is None:
            return None
        self.found += 1
        return ArticleRecord.model_validate_json(zlib.decompress(row[0]))

    def _put(self, record: ArticleRecord) -> None:
        packed = zlib.compress(record.model_dump_json().encode(), level=1)
        with self._one_line():
            self._base.execute("INSERT OR IGNORE INTO record VALUES (?, ?, ?)", (*_key(record), packed))
            self._base.commit()

    def _finish(self) -> None:
        with self._one_line():
            left = set(self._base.execute("SELECT path, sha256 FROM record")) - self._met
            self._base.executemany("DELETE FROM record WHERE path = ? AND sha256 = ?", left)
            self._base.commit()
        there = {path for path, _ in self._met}
        gone = sorted({path for path, _ in left} - there)
        if self.found:
            logger.warning("done before and taken over: %d of %d articles", self.found, len(self._met))
        if changed := sorted({path for path, _ in left} & there):
            logger.warning("changed since and done again: %s", _some(changed))
        if gone:
            logger.warning("no longer there and left out: %s", _some(gone))

    @contextmanager
    def _one_line(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise BatchError(f"{self.path}: {_advice(error)}") from error
        except sqlite3.DatabaseError as error:
            raise BatchError(f"{self.path}: not a file of this program ({error}); remove it to begin anew") from error


def _key(article: Article | ArticleRecord) -> tuple[str, str]:
    return article.source.path or article.id, article.source.sha256


def _advice(error: sqlite3.OperationalError) -> str:
    if "locked" in str(error):
        return "another run is writing this output; wait for it, or write elsewhere"
    if "full" in str(error):
        return "the disk is full; make room, and the same command goes on"
    return f"{error}; is the folder writable?"


def _some(paths: list[str]) -> str:
    more = f" and {len(paths) - 3} more" if len(paths) > 3 else ""
    return ", ".join(paths[:3]) + more
