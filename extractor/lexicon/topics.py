"""Topics: what statements can be about, as wordings and identifiers; the built-in ones or those of a file.

    [[topic]]
    id = "nato-article-5"
    name = "NATO第5条"
    patterns = ["provision:nato:5", "集団防衛条項", {words = "加盟国…攻撃", near = ["NATO"]}]

A pattern is a wording in any inflection (攻撃を受ける finds 攻撃を受けた) or an identifier of an entity (``iso:UA``,
``wikidata:Q7184``, ``provision:nato:5``). … in a wording stands for other words of the same sentence.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Self

from pydantic import Field, ValidationError, field_validator, model_validator

from extractor.errors import LexiconError
from extractor.lexicon.countries import load_countries
from extractor.lexicon.entry import Entry

FILE = "topics.toml"

#: How identifiers of entities begin, and what follows.
_IDENTIFIER = re.compile(r"(?:iso:[A-Z]{2}|wikidata:Q[1-9]\d*|provision:[^\s:]+:[^\s]+)\Z")
_KINDS = ("iso:", "wikidata:", "provision:")
_HEADER = re.compile(r"\s*\[\[\s*topic\s*]]")


class Reach(StrEnum):
    """How far off a word may stand to be near."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


class Pattern(Entry):
    """What shows a topic: a wording or an identifier.

    near: wordings or identifiers one of which must stand in its reach, not_near: none of which may.
    """

    words: str = Field(min_length=2)
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    within: Reach = Reach.SENTENCE

    @field_validator("words", "near", "not_near")
    @classmethod
    def _check(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for words in (value,) if isinstance(value, str) else value:
            check_words(words)
        return value


class Topic(Entry):
    """What statements can be about.

    name, english: what it is called. covers: what belongs to it, in a sentence, for people. also: what shows it only in
    an article that is about it. itself: those of also that name the matter itself or a deed for it; from the others,
    parts of the matter, no stance is read. against: those of the wordings that name what it is set against (coal, for
    climate): who is against that is for it. stance: whether one can be for or against it, as one cannot be for an
    earthquake. example: a text in which it must be found, counter: one in which it must not.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=1)
    english: str = ""
    covers: str = ""
    patterns: tuple[Pattern, ...] = Field(min_length=1)
    also: tuple[Pattern, ...] = ()
    itself: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    example: str = ""
    counter: str = ""
    stance: bool = True

    @model_validator(mode="after")
    def _check(self) -> Self:
        written = {pattern.words for pattern in (*self.patterns, *self.also)}
        if unknown := [words for words in self.against if words not in written]:
            raise ValueError(f"against: {unknown[0]!r} is none of the topic's patterns; write it as it stands there")
        beside = {pattern.words for pattern in self.also}.difference(self.against)
        if unknown := [words for words in self.itself if words not in beside]:
            raise ValueError(f"itself: {unknown[0]!r} is none of also, or one of against; write it as it stands there")
        if (self.against or self.itself) and not self.stance:
            raise ValueError("against and itself are for topics towards which there are stances; leave it out")
        return self

    def is_part(self, words: str) -> bool:
        """Whether ``words`` of ``also`` name a part of the matter only."""
        return words not in self.itself and words not in self.against

    @model_validator(mode="before")
    @classmethod
    def _widen(cls, values: Any) -> Any:
        """Take a plain string for a pattern without conditions."""
        if not isinstance(values, dict):
            return values
        given = {key: values[key] for key in ("patterns", "also") if isinstance(values.get(key), list)}
        return values | {
            key: [{"words": each} if isinstance(each, str) else each for each in patterns]
            for key, patterns in given.items()
        }


class TopicsFile(Entry):
    """The file as a whole. only: the built-in topics are left out."""

    only: bool = False
    topic: list[dict[str, Any]] = Field(min_length=1)


@dataclass(frozen=True)
class Topics:
    """Topics in their order."""

    topics: tuple[Topic, ...]

    @cached_property
    def by_id(self) -> dict[str, Topic]:
        """The topics by their id."""
        return {topic.id: topic for topic in self.topics}


def is_identifier(words: str) -> bool:
    """Whether ``words`` name an entity by its id: iso:UA."""
    return words.startswith(_KINDS)


def parts_of(words: str) -> tuple[str, ...]:
    """Return what … ties together: 安全…保証  →  安全, 保証."""
    return tuple(part.strip() for part in words.split("…"))


def check_words(words: str) -> None:
    """Raise ValueError where ``words`` are neither a wording nor an identifier."""
    if is_identifier(words):
        if not _IDENTIFIER.match(words):
            raise ValueError(f"{words!r} is no identifier; write iso:UA, wikidata:Q7184 or provision:nato:5")
        if words.startswith("iso:") and words[4:] not in _codes():
            raise ValueError(f"{words!r} is no country; write its ISO 3166-1 code of two letters")
    elif not all(parts_of(words)):
        raise ValueError(f"{words!r}: words are missing beside …")


def _codes() -> frozenset[str]:
    return frozenset(name.iso for name in load_countries().names)


def load_topics(path: Path | None = None) -> Topics:
    """Return the built-in topics, and those of the file ``path``, which win where an id comes in both.

    Raises LexiconError, naming file, line, topic and reason, where a file cannot be read or is malformed.
    """
    own = _read(path) if path is not None else None
    if own is not None and own[0].only:
        return Topics(own[1])
    with as_file(files("extractor.lexicon").joinpath(FILE)) as place:
        built_in = _read(place)[1]
    found = {topic.id: topic for topic in (*built_in, *(own[1] if own else ()))}
    return Topics(tuple(found.values()))


def read_topics(path: Path) -> tuple[Topic, ...]:
    """Return the topics of the file ``path`` alone. Raises LexiconError as ``load_topics`` does."""
    return _read(path)[1]


def _read(path: Path) -> tuple[TopicsFile, tuple[Topic, ...]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); name a TOML file of topics") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    try:
        whole = TopicsFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: no TOML: {error}") from error
    except ValidationError as error:
        raise LexiconError(f"{path}: {_reason(error)}; write each topic under [[topic]]") from error
    return whole, tuple(_topics(path, text, whole.topic))


def _topics(path: Path, text: str, rows: list[dict[str, Any]]) -> Iterator[Topic]:
    headers = [number for number, line in enumerate(text.splitlines(), 1) if _HEADER.match(line)]
    seen: dict[str, int] = {}
    for place, row in enumerate(rows):
        line = headers[place] if place < len(headers) else 1
        try:
            topic = Topic.model_validate(row)
        except ValidationError as error:
            raise LexiconError(f"{path}:{line}: topic {row.get('id', place + 1)!r}: {_reason(error)}") from error
        if topic.id in seen:
            raise LexiconError(f"{path}:{line}: topic {topic.id!r} is there already, at line {seen[topic.id]}")
        seen[topic.id] = line
        yield topic


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    reason = first["msg"].removeprefix("Value error, ")
    return f"{place}: {reason}" if place else reason
