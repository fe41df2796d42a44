"""A browser for the page: HATSUGEN_BROWSER names one, or says that one is required; else what the PATH has."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from extractor.records import (
    About,
    Act,
    ArticleRecord,
    Cue,
    DateAnchor,
    DecidedBy,
    Entity,
    EntityType,
    Form,
    Mention,
    MentionKind,
    Precision,
    SaidDate,
    Source,
    Speaker,
    SpeakerKind,
    Stance,
    StanceValue,
    Statement,
    TextSpan,
)
from extractor.report import TopicName, write_report

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TOPICS = {"tax": TopicName("増税", "Tax rise")}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    wish = os.environ.get("HATSUGEN_BROWSER", "")
    found = wish if wish not in {"", "required"} else next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        (pytest.fail if wish else pytest.skip)("no Chromium on the PATH; install it, or name one in HATSUGEN_BROWSER")
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        except PlaywrightError as error:
            (pytest.fail if wish else pytest.skip)(f"{found} does not start: {error}")
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open the page of records; that it logs, raises or requests anything fails the test."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    complaints: list[str] = []

    def open_page(records: Iterable[ArticleRecord], hash_: str = "", **options: str) -> Page:
        path = tmp_path / "page.html"
        with path.open("wb") as stream:
            write_report(records, stream, topics=TOPICS, **options)
        page = context.new_page()
        page.set_default_timeout(30_000)  # ms
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))
        page.goto(f"{path.as_uri()}{hash_}")
        return page

    yield open_page
    context.close()
    assert complaints == []


def span(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def make_article(key: str, day: str, stance: StanceValue, *, title: str = "見出し") -> ArticleRecord:
    """佐藤 says that 田中 said something; the inner statement stands inside the outer one. 𠮷 is two UTF-16 units."""
    text = (
        f"{title}\n😀𠮷野家で佐藤首相は12日、「田中氏は『増税に反対だ』と言った」と語った。関係者は話した：始まる。\n"
    )
    outer, inner = "田中氏は『増税に反対だ』と言った", "増税に反対だ"
    entities = tuple(
        Entity(
            id=f"e{number}",
            type=EntityType.PERSON,
            name=name,
            mentions=(Mention(**span(text, name), kind=MentionKind.NAME),),
        )
        for number, name in enumerate(("佐藤", "田中"), 1)
    )
    about = About(**span(text, "増税"), topic="tax", stance=Stance(**span(text, "反対だ"), value=stance))
    said = SaidDate(**span(text, "12日"), value=day, precision=Precision.DAY, anchor=DateAnchor.PUBLISHED)

    def statement(number: int, content: str, cue: str, **more: object) -> Statement:
        return Statement(
            id=f"s{number}",
            content=(TextSpan(**span(text, content)),),
            cue=Cue(**span(text, cue), lemma=cue),
            decided_by=DecidedBy(content="quote", speaker="topic"),
            **{"form": Form.DIRECT, "act": Act.ASSERT, "confidence": 0.9, **more},
        )

    sato = Speaker(entity="e1", **span(text, "佐藤首相"), kind=SpeakerKind.NAMED)
    tanaka = Speaker(entity="e2", **span(text, "田中氏"), kind=SpeakerKind.NAMED)
    sources = Speaker(**span(text, "関係者"), kind=SpeakerKind.GENERIC)
    return ArticleRecord(
        id=key,
        source=Source(path=f"{key}.txt", format="txt", sha256="0" * 64),
        title=title,
        published="2026-11-15",
        text=text,
        entities=entities,
        statements=(
            statement(1, outer, "語った", speakers=(sato,), date=said, about=(about,)),
            statement(2, inner, "言った", speakers=(tanaka,), within="s1", act=Act.DENY),
            statement(3, "始まる", "話した", speakers=(sources,), form=Form.INDIRECT, confidence=0.4),
        ),
    )


@pytest.fixture
def articles() -> list[ArticleRecord]:
    """Two articles of three statements; 佐藤 is against the tax first and for it later."""
    return [
        make_article("a", "2026-11-12", StanceValue.OPPOSE, title="反対の記事"),
        make_article("b", "2026-12-01", StanceValue.SUPPORT, title="賛成の記事"),
    ]


@pytest.fixture(name="make_article")
def make_article_fixture() -> Callable[..., ArticleRecord]:
    return make_article
