"""What a query yields: one row a statement, with where it stands."""

from typing import Literal

from pydantic import Field

from extractor.records import Act, Form, Offset, Place, Precision, Record, SpeakerKind, StanceValue, TextSpan


class FoundName(Record):
    """Who says it, or to whom."""

    text: str = Field(description="as written")
    name: str | None = Field(None, description="the entity's name, null where there is no entity")
    kind: SpeakerKind


class FoundAbout(TextSpan):
    """What it is about, with the words that show it."""

    name: str | None = Field(None, description="the entity's name, null for a topic")
    topic: str | None = None
    where: Place = Place.CONTENT
    stance: StanceValue | None = None


class FoundStatement(Record):
    """One statement that was found. Offsets count code points into the article's text, end exclusive."""

    date: str | None = Field(description="ISO 8601, as exact as it is told: when it was said, else when published")
    date_from: Literal["said", "published"] | None = Field(description="which of the two")
    precision: Precision | None = Field(description="day, week, month or year")
    file: str = Field(description="the file of records")
    article: str = Field(description="id of the article")
    path: str | None = Field(description="path of the article")
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    statement: str = Field(description="id of the statement, unique in the article")
    start: Offset = Field(description="where the content begins")
    end: Offset = Field(description="where the content ends")
    speakers: tuple[FoundName, ...]
    addressee: FoundName | None
    cue: str | None
    content: tuple[TextSpan, ...]
    form: Form
    act: Act
    about: tuple[FoundAbout, ...]
    section: str | None
    within: str | None = Field(description="id of the statement whose content contains this one")
    confidence: float
