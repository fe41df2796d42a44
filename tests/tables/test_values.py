"""What stands in the cells of each table."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.records import ArticleRecord
from extractor.tables.cells import cell_text
from extractor.tables.every import TABLES
from extractor.tables.listing import list_columns
from extractor.tables.names import TableName
from extractor.tables.table import Kind

KINDS = {Kind.TEXT: str, Kind.WHOLE: int, Kind.NUMBER: float, Kind.TEXTS: str, Kind.WHOLES: int}


def rows(name: str, record: ArticleRecord) -> list[dict[str, Any]]:
    table = TABLES[TableName(name)]
    return [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.values(record)]


def test_a_statement_tells_all_that_the_record_knows(full_record: ArticleRecord) -> None:
    row, _ = rows("statements", full_record)
    assert row == {
        "article": "a/1",
        "path": "国会.txt",
        "title": "=1+1 国会",
        "publisher": "青凪新聞",
        "published": "2026-11-13",
        "url": "https://example.org/国会",
        "statement": "s1",
        "speaker": ("𠮷田首相", "専門家"),
        "speaker_name": ("𠮷田", "専門家"),
        "speaker_kind": ("named", "generic"),
        "speaker_entity": ("e1", None),
        "speaker_role": ("首相", None),
        "speaker_affiliation": ("日本", None),
        "speaker_country": ("JP", None),
        "speaker_wikidata": ("Q1", None),
        "speaker_start": (0, 5),
        "speaker_end": (4, 8),
        "cue": "語った",
        "cue_lemma": "語る",
        "cue_start": 33,
        "cue_end": 36,
        "content": ("米国は『反対だ』と述べた", "増税だ"),
        "content_start": (14, 28),
        "content_end": (26, 31),
        "start": 14,
        "end": 31,
        "form": "direct",
        "act": "assert",
        "date": "2026-11-12",
        "date_precision": "day",
        "date_anchor": "published",
        "date_text": "12日",
        "section": "国会",
        "addressee": "米国",
        "addressee_name": "アメリカ",
        "topic": ("tax-increase",),
        "stance": ("support",),
        "about": ("米国", "増税"),
        "about_name": ("アメリカ", "tax-increase"),
        "about_entity": ("e2", None),
        "about_id": ("US", None),
        "about_where": ("content", "content"),
        "about_stance": (None, "support"),
        "within": None,
        "confidence": 0.75,
        "content_decided_by": "quote",
        "speaker_decided_by": "topic",
    }


def test_offsets_lead_back_to_the_words(full_record: ArticleRecord) -> None:
    row, _ = rows("statements", full_record)
    text = full_record.text
    assert text[row["cue_start"] : row["cue_end"]] == row["cue"]
    for what in ("speaker", "content"):
        places = zip(row[f"{what}_start"], row[f"{what}_end"], strict=True)
        assert tuple(text[start:end] for start, end in places) == row[what]


def test_a_nested_statement_names_the_one_around_it_and_a_country_is_its_own(full_record: ArticleRecord) -> None:
    _, row = rows("statements", full_record)
    assert (row["within"], row["speaker_country"], row["speaker_affiliation"]) == ("s1", ("US",), (None,))
    assert (row["date"], row["addressee"], row["topic"], row["section"]) == (None, None, (), None)


def test_an_entity_is_a_row_with_counts(full_record: ArticleRecord) -> None:
    person, america, _ = rows("entities", full_record)
    wanted = {"entity": "e1", "type": "person", "name": "𠮷田", "aliases": ("𠮷田首相", "首相"), "role": "首相"}
    wanted |= {"affiliation": "e3", "affiliation_name": "日本", "names": 1, "mentions": 2, "path": "国会.txt"}
    assert {name: person[name] for name in wanted} == wanted
    assert (america["iso3166"], america["wikidata"], america["provision"]) == ("US", "Q30", None)


def test_mentions_stand_in_the_order_of_the_text(full_record: ArticleRecord) -> None:
    found = rows("mentions", full_record)
    assert [(row["mention"], row["kind"], row["entity"]) for row in found] == [
        ("𠮷田", "name", "e1"),
        ("首相", "nominal", "e1"),
        ("日", "name", "e3"),
        ("米国", "name", "e2"),
    ]
    assert all(full_record.text[row["start"] : row["end"]] == row["mention"] for row in found)


@pytest.mark.parametrize("name", TableName)
def test_values_are_of_the_kind_that_their_column_says(full_record: ArticleRecord, name: TableName) -> None:
    table = TABLES[name]
    for row in table.values(full_record):
        for column, value in zip(table.columns, row, strict=True):
            is_list = column.kind.endswith("[]")
            assert isinstance(value, tuple) == is_list, column.name
            parts = value if isinstance(value, tuple) else (value,)
            assert all(part is None or isinstance(part, KINDS[column.kind]) for part in parts), column.name


@pytest.mark.parametrize("name", TableName)
def test_columns_have_names_of_their_own_and_meanings(name: TableName) -> None:
    names = [column.name for column in TABLES[name].columns]
    assert len(names) == len(set(names))
    assert all(column.meaning and "\t" not in column.meaning for column in TABLES[name].columns)


def test_the_list_has_a_line_a_column() -> None:
    heading, *lines = list_columns()
    assert heading == ("table", "column", "type", "meaning")
    assert len(lines) == sum(len(table.columns) for table in TABLES.values())
    assert ("mentions", "start", "BIGINT", "where it begins in the article, in code points") in lines


def test_an_article_of_nothing_has_no_rows(make_record: Callable[..., ArticleRecord]) -> None:
    empty = make_record().model_copy(update={"statements": (), "entities": ()})
    assert [list(table.values(empty)) for table in TABLES.values()] == [[], [], []]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param("外相", "外相", id="text"),
        pytest.param(0, "0", id="nought is something"),
        pytest.param(0.9, "0.9", id="number"),
        pytest.param(("外相", "首相"), "外相 / 首相", id="list"),
        pytest.param(("e1", None, "e2"), "e1 /  / e2", id="each in its place"),
        pytest.param((), "", id="empty list"),
    ],
)
def test_a_cell_as_text(value: Any, text: str) -> None:
    assert cell_text(value) == text
