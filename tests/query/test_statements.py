"""Statements by who speaks, what about, when and how."""

from pathlib import Path
from typing import Any

import pytest

from extractor.errors import QueryError
from extractor.query import Conditions, FoundStatement, query_statements
from extractor.readers import ReadFailure
from tests.query.conftest import Write


def found(path: Path, **asked: Any) -> list[FoundStatement]:
    rows = list(query_statements([path], Conditions(**asked)))
    assert not [row for row in rows if isinstance(row, ReadFailure)]
    return [row for row in rows if isinstance(row, FoundStatement)]


def said(value: str, precision: str | None = None) -> dict[str, Any]:
    return {"statement": {"date": {"start": 0, "end": 3, "text": "ルビオ", "value": value, "precision": precision}}}


def about(**what: Any) -> dict[str, Any]:
    return {"statement": {"about": [{"start": 0, "end": 3, "text": "ルビオ", **what}]}}


def test_a_row_points_to_its_place(write: Write) -> None:
    (row,) = found(write())
    assert (row.path, row.statement, row.date, row.date_from) == ("r.jsonl.txt", "s1", "2025-08-17", "published")
    assert [(each.text, each.name) for each in row.speakers] == [("ルビオ米国務長官", "ルビオ")]
    assert (row.start, row.end, row.content[0].text) == (10, 24, "会談で議論の一部になるだろう")


@pytest.mark.parametrize("who", ["ルビオ", "るびお", "ﾙﾋﾞｵ", "ルビオ米国務長官"])
def test_a_speaker_is_found_by_any_spelling(write: Write, who: str) -> None:
    assert len(found(write(), who=(who,))) == 1


def test_a_speaker_is_found_by_alias_and_part_of_the_name(write: Write) -> None:
    path = write(entity={"name": "マルコ・アントニオ・ルビオ", "aliases": ["ルビ"]})
    assert [len(found(path, who=(who,))) for who in ("ルビ", "マルコ", "アントニオ", "ビオ")] == [1, 1, 1, 0]


def test_a_country_is_found_by_each_of_its_names(write: Write) -> None:
    path = write(entity={"type": "country", "name": "アメリカ", "ids": {"iso3166": "US"}})
    assert [len(found(path, who=(who,))) for who in ("米国", "iso:US", "ロシア", "iso:RU")] == [1, 1, 0, 0]


def test_what_it_is_about_is_found_by_provision_and_topic(write: Write) -> None:
    entity = {"type": "provision", "name": "北大西洋条約第５条", "ids": {"provision": "nato:5"}}
    path = write(entity=entity, **about(entity="e1"))
    assert [len(found(path, about=(each,))) for each in ("NATO第5条", "nato:5", "nato:4")] == [1, 1, 0]
    path = write(**about(topic="nato-article-5"))
    assert [len(found(path, about=(each,))) for each in ("nato-article-5", "nato-article")] == [1, 0]


def test_a_stance_is_one_towards_what_is_asked_for(write: Write) -> None:
    stance = {"start": 0, "end": 3, "text": "ルビオ", "value": "oppose"}
    path = write(**about(topic="nato-article-5", stance=stance))
    asked = (("nato-article-5", "oppose"), ("nato-article-5", "support"), ("other", "oppose"))
    assert [len(found(path, about=(topic,), stance=(value,))) for topic, value in asked] == [1, 0, 0]


def test_an_addressee_is_found(write: Write) -> None:
    path = write(statement={"addressee": {"text": "記者団", "start": 0, "end": 3, "kind": "generic"}} | {})
    assert [len(found(path, addressee=(each,))) for each in ("記者団", "ルビオ")] == [1, 0]


@pytest.mark.parametrize(
    ("value", "since", "until", "hits"),
    [
        ("2025-08-12", "2025-08-12", "2025-08-12", 1),
        ("2025-08-12", "2025-08-13", None, 0),
        ("2025-08-12", None, "2025-07", 0),
        ("2025-08", "2025-08-31", None, 1),
        ("2025-08", "2025-09", None, 0),
        ("2025-W33", "2025-08-17", None, 1),
        ("2025-W33", "2025-08-18", None, 0),
        ("2025", "2025-12-31", "2026", 1),
        ("2024", "2025", None, 0),
    ],
)
def test_a_date_of_saying_is_a_stretch(
    write: Write, value: str, since: str | None, until: str | None, hits: int
) -> None:
    rows = found(write(**said(value)), since=since, until=until)
    assert len(rows) == hits
    assert all((row.date, row.date_from) == (value, "said") for row in rows)


def test_without_any_date_a_statement_is_of_no_time(write: Write) -> None:
    path = write(record={"published": None})
    assert found(path)[0].date_from is None
    assert found(path, since="1900") == []


def test_form_act_text_and_confidence(write: Write) -> None:
    path = write()
    assert [len(found(path, act=(each,))) for each in ("predict", "deny")] == [1, 0]
    assert [len(found(path, form=each)) for each in (("direct", "mixed"), ("mixed",))] == [1, 0]
    assert [len(found(path, text=each)) for each in ("かいだん", "会談", "会.")] == [0, 1, 0]
    assert [len(found(path, min_confidence=each)) for each in (0.9, 0.95)] == [1, 0]


@pytest.mark.parametrize("words", ["' OR true --", "%", ".*", "ルビオ') OR (true", "\\", "$who"])
def test_what_is_asked_is_never_run(write: Write, words: str) -> None:
    path = write()
    assert found(path, who=(words,)) == found(path, about=(words,)) == found(path, text=words) == []


def test_rows_come_in_the_order_of_dates_and_paths(write: Write) -> None:
    later, first = write("a.jsonl", **said("2025-08-02")), write("c.jsonl", **said("2025-08-01"))
    same, never = write("b.jsonl", **said("2025-08-02")), write("d.jsonl", record={"published": None})
    rows = [row.file for row in query_statements([never, same, later, first]) if isinstance(row, FoundStatement)]
    assert rows == [str(path) for path in (first, later, same, never)]
    assert len(list(query_statements([never, same, later, first], limit=2))) == 2


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"act": ("denny",)}, "act 'denny': not known; use assert, deny"),
        ({"since": "last week"}, "write it like 2025-08-17"),
        ({"until": "2025-02-30"}, "no such day"),
        ({"since": "2025-09", "until": "2025-08"}, "no day is both"),
        ({"min_confidence": 2}, "0 to 1"),
    ],
)
def test_wrong_conditions_are_refused(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        Conditions(**asked)
