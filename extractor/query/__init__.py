"""Queries over files of records, through DuckDB, with nothing imported beforehand.

``query_statements`` finds statements by who speaks, what about, when and how; ``select`` runs SQL of one's own over
views of the records (``describe_views`` lists them). Both read only the files they are given, and write nothing.
"""

from extractor.query.conditions import Conditions
from extractor.query.found import FoundAbout, FoundName, FoundStatement
from extractor.query.own_sql import Selected, ViewColumn, describe_views, select
from extractor.query.statements import query_statements

__all__ = [
    "Conditions",
    "FoundAbout",
    "FoundName",
    "FoundStatement",
    "Selected",
    "ViewColumn",
    "describe_views",
    "query_statements",
    "select",
]
