"""Who is one person or body over several articles, and by which rule."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from extractor.merging import Registry, merge_records
from extractor.records import ArticleRecord, EntityType

Story = Callable[..., ArticleRecord]


def person(name: str, role: str | None = None, **more: Any) -> dict[str, Any]:
    return {"name": name, "role": role, **more}


def body(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "type": "organization", **more}


COUNTRY = {"name": "アメリカ", "names": ("米",), "type": "country", "ids": {"iso3166": "US"}}
GERMANY = {"name": "ドイツ", "type": "country", "ids": {"iso3166": "DE"}}


@pytest.fixture
def merge(story: Story) -> Callable[..., Registry]:
    """Merge articles, each a text and what it names; they are published day by day."""

    def merge_them(*articles: tuple[Any, ...]) -> Registry:
        return merge_records(
            story(text, *entities, path=f"{day}.txt", published=f"2026-03-{day:02}", publisher=f"新聞{day}")
            for day, (text, *entities) in enumerate(articles, 1)
        )

    return merge_them


Merge = Callable[..., Registry]


def people(registry: Registry) -> list[list[tuple[str, str]]]:
    """The rules that put sightings into each entry of a person, with the entry's name."""
    entries = [entry for entry in registry.entries if entry.type is EntityType.PERSON]
    return sorted([(entry.name, sighting.by) for sighting in entry.sightings] for entry in entries)


def test_nothing_merges_to_nothing() -> None:
    assert merge_records([]) == Registry()


TRUMP = person("ドナルド・トランプ", "大統領", affiliation=2)


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (
            ("ドナルド・トランプ米大統領", TRUMP, COUNTRY),
            ("トランプ米大統領", person("トランプ", "大統領", affiliation=2), COUNTRY),
            "surname-role-and-affiliation",
        ),
        (
            ("ドナルド・トランプ米大統領", TRUMP, COUNTRY),
            ("トランプ前大統領", person("トランプ", "前大統領")),
            "surname-and-role",
        ),
        (("ドナルド・トランプ米大統領", TRUMP, COUNTRY), ("トランプ氏", person("トランプ")), "only-bearer-of-surname"),
        (
            ("ドナルド・トランプ米大統領", TRUMP, COUNTRY),
            ("ドナルド＝トランプ氏", person("ドナルド＝トランプ")),
            "same-full-name",
        ),
        (("高梨誠首相", person("高梨誠", "首相")), ("高梨総理大臣", person("高梨", "総理大臣")), "surname-and-role"),
        (
            ("沢井玲子官房長官", person("沢井玲子", "官房長官")),
            ("沢井長官", person("沢井", "長官")),
            "surname-and-role",
        ),
        (("髙橋修社長", person("髙橋修", "社長")), ("高橋修社長", person("高橋修", "社長")), "same-full-name-and-role"),
        (
            ("北浜県の佐藤美咲知事", person("佐藤美咲", "知事")),
            ("北浜県の佐藤知事", person("佐藤", "知事")),
            "surname-role-and-place",
        ),
        (
            ("港洋電機の林和也社長", person("林和也", "社長"), body("港洋電機")),
            ("港洋電機の林社長", person("林", "社長"), body("港洋電機")),
            "surname-role-and-company",
        ),
        (
            ("民政党の岸本幹事長", person("岸本", "幹事長", affiliation=2), body("民政党")),
            ("民政党・岸本幹事長", person("岸本", "幹事長", affiliation=2), body("民政党")),
            "surname-role-and-affiliation",
        ),
        (
            ("沢井玲子経産相", person("沢井玲子", "経産相")),
            ("沢井玲子首相", person("沢井玲子", "首相")),
            "same-full-name",
        ),
    ],
)
def test_one_person(merge: Merge, first: Any, second: Any, rule: str) -> None:
    (entry,) = people(merge(first, second))
    assert [by for _, by in entry] == ["first", rule]


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (("佐藤健一外相", person("佐藤健一", "外相")), ("佐藤知事", person("佐藤", "知事")), "other-role"),
        (("佐藤健一外相", person("佐藤健一", "外相")), ("佐藤氏", person("佐藤")), "surname-alone"),
        (("林和也社長", person("林和也", "社長")), ("林主席", person("林", "主席")), "other-field"),
        (("高橋修社長", person("高橋修", "社長")), ("高橋社長", person("高橋", "社長")), "role-of-many"),
        (
            ("北浜県の佐藤美咲知事", person("佐藤美咲", "知事")),
            ("南浜県の佐藤知事", person("佐藤", "知事")),
            "other-place",
        ),
        (("中村健教授", person("中村健", "教授")), ("中村健容疑者", person("中村健")), "one-is-accused"),
        (("中村健教授", person("中村健", "教授")), ("中村健投手", person("中村健", "投手")), "other-field"),
        (
            ("青葉製薬の高橋修専務", person("高橋修", "専務"), body("青葉製薬")),
            ("港洋電機の高橋修社長", person("高橋修", "社長"), body("港洋電機")),
            "other-house",
        ),
        (
            ("リヒター米首相", person("リヒター", "首相", affiliation=2), COUNTRY),
            ("リヒタードイツ首相", person("リヒター", "首相", affiliation=2), GERMANY),
            "other-affiliation",
        ),
    ],
)
def test_two_persons_and_why(merge: Merge, first: Any, second: Any, rule: str) -> None:
    registry = merge(first, second)
    one, other = sorted(
        (entry for entry in registry.entries if entry.type is EntityType.PERSON), key=lambda entry: entry.first or ""
    )
    assert [(each.entry, each.by) for each in other.apart] == [(one.id, rule)]


