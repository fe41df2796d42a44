"""The names of the tables."""

from enum import StrEnum


class TableName(StrEnum):
    """What has a row."""

    STATEMENTS = "statements"
    ENTITIES = "entities"
    MENTIONS = "mentions"
