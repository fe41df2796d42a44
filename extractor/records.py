"""The records the program emits: one ``ArticleRecord`` an article.

Every ``start``/``end`` counts Unicode code points into the record's own ``text``, end exclusive, and
``text[start:end]`` equals the ``text`` beside it. JavaScript and Java count UTF-16 units instead.
"""

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Final = "1.1"

Offset = Annotated[int, Field(ge=0)]


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    PROVISION = "provision"


class MentionKind(StrEnum):
    """How a mention refers: by name (トランプ), by common noun (同大統領, 同社), by pronoun (彼, 同氏)."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class SpeakerKind(StrEnum):
    """How the text names a speaker."""

    NAMED = "named"
    ANAPHOR = "anaphor"
    IMPLICIT = "implicit"
    GENERIC = "generic"


class Form(StrEnum):
    """Whether the content is one quotation, partly quoted, an unquoted clause, or no clause at all."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    REPORTED = "reported"


class Act(StrEnum):
    """What is done in saying it."""

    ASSERT = "assert"
    DENY = "deny"
    DEMAND = "demand"
    PROMISE = "promise"
    PREDICT = "predict"
    EVALUATE = "evaluate"
    QUESTION = "question"


class Place(StrEnum):
    """Where what a statement is about stands: in what is said, in its sentence, or in the statement before it."""

    CONTENT = "content"
    SENTENCE = "sentence"
    INHERITED = "inherited"


class StanceValue(StrEnum):
    """What a speaker thinks of what they speak about: for it, against it, or neither though they speak of it."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    NEUTRAL = "neutral"


class Precision(StrEnum):
    """How exactly a date is told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class DateAnchor(StrEnum):
    """What a date is counted from: its own words, the article's publication, or a date named before it."""

    STATED = "stated"
    PUBLISHED = "published"
    NAMED = "named"


