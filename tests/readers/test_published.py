"""The date of publication: what counts as one, where it is looked for, and in which order."""

import pytest

from extractor.readers.published import date_in_name, dateline, decide_published, to_iso


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2025-08-17", "2025-08-17", id="iso-day"),
        pytest.param("20250817", "2025-08-17", id="compact"),
        pytest.param("2025/8/17", "2025-08-17", id="slashes"),
        pytest.param("2025.08.17", "2025-08-17", id="dots"),
        pytest.param("2025年8月17日", "2025-08-17", id="kanji"),
        pytest.param("２０２５年８月１７日", "2025-08-17", id="full-width"),
        pytest.param("二〇二五年八月十七日", "2025-08-17", id="kanji-digits"),
        pytest.param("令和7年8月17日", "2025-08-17", id="era"),
        pytest.param("令和元年五月一日", "2019-05-01", id="era-first-year"),
        pytest.param("平成三十一年四月三十日", "2019-04-30", id="era-kanji"),
        pytest.param("昭和20年8月15日", "1945-08-15", id="era-showa"),
        pytest.param("2025(令和7)年8月17日", "2025-08-17", id="both-calendars"),
        pytest.param("2025年8月17日 9時30分", "2025-08-17T09:30:00", id="kanji-time"),
        pytest.param("2025年8月17日（日）18:05", "2025-08-17T18:05:00", id="weekday-time"),
        pytest.param("2025年8月17日 午後3時30分", "2025-08-17", id="afternoon-is-not-half-past-three"),
        pytest.param("2025年8月17日 99:99", "2025-08-17", id="no-such-time"),
        pytest.param("2025-08-17T09:30:00+09:00", "2025-08-17T09:30:00+09:00", id="japan"),
        pytest.param("2025-08-16T22:00:00.000Z", "2025-08-17T07:00:00+09:00", id="utc-is-the-next-day-in-japan"),
        pytest.param("2025-08-17T09:30:00-04:00", "2025-08-17T09:30:00-04:00", id="other-offset-stays"),
        pytest.param("Sun, 17 Aug 2025 09:30:00 +0900", "2025-08-17T09:30:00+09:00", id="mail-header"),
        pytest.param("2025-02-30", None, id="no-such-day"),
        pytest.param("8月17日", None, id="no-year"),
        pytest.param("2025-08", None, id="no-day"),
        pytest.param("1500年1月1日", None, id="too-early"),
        pytest.param("昨日", None, id="word"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_to_iso(written: str, expected: str | None) -> None:
    assert to_iso(written) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("2025-08-17.txt", "2025-08-17", id="hyphens"),
        pytest.param("米ロ会談_20250817.txt", "2025-08-17", id="compact"),
        pytest.param("2025_08_17_朝刊.html", "2025-08-17", id="underscores"),
        pytest.param("a202508170930.txt", "2025-08-17", id="with-time"),
        pytest.param("令和7年8月17日.md", "2025-08-17", id="era"),
        pytest.param("１_２０２５０８１７.txt", "2025-08-17", id="full-width"),
        pytest.param("20251399.txt", None, id="no-such-day"),
        pytest.param("k10014896020250817.txt", None, id="part-of-a-longer-number"),
        pytest.param("0817.txt", None, id="no-year"),
        pytest.param("article.txt", None, id="nothing"),
    ],
)
def test_date_in_name(name: str, expected: str | None) -> None:
    assert date_in_name(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("見出し\n2025年8月17日 18時05分\n本文。", "2025-08-17", id="line-of-its-own"),
        pytest.param("見出し\nサンプル新聞 令和7年8月17日 朝刊\n本文。", "2025-08-17", id="short-line"),
        pytest.param("見出し\n【ワシントン＝2025年8月17日】大統領は述べた。", "2025-08-17", id="opening-bracket"),
        pytest.param("見出し\n（２０２５／０８／１７ 共同）大統領は述べた。", "2025-08-17", id="full-width-slashes"),
        pytest.param("見出し\n\n2025年8月17日、ニュースが報じられました。", "2025-08-17", id="head-of-line"),
        pytest.param("【見本市時事】2025年8月17日、大統領は述べた。", "2025-08-17", id="behind-its-place"),
        pytest.param("【見本市＝山田太郎】2025年8月17日 大統領は述べた。", "2025-08-17", id="behind-its-reporter"),
        pytest.param("2011年3月11日、震災が起きた。\n2021年3月11日で10年になる。", None, id="outlived-by-a-later-date"),
        pytest.param("見出し\n大統領は2025年8月15日に会談した。", None, id="in-a-sentence"),
        pytest.param("2025年8月15日に首脳会談\n本文。", None, id="event-in-the-headline"),
        pytest.param("会期\n2025年8月15日～20日\n本文。", None, id="span-of-days"),
        pytest.param("見出し\n8月17日\n本文。", None, id="no-year"),
        pytest.param("見出し\n2025年2月30日\n本文。", None, id="no-such-day"),
        pytest.param("一\n二\n三\n四\n五\n2025年8月17日\n", None, id="beyond-the-head"),
    ],
)
def test_dateline(text: str, expected: str | None) -> None:
    assert dateline(text) == expected


@pytest.mark.parametrize(
    ("metadata", "option", "name", "expected"),
    [
        pytest.param("2025-08-01", "2025-08-02", "20250803.txt", ("2025-08-01", "metadata"), id="metadata-first"),
        pytest.param("昨日", "2025-08-02", "20250803.txt", ("2025-08-02", "option"), id="unreadable-metadata"),
        pytest.param(None, "2025-08-02", "20250803.txt", ("2025-08-02", "option"), id="option-before-name"),
        pytest.param(None, None, "20250803.txt", ("2025-08-03", "filename"), id="name-before-dateline"),
        pytest.param(None, None, "a.txt", ("2025-08-04", "dateline"), id="dateline-last"),
    ],
)
def test_order(metadata: str | None, option: str | None, name: str, expected: tuple[str, str]) -> None:
    text = "見出し\n2025年8月4日\n本文。"
    assert decide_published(metadata=metadata, option=option, name=name, head=(), text=text) == expected


def test_a_date_beside_the_text_is_a_dateline_too() -> None:
    found = decide_published(
        metadata=None, option=None, name="a.html", head=["国際", "2025/08/17 18:00"], text="本文。"
    )
    assert found == ("2025-08-17", "dateline")


def test_no_date_is_no_date() -> None:
    found = decide_published(metadata=None, option=None, name="a.txt", head=(), text="本文。")
    assert found == (None, None)
