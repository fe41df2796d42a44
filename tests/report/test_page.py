"""The page in a browser: what a reader sees, chooses, types and hears."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from extractor.records import ArticleRecord

Open = Callable[..., Page]

NASTY = "<script>alert(1)</script><!-- & \" ' \u2028 \u2029 ]]> ${x} {{ y }}"


def count(page: Page) -> str:
    return page.locator("#count").inner_text()


def pieces(page: Page, role: str) -> str:
    return "".join(page.locator(f".text .is-{role}").all_inner_texts())


@pytest.mark.parametrize("title", [NASTY, "\ud842", "\udfb7\ud842"], ids=["markup", "lone", "swapped"])
def test_what_an_article_holds_is_text(open_page: Open, make_article: Any, title: str) -> None:
    record = make_article("a", "2026-11-12", "oppose", title="題")
    page = open_page([record.model_copy(update={"title": title})], "#article=a&statement=s1")
    told = json.dumps(title)
    assert page.evaluate(f"document.querySelector('#article h2').textContent === {told}")
    assert page.evaluate("document.scripts.length") == page.locator("script").count()


def test_a_hostile_body_is_shown_letter_by_letter(open_page: Open, make_article: Any) -> None:
    record = make_article("a", "2026-11-12", "oppose", title=NASTY)
    page = open_page([record], "#article=a&statement=s1")
    numbers = "document.querySelectorAll('.text .number').forEach((each) => each.remove())"
    page.evaluate(numbers)
    assert page.evaluate("document.querySelector('.text').textContent") == record.text
    assert pieces(page, "speaker") == "佐藤首相"


def test_the_policy_forbids_all_network(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles)
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_places_are_right_behind_letters_of_two_units(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#article=a&statement=s1")
    assert pieces(page, "speaker") == "佐藤首相"
    assert pieces(page, "cue") == "語った"
    assert pieces(page, "content").replace("2", "") == "田中氏は『増税に反対だ』と言った"
    assert pieces(page, "stance") == "反対だ"
    assert pieces(page, "date") == "12日"


def test_nested_statements_have_lines_of_their_own(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#article=a")
    inner = page.locator(".piece", has_text="反対だ").first
    style = inner.get_attribute("style") or ""
    assert "--lane-0" in style
    assert "--lane-1" in style


def test_a_click_opens_the_innermost_statement(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#article=a")
    page.locator(".piece", has_text="反対だ").first.click()
    expect(page.locator("#panel h2")).to_have_text("発言 2")
    page.locator(".piece", has_text="言った").first.click()
    expect(page.locator("#panel h2")).to_have_text("発言 1")


def test_the_panel_tells_all_that_is_known(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#article=a&statement=s1")
    said = page.locator("#panel").inner_text()
    for words in (
        "佐藤首相",
        "語った",
        "直接",
        "主張",
        "増税",
        "反対だ",
        "2026-11-12",
        "12日",
        "日 · 記事の日付から",
        "0.90",
        "quote",
        "topic",
        "田中氏",
    ):
        assert words in said
    page.locator("#panel a", has_text="2 田中氏").click()
    expect(page.locator("#panel blockquote")).to_have_text("増税に反対だ")
    page.locator("#panel .place", has_text="言った").click()
    assert page.evaluate("document.activeElement.textContent") == "言った"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", 6),
        ("speaker=person:佐藤", 2),
        ("speaker=generic:関係者", 2),
        ("speaker=nobody", 0),
        ("topic=topic:tax", 2),
        ("topic=topic:tax&stance=support", 1),
        ("stance=none", 4),
        ("form=indirect", 2),
        ("act=deny", 2),
        ("from=2026-11-20", 1),
        ("to=2026-11-13", 1),
        ("from=2026-11-13&to=2026-11-20", 4),
        ("confidence=0.5", 4),
        ("q=賛成", 3),
        ("q=賛成 始まる", 1),
        ("q=賛成&form=direct&act=deny&confidence=0.5", 1),
        ("speaker=person:誰か", 0),
    ],
)
def test_filters_can_be_combined(open_page: Open, articles: list[ArticleRecord], filters: str, found: int) -> None:
    page = open_page(articles, f"#{filters}")
    assert count(page).startswith(f"発言 {found} / 6 件")
    assert page.locator("#hits .hit").count() == found


def test_the_address_and_the_form_agree_and_back_works(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles)
    page.select_option("#filter-form", "indirect")
    page.select_option("#filter-speaker", "generic:関係者")
    assert "form=indirect" in page.url
    address = page.url
    page.go_back()
    expect(page.locator("#filter-speaker")).to_have_value("")
    expect(page.locator("#filter-form")).to_have_value("indirect")
    page.goto(address)
    page.reload()
    expect(page.locator("#filter-speaker")).to_have_value("generic:関係者")
    page.locator("#clear").click()
    expect(page.locator("#count")).to_contain_text("6 / 6")


def test_words_filter_while_they_are_typed(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles)
    page.locator("#filter-q").press_sequentially("始まる")
    expect(page.locator("#count")).to_contain_text("2 / 6")
    assert page.evaluate("document.activeElement.id") == "filter-q"


def test_a_number_of_a_statement_keeps_later_filters(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#article=a")
    page.select_option("#filter-act", "deny")
    page.locator(".number", has_text="1").click()
    expect(page.locator("#panel h2")).to_have_text("発言 1")
    expect(page.locator("#filter-act")).to_have_value("deny")


def test_the_keyboard_alone_opens_a_statement(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#article=a")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('number')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("発言 1")
    expect(page.locator("#announcer")).to_have_text("発言 1: 佐藤首相")
    assert page.evaluate("document.activeElement.classList.contains('number')")


def test_a_cell_of_the_matrix_is_a_filter(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#view=matrix")
    cell = page.locator(".cell")
    expect(cell).to_have_count(1)
    assert cell.get_attribute("aria-label") == "佐藤、増税：2 件, 賛成 1, 反対 1"
    cell.click()
    expect(page.locator("#count")).to_contain_text("2 / 6")
    expect(page.locator("#filter-topic")).to_have_value("topic:tax")


def test_a_change_of_stance_shows_over_time(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(reversed(articles), "#view=timeline")
    expect(page.locator(".view h2")).to_have_text("佐藤 の「増税」についての発言")
    assert [each[:1] for each in page.locator(".points .stance").all_inner_texts()] == ["▼", "▲"]
    expect(page.locator(".points li.turned")).to_have_count(1)
    assert (
        page.locator("svg .stance-oppose").bounding_box()["x"] < page.locator("svg .stance-support").bounding_box()["x"]
    )  # type: ignore[index]


def test_names_are_counted(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#view=names")
    row = page.locator(".names tbody tr").first
    assert row.inner_text().split() == ["佐藤", "2", "2", "記事"]


def test_the_language_can_be_switched(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#article=a&statement=s1")
    page.locator("button", has_text="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == "Who said what"
    expect(page.locator("#count")).to_have_text("6 of 6 statements · 2 articles")
    assert "Tax rise" in page.locator("#panel").inner_text()
    assert page.locator(".text").get_attribute("lang") == "ja"
    page.go_back()
    assert page.evaluate("document.documentElement.lang") == "ja"


def test_paper_gets_the_article_and_all_its_statements(open_page: Open, articles: list[ArticleRecord]) -> None:
    page = open_page(articles, "#article=a")
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("#hits")).to_be_hidden()
    expect(page.locator(".on-paper li")).to_have_count(3)
    expect(page.locator(".on-paper")).to_be_visible()


def test_many_statements_are_drawn_as_they_are_needed(open_page: Open, make_article: Any) -> None:
    many = [make_article(f"a{number}", "2026-11-12", "oppose") for number in range(100)]
    page = open_page(many)
    first = page.locator("#hits .hit").count()
    assert 30 <= first <= 130
    page.locator(".more").scroll_into_view_if_needed()
    page.locator("#hits .hit").nth(first).wait_for()