class Record(BaseModel):
    """Base of all records: frozen, and refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(Record):
    """A piece of the article: ``text == article.text[start:end]``."""

    start: Offset = Field(description="offset of the first character, in code points")
    end: Offset = Field(description="offset after the last character, in code points")
    text: str = Field(description="the article's text from start to end")


class Mention(TextSpan):
    """One place where an entity is named or referred to."""

    kind: MentionKind = Field(description="how it refers: name, nominal or pronoun")


class EntityIds(Record):
    """Identifiers of an entity outside the article."""

    iso3166: str | None = Field(None, description="ISO 3166-1 alpha-2; SU for the Soviet Union, XK for Kosovo")
    wikidata: str | None = Field(None, description="Wikidata item, e.g. Q7184")
    provision: str | None = Field(None, description="treaty or law and article, whatever the writing: nato:5")

    @property
    def known(self) -> str | None:
        """The one that makes entities of different articles one thing, None where none is known."""
        return self.iso3166 or self.wikidata or self.provision


class Entity(Record):
    """One thing in the article, with all its mentions."""

    id: str = Field(description="unique in the article, e.g. e3")
    type: EntityType = Field(description="what it is")
    name: str = Field(description="a country's usual Japanese name, otherwise the fullest form in the article")
    aliases: tuple[str, ...] = Field((), description="every other surface form that names it here")
    ids: EntityIds = Field(EntityIds(), description="identifiers outside the article, where known")
    role: str | None = Field(None, description="a person's title as written")
    affiliation: str | None = Field(None, description="id of the entity a person acts for")
    mentions: tuple[Mention, ...] = Field(min_length=1, description="every place that names it or refers to it")


class Speaker(Record):
    """Who says it, or to whom it is said. ``start`` and ``end`` are null when the text leaves them out."""

    entity: str | None = Field(None, description="id of an entity of the article")
    text: str = Field(description="as written; for an implicit speaker the entity's name")
    start: Offset | None = Field(None, description="offset of the first character; null where the text leaves them out")
    end: Offset | None = Field(None, description="offset after the last character; null where left out")
    kind: SpeakerKind = Field(description="how the text gives them: named, anaphor, implicit or generic")


class Cue(TextSpan):
    """The reporting expression."""

    lemma: str = Field(description="in the dictionary's form: 述べる")


class Stance(TextSpan):
    """What the speaker thinks of it, with the words that show it: 強く反対, 容認."""

    value: StanceValue = Field(description="support, oppose or neutral")


class About(TextSpan):
    """Something the statement is about, with the words that show it: an entity of the article or a topic."""

    entity: str | None = Field(None, description="id of an entity of the article")
    topic: str | None = Field(None, description="id of a topic, e.g. nato-article-5")
    where: Place = Field(Place.CONTENT, description="where those words stand")
    stance: Stance | None = Field(None, description="towards a topic or a provision; left out where unsure")


class SaidDate(TextSpan):
    """When it was said, with the words that tell."""

    value: str = Field(description="ISO 8601, resolved against the article's date")
    precision: Precision | None = Field(None, description="how exactly the words tell it")
    anchor: DateAnchor | None = Field(None, description="what it is counted from")


class DecidedBy(Record):
    """Names of the rules or trained parts that decided."""

    content: str = Field(description="what found the content: quote:to, clause:tono, no-cue …")
    speaker: str = Field(description="what found the speaker, or why there is none: nobody-named")


class Statement(Record):
    """Who said what."""

    id: str = Field(description="unique in the article, e.g. s4")
    speakers: tuple[Speaker, ...] = Field((), description="who says it; none where the text names nobody")
    cue: Cue | None = Field(None, description="the reporting expression; null where there is none, as in a headline")
    content: tuple[TextSpan, ...] = Field(min_length=1, description="what was said, enclosing 「」 and cue left out")
    form: Form = Field(description="direct, mixed, indirect, or reported where there is no clause")
    act: Act = Field(description="what is done in saying it")
    about: tuple[About, ...] = Field((), description="entities of the content, then topics")
    date: SaidDate | None = Field(None, description="when it was said, where the text lets one tell")
    section: str | None = Field(None, description="the heading that it stands under")
    within: str | None = Field(None, description="id of the statement whose content contains this one")
    addressee: Speaker | None = Field(None, description="to whom it is said, where stated: 記者団")
    decided_by: DecidedBy = Field(description="the rules or trained parts behind content and speaker")
    confidence: Annotated[float, Field(ge=0, le=1, description="0 to 1; the higher, the more often right")]


class Source(Record):
    """Where an article came from."""

    path: str | None = Field(None, description="relative to the folder that was asked for")
    format: str = Field(description="txt, md, html, json, jsonl or text (given as a string)")
    encoding: str | None = Field(None, description="of the file, as Python calls it")
    encoding_decided_by: str | None = Field(None, description="bom, escape, utf-8, charset, detected or option")
    sha256: str = Field(description="of the bytes read; of the UTF-8 text where it was given as a string")


PublishedFrom = Literal["metadata", "option", "filename", "dateline"]


class ArticleRecord(Record):
    """One article with its entities and statements."""

    schema_version: Literal["1.0", "1.1"] = Field(
        SCHEMA_VERSION, description="version of the record; 1.0 lacks where, stance, precision and anchor"
    )
    id: str = Field(description="the same input gives the same id on every machine and run")
    source: Source = Field(description="the file it came from")
    title: str | None = Field(None, description="from metadata, a heading, or the first line")
    published: str | None = Field(None, description="ISO 8601")
    published_from: PublishedFrom | None = Field(None, description="how the date of publication was found")
    url: str | None = Field(None, description="where the page says it stands")
    publisher: str | None = Field(None, description="from the page's or the file's metadata")
    text: str = Field(description="the article's text, to which all offsets refer")
    entities: tuple[Entity, ...] = Field((), description="people, countries, organisations, provisions")
    statements: tuple[Statement, ...] = Field((), description="in text order")
