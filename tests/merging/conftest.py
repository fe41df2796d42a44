"""Records of short articles, made of what they name and say."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.article import article_id
from extractor.records import (
    Act,
    ArticleRecord,
    DecidedBy,
    Entity,
    EntityIds,
    EntityType,
    Form,
    Mention,
    MentionKind,
    Source,
    Speaker,
    SpeakerKind,
    Statement,
    TextSpan,
)

Story = Callable[..., ArticleRecord]


def make_story(
    text: str,
    *entities: dict[str, Any],
    path: str = "a.txt",
    published: str | None = "2026-03-01",
    publisher: str | None = None,
    said: tuple[tuple[str, str | None], ...] = (),
) -> ArticleRecord:
    """Return the record of ``text``.

    entities: name, and where wanted type (person), names (its forms), role, affiliation (number of an entity, from 1),
    ids. Each form is a mention wherever it stands in the text and no longer one does. said: contents, each with the
    name of its speaker or None.
    """
    made = []
    for number, each in enumerate(entities, 1):
        each = {"type": "person", "names": (each["name"],), **each}  # noqa: PLW2901 - the defaults
        affiliation = each.get("affiliation")
        made.append(
            Entity(
                id=f"e{number}",
                type=EntityType(each["type"]),
                name=each["name"],
                role=each.get("role"),
                affiliation=f"e{affiliation}" if affiliation else None,
                ids=EntityIds.model_validate(each.get("ids", {})),
                mentions=tuple(_mentions(text, each["names"])),
            )
        )
    by_name = {entity.name: entity.id for entity in made}
    return ArticleRecord(
        id=article_id(path, text),
        source=Source(path=path, format="txt", sha256="0" * 64),
        published=published,
        publisher=publisher,
        text=text,
        entities=tuple(made),
        statements=tuple(_statement(f"s{n}", text, *each, by_name) for n, each in enumerate(said, 1)),
    )


def _mentions(text: str, names: tuple[str, ...]) -> list[Mention]:
    found: list[Mention] = []
    for name in sorted(names, key=len, reverse=True):
        start = text.index(name)
        while start >= 0:
            if not any(mention.start <= start < mention.end for mention in found):
                found.append(Mention(start=start, end=start + len(name), text=name, kind=MentionKind.NAME))
            start = text.find(name, start + 1)
    return sorted(found, key=lambda mention: mention.start)


def _statement(key: str, text: str, content: str, speaker: str | None, by_name: dict[str, str]) -> Statement:
    start = text.index(content)
    speakers = (Speaker(entity=by_name[speaker], text=speaker, kind=SpeakerKind.IMPLICIT),) if speaker else ()
    return Statement(
        id=key,
        speakers=speakers,
        content=(TextSpan(start=start, end=start + len(content), text=content),),
        form=Form.DIRECT,
        act=Act.ASSERT,
        decided_by=DecidedBy(content="test", speaker="test"),
        confidence=0.5,
    )


@pytest.fixture
def story() -> Story:
    """The function ``make_story``."""
    return make_story
