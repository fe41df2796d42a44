"""Gold annotation as the scorer reads it: one document with entities and statements by offset.

All offsets count code points of the article's text, end exclusive.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from extractor.evaluation.spans import Span
from extractor.records import Act, EntityType, Form, Place

# The abbreviations that resolved gold files use; the names of our own enum are read too.
TYPE_NAMES = {"PERSON": EntityType.PERSON, "COUNTRY": EntityType.COUNTRY, "ORG": EntityType.ORGANIZATION}


def _entity_type(value: Any) -> Any:
    return TYPE_NAMES.get(value, value) if isinstance(value, str) else value


class Gold(BaseModel):
    """Base of resolved gold: frozen, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldEntity(Gold):
    """One named thing and where it is named. ``iso`` is that of a country."""

    key: str
    type: Annotated[EntityType, BeforeValidator(_entity_type)]
    iso: str | None = None
    mentions: tuple[Span, ...]


class GoldSource(Gold):
    """Who says it. ``mention`` is None where the subject is left out; ``alt`` are other right answers."""

    mention: Span | None = None
    key: str | None = None
    generic: str | None = None
    alt: tuple[str, ...] = ()


class GoldAbout(Gold):
    """How a statement is about a topic. where: the words that show it stand. stance: None where nothing shows one."""

    where: Place = Place.CONTENT
    stance: str | None = None


class GoldDate(Gold):
    """When something was said, ISO 8601. where: the words that tell stand, in its sentence or before it."""

    value: str
    where: Place = Place.SENTENCE


class GoldStatement(Gold):
    """Who said what. ``source`` is empty where the text names nobody. about: by the id of the topic."""

    content: tuple[Span, ...]
    form: Form
    cue: Span | None = None
    source: tuple[GoldSource, ...] = ()
    act: Act
    optional: bool = False
    about: dict[str, GoldAbout] = {}
    date: GoldDate | None = None

    @property
    def required(self) -> bool:
        """Whether the main figures count it: there is a clause, and no careful reader would leave it out."""
        return not self.optional and self.form is not Form.REPORTED


class GoldDocument(Gold):
    """The gold annotation of one article.

    doc: the article's file name without its suffix. sha256: of its text in UTF-8.
    text: the article's text where it is known; a resolved file has none. topics: whether its statements say what they
    are about and when they were said.
    """

    doc: str
    sha256: str
    entities: tuple[GoldEntity, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    text: str | None = None
    topics: bool = False
