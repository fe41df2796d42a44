"""Lines that head a section."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.components.headings import LONGEST, Headings, find_headings
from extractor.layers import Heading, read_layer

BODY = "雨が降り続いた。\n"


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        pytest.param("国会の一日\n\n" + BODY, ["国会の一日"], id="title"),
        pytest.param(BODY + "\n税をめぐって\n" + BODY, ["税をめぐって"], id="between-sentences"),
        pytest.param("## 税をめぐって\n" + BODY, ["税をめぐって"], id="markdown"),
        pytest.param(BODY + "■ 税をめぐって\n次も短い\n" + BODY, ["税をめぐって"], id="mark-needs-no-blank-line"),
        pytest.param("【税をめぐって】\n" + BODY, ["税をめぐって"], id="brackets"),
        pytest.param("＜税をめぐって＞\n" + BODY, ["税をめぐって"], id="angle-brackets"),
        pytest.param("第二章 税をめぐって\n" + BODY, ["税をめぐって"], id="chapter"),
        pytest.param("　税をめぐって　\n" + BODY, ["税をめぐって"], id="blanks-around"),
        pytest.param("■ 雨が降り続いた。\n" + BODY, [], id="a-marked-sentence-is-none"),
        pytest.param("【速報】雨が降り続いた。\n" + BODY, [], id="a-label-before-a-sentence-is-none"),
        pytest.param("・一つ目\n・二つ目\n" + BODY, [], id="bullets-are-none"),
        pytest.param("りんご\nみかん\nなし\n" + BODY, [], id="a-list-is-none"),
        pytest.param("（1）りんご\n" + BODY, [], id="numbered-items-are-none"),
        pytest.param(BODY + "\n令和７年８月１７日\n" + BODY, [], id="a-date-is-none"),
        pytest.param(BODY + "\n2025-08-17 09:30\n" + BODY, [], id="a-date-in-digits-is-none"),
        pytest.param(BODY + "\n2025年の展望\n" + BODY, ["2025年の展望"], id="a-year-is-no-date"),
        pytest.param("税" * (LONGEST + 1) + "\n" + BODY, [], id="too-long"),
        pytest.param(BODY + "終わり", [], id="nothing-stands-under-the-last-line"),
        pytest.param("■\n" + BODY, [], id="a-mark-alone"),
        pytest.param("", [], id="empty"),
    ],
)
def test_headings(text: str, headings: list[str]) -> None:
    assert [text[heading.start : heading.end] for heading in find_headings(text)] == headings


def test_the_component_writes_what_is_found(ja_doc: Callable[..., Doc]) -> None:
    doc = Headings()(ja_doc("国会 の 一日 ⏎ ⏎ 雨 が 降っ た 。 ⏎"))
    assert read_layer(doc, Heading) == (Heading(0, 5),)
