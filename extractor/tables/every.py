"""Every table, by name."""

from typing import Any

from extractor.tables.entities import ENTITIES
from extractor.tables.mentions import MENTIONS
from extractor.tables.names import TableName
from extractor.tables.statements import STATEMENTS
from extractor.tables.table import Table

TABLES: dict[TableName, Table[Any]] = {table.name: table for table in (STATEMENTS, ENTITIES, MENTIONS)}
