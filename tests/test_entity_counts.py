"""Entities counted over articles."""

from collections.abc import Callable

import pytest

from extractor.entity_counts import count_entities
from extractor.records import ArticleRecord, Entity, EntityIds, EntityType, Mention, MentionKind


def entity(name: str, *surfaces: str, kind: EntityType = EntityType.ORGANIZATION, **ids: str) -> Entity:
    """An entity with a mention a surface; one that begins with 同 refers back."""
    return Entity(
        id="e1",
        type=kind,
        name=name,
        ids=EntityIds.model_validate(ids),
        mentions=tuple(
            Mention(
                start=0,
                end=len(surface),
                text=surface,
                kind=MentionKind.NOMINAL if surface.startswith("同") else MentionKind.NAME,
            )
            for surface in surfaces
        ),
    )


@pytest.fixture
def articles(make_record: Callable[..., ArticleRecord]) -> Callable[..., list[ArticleRecord]]:
    def make(*of_each: list[Entity]) -> list[ArticleRecord]:
        return [make_record().model_copy(update={"entities": tuple(entities)}) for entities in of_each]

    return make


Articles = Callable[..., list[ArticleRecord]]


def test_no_articles_have_no_entities() -> None:
    assert count_entities([]) == []


def test_an_external_id_makes_one_thing_of_many_names(articles: Articles) -> None:
    (nato,) = count_entities(
        articles(
            [entity("北大西洋条約機構", "北大西洋条約機構", "NATO", "同機構", wikidata="Q7184")],
            [entity("NATO", "NATO", "NATO", wikidata="Q7184")],
            [entity("NATO", "NATO", wikidata="Q7184")],
        )
    )
    assert (nato.name, nato.aliases) == ("NATO", ("北大西洋条約機構",))
    assert (nato.articles, nato.names, nato.references, nato.mentions) == (3, 5, 1, 6)
    assert nato.ids.wikidata == "Q7184"


def test_without_an_id_the_name_decides_and_types_stay_apart(articles: Articles) -> None:
    counts = count_entities(
        articles(
            [entity("本田", "本田", kind=EntityType.PERSON), entity("本田", "本田", "本田")],
            [entity("本田", "本田", kind=EntityType.PERSON)],
        )
    )
    assert [(c.type, c.name, c.articles, c.mentions) for c in counts] == [
        (EntityType.PERSON, "本田", 2, 2),
        (EntityType.ORGANIZATION, "本田", 1, 2),
    ]


def test_two_of_one_name_in_an_article_count_it_once(articles: Articles) -> None:
    (honda,) = count_entities(articles([entity("本田", "本田"), entity("本田", "本田")]))
    assert (honda.articles, honda.mentions) == (1, 2)


def test_the_most_mentioned_come_first(articles: Articles) -> None:
    counts = count_entities(articles([entity("甲社", "甲社"), entity("乙社", "乙社", "同社")]))
    assert [count.name for count in counts] == ["乙社", "甲社"]
