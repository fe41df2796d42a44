"""The columns that every table begins with: which article a row is from."""

from extractor.tables.table import Column, Kind, Row

ARTICLE_COLUMNS: tuple[Column[Row], ...] = (
    Column("article", Kind.TEXT, "id of the article", lambda row: row.record.id),
    Column("path", Kind.TEXT, "its file, relative to the folder asked for", lambda row: row.record.source.path),
    Column("title", Kind.TEXT, "its title", lambda row: row.record.title),
    Column("publisher", Kind.TEXT, "who published it", lambda row: row.record.publisher),
    Column("published", Kind.TEXT, "when, ISO 8601", lambda row: row.record.published),
    Column("url", Kind.TEXT, "its address", lambda row: row.record.url),
)
