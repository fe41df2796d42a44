"""Plain text, Markdown and titles."""

import pytest

from extractor.readers.plain import read_markdown, read_text
from extractor.readers.titles import with_title

BODY = "大統領は「会談は建設的だった」と述べた。\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("米ロ会談、15日に開催\n\n" + BODY, "米ロ会談、15日に開催", id="headline"),
        pytest.param("\n  \n首相「辞めない」\n" + BODY, "首相「辞めない」", id="after-blank-lines"),
        pytest.param("2025年8月17日(日) 18:00\n首相が会見\n" + BODY, "首相が会見", id="after-a-date"),
        pytest.param("首相は会見した。\n" + BODY, None, id="sentence"),
        pytest.param("首相は「辞めない。」\n" + BODY, None, id="sentence-in-quotes"),
        pytest.param("\u3000首相は会見で\n" + BODY, None, id="indented-paragraph"),
        pytest.param("首相が会見\n", None, id="nothing-follows"),
        pytest.param("長い見出し" * 20 + "\n" + BODY, None, id="too-long"),
    ],
)
def test_title_of_plain_text(text: str, title: str | None) -> None:
    draft = read_text(text)
    assert (draft.title, draft.text) == (title, text)


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        pytest.param("# 首相が会見\n\n" + BODY, "首相が会見", None, id="heading"),
        pytest.param("国際\n\n## 米ロ会談 ##\n# 次\n", "米ロ会談", None, id="first-of-any-level"),
        pytest.param("#ハッシュタグ\n" + BODY, None, None, id="no-heading"),
        pytest.param(
            '---\ntitle: "首相が会見"\ndate: 2025-08-17\n---\n# 見出し\n' + BODY,
            "首相が会見",
            "2025-08-17",
            id="front-matter",
        ),
        pytest.param("---\nlayout: post\n---\n# 見出し\n" + BODY, "見出し", None, id="front-matter-without-title"),
    ],
)
def test_markdown(text: str, title: str | None, published: str | None) -> None:
    draft = read_markdown(text)
    assert (draft.title, draft.published, draft.text) == (title, published, text)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        pytest.param("首相が会見", "本文。", "首相が会見\n本文。", id="put-before"),
        pytest.param(None, "本文。", "本文。", id="no-title"),
        pytest.param(" ", "本文。", "本文。", id="blank-title"),
        pytest.param("首相が会見", "首相が会見\n本文。", "首相が会見\n本文。", id="already-there"),
        pytest.param("首相が会見", "# 首相が会見\n本文。", "# 首相が会見\n本文。", id="already-there-as-heading"),
        pytest.param("首相が会見", "国際\n首相が会見\n本文。", "国際\n首相が会見\n本文。", id="in-the-first-lines"),
        pytest.param("首相が会見", "首相が会見した。", "首相が会見\n首相が会見した。", id="only-the-same-words"),
        pytest.param("首相が\n会見", "本文。", "首相が 会見\n本文。", id="title-over-two-lines"),
    ],
)
def test_with_title(title: str | None, body: str, expected: str) -> None:
    assert with_title(title, body) == expected
