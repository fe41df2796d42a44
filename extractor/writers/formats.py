"""The formats that records are written in, by the ending of their files."""

from enum import StrEnum


class Format(StrEnum):
    """How records are written."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSONLD = "jsonld"


TABULAR = frozenset({Format.CSV, Format.XLSX, Format.PARQUET})  #: made of tables
BINARY = frozenset({Format.XLSX, Format.PARQUET})  #: nothing that a terminal could show
READABLE = frozenset({Format.JSONL, Format.JSON})  #: which a walk over a folder would read
