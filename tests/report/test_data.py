"""What the page carries: offsets, dates, words, and nothing that could end its element."""

import io
import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor.records as r
from extractor.records import ArticleRecord
from extractor.report import write_report
from extractor.report.days import days_of
from extractor.report.embedding import embedded_json
from extractor.report.units import units_of
from extractor.report.words import load_words


@given(st.text(st.characters(exclude_categories=[])))
def test_units_are_those_of_utf_16(text: str) -> None:
    units = units_of(text)
    for place in range(len(text) + 1):
        assert units(place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(st.characters(exclude_categories=[])))
def test_embedded_data_is_the_same_and_ends_nothing(text: str) -> None:
    told = embedded_json([text])
    assert json.loads(told) == [text]
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", told)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2026-11-12", ("2026-11-12", "2026-11-12")),
        ("2026-11-12T09:00:00+09:00", ("2026-11-12", "2026-11-12")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-W33", ("2025-08-11", "2025-08-17")),
        ("2026", ("2026-01-01", "2026-12-31")),
        ("2026-13", None),
        ("昨日", None),
        (None, None),
    ],
)
def test_a_date_covers_its_days(value: str | None, days: tuple[str, str] | None) -> None:
    assert days_of(value) == days


def test_words_say_the_same_with_the_same_values_in_each_language() -> None:
    japanese, english = load_words().values()
    assert set(japanese) == set(english)
    for key in japanese:
        assert set(re.findall(r"{\w+}", japanese[key])) == set(re.findall(r"{\w+}", english[key]))


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("form", r.Form),
        ("act", r.Act),
        ("stance", r.StanceValue),
        ("kind", r.SpeakerKind),
        ("where", r.Place),
        ("precision", r.Precision),
        ("anchor", r.DateAnchor),
        ("type", r.EntityType),
        ("sign", r.EntityType),
    ],
)
def test_each_value_of_a_record_has_a_word(prefix: str, values: type) -> None:
    assert {f"{prefix}.{value}" for value in values} <= set(load_words()["ja"])


def test_the_same_records_give_the_same_bytes(articles: list[ArticleRecord]) -> None:
    one, other = io.BytesIO(), io.BytesIO()
    assert write_report(iter(articles), one) == 2
    write_report(articles, other)
    assert one.getvalue() == other.getvalue()


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        write_report([], io.BytesIO(), language="fr")


def test_a_link_leads_to_the_web_only(
    make_article: Callable[..., ArticleRecord], articles: list[ArticleRecord]
) -> None:
    stream = io.BytesIO()
    write_report([articles[0].model_copy(update={"url": "javascript:alert(1)"})], stream)
    assert b"javascript:alert" not in stream.getvalue()