def test_two_full_names_of_one_surname_are_never_one(merge: Merge) -> None:
    names = ["田辺翔", "田辺翔太", "黒田誠一郎", "黒田誠二", "イワン・ソコロフ", "セルゲイ・ソコロフ"]
    registry = merge(*((name, person(name)) for name in names))
    assert sorted(entry.name for entry in registry.entries) == sorted(names)


def test_a_surname_that_two_may_have_stays_apart(merge: Merge) -> None:
    registry = merge(
        ("佐藤健一外相", person("佐藤健一", "外相")),
        ("佐藤太郎外相", person("佐藤太郎", "外相")),
        ("佐藤外相", person("佐藤", "外相")),
    )
    (alone,) = (entry for entry in registry.entries if entry.name == "佐藤")
    assert {each.by for each in alone.apart} == {"several-bearers"}
    assert len(alone.apart) == 2


def test_the_surname_in_an_article_is_that_of_its_full_name(merge: Merge) -> None:
    """高 is no surname of 高梨誠, for the article calls him 高梨."""
    registry = merge(
        ("高梨誠首相。高梨氏", person("高梨誠", "首相", names=("高梨誠", "高梨"))), ("高首相", person("高", "首相"))
    )
    assert len(registry.entries) == 2


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (body("株式会社みなと"), body("みなと"), "same-name"),
        (body("みなと"), body("みなと株式会社"), "same-name-but-legal-form"),
        (body("日本銀行"), body("日銀"), "listed-name"),
        (body("北大西洋条約機構", ids={"wikidata": "Q7184"}), body("NATO"), "listed-name"),
    ],
)
def test_one_body(merge: Merge, first: Any, second: Any, rule: str) -> None:
    (entry,) = merge((first["name"], first), (second["name"], second)).entries
    assert [sighting.by for sighting in entry.sightings] == ["first", rule]


@pytest.mark.parametrize(("one", "other"), [("港洋電機", "港洋電機工業"), ("外務省", "中国外務省"), ("県警", "県警")])
def test_two_bodies(merge: Merge, one: str, other: str) -> None:
    assert len(merge((one, body(one)), (other, body(other))).entries) == 2


