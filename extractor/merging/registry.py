"""The records that merging emits: one ``Registry`` over all articles.

``start``/``end`` count Unicode code points, end exclusive: those of a publication into its article's text, those of a
difference into the ``text`` of its two publications.
"""

from enum import StrEnum
from typing import Final, Literal

from pydantic import Field

from extractor.records import EntityIds, EntityType, Offset, Record

REGISTRY_VERSION: Final = "1.0"


class MergedArticle(Record):
    """One of the articles that were merged."""

    id: str = Field(description="of the article record")
    path: str | None = Field(None, description="of its file")
    title: str | None = Field(None, description="as its record has it")
    publisher: str | None = Field(None, description="as its record has it")
    published: str | None = Field(None, description="ISO 8601")


class CountedName(Record):
    """A form that names the thing."""

    text: str = Field(description="as the articles write it")
    count: int = Field(description="how often, over all articles")


class DatedRole(Record):
    """A title of a person as the articles write it, with the dates between which they do."""

    text: str = Field(description="as the articles write it")
    articles: int = Field(description="in how many")
    first: str | None = Field(None, description="date of the first article that has it")
    last: str | None = Field(None, description="date of the last")


class Affiliation(Record):
    """Whom a person acts for."""

    entry: str = Field(description="id of an entry of the registry")
    name: str = Field(description="of that entry")
    articles: int = Field(description="in how many")


class Sighting(Record):
    """An entity of one article that is this entry."""

    article: str = Field(description="id of the article")
    entity: str = Field(description="id of the entity in its article's record")
    by: str = Field(description="the rule that put it here; first where it began the entry")


class KeptApart(Record):
    """Another entry that shares a name and was not taken for the same thing."""

    entry: str = Field(description="id of the other entry")
    by: str = Field(description="the rule that kept them apart")


class RegistryEntry(Record):
    """One person, country, organisation or provision over all articles."""

    id: str = Field(description="the same in every run; from an external id, else a digest of type and name")
    type: EntityType = Field(description="what it is")
    name: str = Field(description="the fullest; of a country its usual Japanese name")
    names: tuple[CountedName, ...] = Field((), description="every form that names it, the commonest first")
    ids: EntityIds = Field(EntityIds(), description="identifiers outside the articles, where known")
    roles: tuple[DatedRole, ...] = Field((), description="in the order in which they are first seen")
    affiliations: tuple[Affiliation, ...] = Field((), description="whom a person acts for")
    articles: int = Field(description="in how many it is")
    statements: int = Field(description="how many it makes, alone or with others")
    first: str | None = Field(None, description="date of the first article that has one")
    last: str | None = Field(None, description="date of the last")
    sightings: tuple[Sighting, ...] = Field(min_length=1, description="by date of publication")
    apart: tuple[KeptApart, ...] = Field((), description="at most five others that share a name")


class Edit(StrEnum):
    """What was done to the first wording."""

    REPLACED = "replaced"
    ADDED = "added"
    LEFT_OUT = "left-out"


class Difference(Record):
    """Where the wording differs from the first: ``first.text[first_start:first_end]`` became ``text[start:end]``."""

    edit: Edit = Field(description="replaced, added or left-out")
    first_start: Offset = Field(description="in the text of the first publication")
    first_end: Offset = Field(description="after the last character there")
    first_text: str = Field(description="in the first publication; empty where added")
    start: Offset = Field(description="in the text of this one")
    end: Offset = Field(description="after the last character there")
    text: str = Field(description="in this one; empty where left out")


class Publication(Record):
    """A statement of a group of copies."""

    article: str = Field(description="id of the article")
    statement: str = Field(description="id of the statement in its article's record")
    speakers: tuple[str, ...] = Field((), description="ids of entries of the registry")
    publisher: str | None = Field(None, description="of the article")
    published: str | None = Field(None, description="ISO 8601")
    path: str | None = Field(None, description="of its file")
    start: Offset = Field(description="of the first character of the content, in the article")
    end: Offset = Field(description="after its last character")
    text: str = Field(description="the content; pieces that the cue interrupts are joined")
    by: str = Field(description="the rule that put it here: first, same-words, near-words or part-of")
    likeness: float = Field(description="Jaccard index of the character trigrams of this and the first, 0 to 1")
    differences: tuple[Difference, ...] = Field((), description="from the first, in text order")


class Copies(Record):
    """Statements of several articles in the same words, or nearly so."""

    id: str = Field(description="the same in every run")
    first_is_sure: bool = Field(description="false where another has the same date or the date is not known")
    publications: tuple[Publication, ...] = Field(min_length=2, description="by date, the first first")


class Registry(Record):
    """Who is who over many articles, and who published the same words."""

    registry_version: Literal["1.0"] = Field(REGISTRY_VERSION, description="version of the registry")
    articles: tuple[MergedArticle, ...] = Field((), description="that were merged")
    entries: tuple[RegistryEntry, ...] = Field((), description="the most seen first")
    copies: tuple[Copies, ...] = Field((), description="the most published first")
