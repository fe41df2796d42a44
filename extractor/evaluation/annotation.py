"""The hand-written annotation of one article: words and lines, no offsets.

Offsets are error-prone to write and to review, so an annotator names the words; ``resolution`` finds them.
"""

import re
import tomllib
from pathlib import Path, PurePath
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extractor.errors import GoldError
from extractor.records import Act, EntityType, Form, Place

Words = Annotated[str, Field(min_length=1)]
StanceWord = Literal["support", "oppose", "neutral", "none"]
LineNumber = Annotated[int, Field(ge=1, description="counted from 1")]

NAME = re.compile(r"[^\[\]]+|[^\[\]]*\[[^\[\]]+\][^\[\]]*")


class Entry(BaseModel):
    """Base of what an annotation file holds: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class EntityEntry(Entry):
    """One thing that the article names.

    names: every occurrence in the text is a mention; of ``[米]ロ首脳会談`` only 米, and only in that context.
    not_in: contexts inside which nothing is a mention of it (米 in 欧米企業).
    """

    key: Words
    type: EntityType
    iso: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    not_in: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.type is EntityType.COUNTRY) != (self.iso is not None):
            raise ValueError(f"iso is for countries, and every country has one ({self.key})")
        if wrong := [name for name in self.names if not NAME.fullmatch(name)]:
            raise ValueError(f"a name has one pair of [ ] at most, with something in it: {wrong[0]}")
        return self


class SourceEntry(Entry):
    """Who says it: an entity (``key``) or an unnamed source (``generic``).

    mention: the words that name it; left out where the subject is omitted.
    alt: other keys or nouns that a careful reader could equally name.
    """

    mention: Words | None = None
    mention_line: LineNumber | None = None
    key: Words | None = None
    generic: Words | None = None
    alt: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.key is None) == (self.generic is None):
            raise ValueError("a source has either a key or a generic noun")
        if self.mention is None and self.mention_line is not None:
            raise ValueError("mention_line without a mention")
        return self


class AboutEntry(Entry):
    """A topic that a statement is about, and what its speaker thinks of it.

    words: what shows the topic. where: whether they stand in the content, in the rest of its sentence, or before it.
    stance_words: what shows the stance.
    """

    topic: Words
    words: Words | None = None
    where: Place = Place.CONTENT
    stance: StanceWord = "none"
    stance_words: Words | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.stance == "none" and self.stance_words is not None:
            raise ValueError("stance_words without a stance")
        return self


class DateEntry(Entry):
    """When it was said, ISO 8601. words: what tells. where: whether they stand in its sentence, or before it."""

    value: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?|-W\d{2})?$")]
    words: Words | None = None
    where: Literal[Place.SENTENCE, Place.INHERITED] = Place.SENTENCE


class StatementEntry(Entry):
    """One attributed statement; ``line`` is that on which its content begins.

    about: the topics that it is about. date: when it was said, where the text tells. Both only in a file that says
    ``topics = true``.
    """

    line: LineNumber
    content: Annotated[tuple[Words, ...], Field(min_length=1)]
    form: Form
    cue: Words | None = None
    cue_line: LineNumber | None = None
    act: Act
    optional: bool = False
    about: tuple[AboutEntry, ...] = ()
    date: DateEntry | None = None
    sources: tuple[SourceEntry, ...] = Field((), alias="source")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.cue is None and self.cue_line is not None:
            raise ValueError("cue_line without a cue")
        if not (self.sources or self.optional or self.form is Form.REPORTED):
            raise ValueError("without a source no speaker can be right: name one, or make it optional")
        topics = [about.topic for about in self.about]
        if twice := sorted({topic for topic in topics if topics.count(topic) > 1}):
            raise ValueError(f"about names {twice[0]} twice; name each topic once")
        return self


class GoldFile(Entry):
    """The annotation of one article, as written. topics: whether it says what statements are about, and when said."""

    article: Words
    style: Words
    topics: bool = False
    entities: tuple[EntityEntry, ...] = Field((), alias="entity")
    statements: tuple[StatementEntry, ...] = Field((), alias="statement")

    @property
    def doc(self) -> str:
        """Name of the document: the article's file name without its suffix."""
        return PurePath(self.article).stem

    @model_validator(mode="after")
    def _check(self) -> Self:
        keys = [entity.key for entity in self.entities]
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            raise ValueError(f"two entities have the key {twice[0]}; make them one, or tell the keys apart")
        for number, statement in enumerate(self.statements, 1):
            if (statement.about or statement.date) and not self.topics:
                raise ValueError(f"statement {number}: about and date are for a file that says topics = true")
            if unknown := [source.key for source in statement.sources if source.key and source.key not in keys]:
                raise ValueError(f"statement {number}: no entity has the key {unknown[0]}; add it, or use generic")
        return self


def load_gold(path: Path) -> GoldFile:
    """Read an annotation file.

    Raises GoldError, one line with file, entry and reason, where it cannot be read or is malformed.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); name an annotation file") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise GoldError(f"{path}: not TOML in UTF-8: {error}") from error
    try:
        gold_file = GoldFile.model_validate(data)
    except ValidationError as error:
        raise GoldError(f"{path}: {first_reason(error)}") from error
    if gold_file.doc != path.stem:
        raise GoldError(f"{path}: its article is {gold_file.article}; both must have the same name before the suffix")
    return gold_file


def first_reason(error: ValidationError) -> str:
    """Return the place and the reason of the first fault: ``statement 3, form: Input should be …``."""
    first = error.errors()[0]
    place = ", ".join(_place(first["loc"]))
    reason = first["msg"].removeprefix("Value error, ")
    return f"{place}: {reason}" if place else reason


def _place(loc: tuple[int | str, ...]) -> list[str]:
    """Return ``("statement", 2, "form")`` as ``["statement 3", "form"]``: people count from 1."""
    place: list[str] = []
    for part in loc:
        if isinstance(part, int) and place:
            place[-1] += f" {part + 1}"
        else:
            place.append(str(part))
    return place