def test_an_abbreviation_is_what_an_article_says_it_is(merge: Merge) -> None:
    long = body("港湾安全機構", names=("港湾安全機構", "KAK"))
    (entry,) = merge(("KAKは", body("KAK")), ("港湾安全機構（KAK）は", long)).entries
    assert (entry.name, [each.by for each in entry.sightings]) == ("港湾安全機構", ["first", "same-name"])


def test_an_abbreviation_of_two_is_neither(merge: Merge) -> None:
    registry = merge(
        ("港湾安全機構（KAK）は", body("港湾安全機構", names=("港湾安全機構", "KAK"))),
        ("化学安全協会（KAK）は", body("化学安全協会", names=("化学安全協会", "KAK"))),
        ("KAKは", body("KAK")),
    )
    assert len(registry.entries) == 3


def test_an_entry_tells_names_roles_dates_and_statements(story: Story) -> None:
    registry = merge_records(
        [
            story(
                "高梨首相「進む」高梨氏",
                person("高梨", "首相"),
                path="b",
                published="2026-03-02",
                said=(("進む", "高梨"),),
            ),
            story("高梨誠前首相", person("高梨誠", "前首相"), path="a", published="2026-09-02"),
        ]
    )
    (entry,) = registry.entries
    assert [(name.text, name.count) for name in entry.names] == [("高梨", 2), ("高梨誠", 1)]
    assert [(role.text, role.first) for role in entry.roles] == [("首相", "2026-03-02"), ("前首相", "2026-09-02")]
    assert (entry.articles, entry.statements, entry.first, entry.last) == (2, 1, "2026-03-02", "2026-09-02")


def test_affiliations_name_entries(merge: Merge) -> None:
    registry = merge(("ドナルド・トランプ米大統領", TRUMP, COUNTRY))
    (trump,) = (entry for entry in registry.entries if entry.type is EntityType.PERSON)
    assert [(each.entry, each.name) for each in trump.affiliations] == [("iso3166:US", "アメリカ")]


ARTICLES: list[tuple[Any, ...]] = [
    ("ドナルド・トランプ米大統領", TRUMP, COUNTRY),
    ("高梨誠首相", person("高梨誠", "首相")),
    ("高梨首相と中村健教授", person("高梨", "首相"), person("中村健", "教授")),
    ("中村健容疑者と県警", person("中村健"), body("県警")),
    ("株式会社みなとと県警", body("株式会社みなと"), body("県警")),
]


@pytest.fixture
def records(story: Story) -> list[ArticleRecord]:
    return [
        story(text, *entities, path=f"{day}.txt", published=f"2026-03-{day:02}")
        for day, (text, *entities) in enumerate(ARTICLES, 1)
    ]


def test_the_order_of_the_records_does_not_matter(records: list[ArticleRecord]) -> None:
    merged = merge_records(records)
    for seed in range(5):
        shuffled = random.Random(seed).sample(records, len(records))
        assert merge_records(shuffled).model_dump_json() == merged.model_dump_json()


def test_a_later_article_changes_no_id(records: list[ArticleRecord]) -> None:
    for number in range(1, len(records)):
        before, after = merge_records(records[:number]), merge_records(records)
        assert {entry.id for entry in before.entries} <= {entry.id for entry in after.entries}


def test_a_record_that_comes_twice_counts_once(records: list[ArticleRecord]) -> None:
    assert merge_records([*records, *records]) == merge_records(records)


def test_every_entity_is_in_one_entry_and_every_id_is_there(records: list[ArticleRecord]) -> None:
    registry = merge_records(records)
    seen = [(each.article, each.entity) for entry in registry.entries for each in entry.sightings]
    assert sorted(seen) == sorted((record.id, entity.id) for record in records for entity in record.entities)
    ids = [entry.id for entry in registry.entries]
    assert len(set(ids)) == len(ids)
    assert {each.entry for entry in registry.entries for each in entry.apart} <= set(ids)


def test_records_are_read_one_at_a_time(records: list[ArticleRecord]) -> None:
    """A generator will do, and it is gone through once."""
    assert merge_records(record for record in records) == merge_records(records)
