"""Who uses a screen reader, sees little contrast, or a small screen: every view in both languages, light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from extractor.records import ArticleRecord

VIEWS = ["#article=a&statement=s1", "#view=matrix", "#view=timeline", "#view=names", "#q=nothing"]

#: Controls without a name, images without one, ids that come twice, headings that skip a level.
FAULTS = """() => {
  const nameOf = (control) => control.getAttribute("aria-label") || control.textContent.trim()
    || [...(control.labels ?? [])].map((label) => label.textContent).join("");
  const controls = [...document.querySelectorAll("a, button, input, select, meter, svg[role], [tabindex='0']")];
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  const landmarks = ["header", "nav", "main", "[role=search]"].filter((each) => !document.querySelector(each));
  return [
    ...controls.filter((each) => !nameOf(each)).map((each) => `no name: ${each.outerHTML}`),
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `twice: ${id}`),
    ...landmarks.map((each) => `no landmark ${each}`),
    ...(document.querySelectorAll("h1").length === 1 ? [] : ["not one h1"]),
  ];
}"""

#: Text whose contrast with what is behind it is below 4.5, by the formula of WCAG 2.2.
PALE = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const layersOf = (element) =>
    element ? [...layersOf(element.parentElement), getComputedStyle(element).backgroundColor] : [];
  const paint = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const linear = (part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
  const light = (rgb) => rgb.map((part) => linear(part / 255))
    .reduce((sum, part, place) => sum + part * [.2126, .7152, .0722][place], 0);
  const contrast = (element) => {
    const behind = layersOf(element);
    const style = getComputedStyle(element);
    const ink = element instanceof SVGElement ? style.fill : style.color;
    const [one, other] = [light(paint(behind)), light(paint([...behind, ink]))];
    return (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
  };
  const texts = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility()
    && !each.matches("script, :disabled, option, optgroup")
    && [...each.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
  const pale = texts.filter((each) => contrast(each) < 4.5);
  return pale.map((each) => `${contrast(each).toFixed(2)} ${each.outerHTML.slice(0, 120)}`);
}"""


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_control_has_a_name(
    open_page: Callable[..., Page], articles: list[ArticleRecord], view: str, language: str
) -> None:
    assert open_page(articles, view, language=language).evaluate(FAULTS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_text_stands_out(open_page: Callable[..., Page], articles: list[ArticleRecord], view: str, scheme: str) -> None:
    page = open_page(articles, view)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    assert page.evaluate(PALE) == []


def test_the_measure_of_contrast_finds_pale_text(open_page: Callable[..., Page], articles: list[ArticleRecord]) -> None:
    page = open_page(articles)
    page.evaluate("document.querySelector('h1').style.color = '#aaa'")
    assert len(page.evaluate(PALE)) >= 1


def test_hits_are_announced(open_page: Callable[..., Page], articles: list[ArticleRecord]) -> None:
    status = open_page(articles).get_by_role("status")
    assert status.get_attribute("aria-live") == "polite"
    assert status.inner_text() == "発言 6 / 6 件 · 記事 2 本"


def test_nothing_moves_for_who_asks_for_that(open_page: Callable[..., Page], articles: list[ArticleRecord]) -> None:
    page = open_page(articles)
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('.hit')).transitionDuration") == "0s"


@pytest.mark.parametrize("view", VIEWS)
def test_a_small_screen_does_not_scroll_sideways(
    open_page: Callable[..., Page], articles: list[ArticleRecord], view: str
) -> None:
    page = open_page(articles, view)
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
