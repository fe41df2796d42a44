"""The library: articles in, records out."""

import json
import time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.api import Extractor
from extractor.article import Article
from extractor.errors import ModelError
from extractor.records import ArticleRecord

TEXT = "山田花子氏は「税金は上げない」と述べた。\n"

pytestmark = pytest.mark.ginza


def said(record: ArticleRecord) -> list[str]:
    return [piece.text for statement in record.statements for piece in statement.content]


def test_a_string_is_an_article(extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract(TEXT)
    assert said(record) == ["税金は上げない"]
    assert record.text == TEXT
    assert record == extractor_loaded.extract(Article.from_text(TEXT))


def test_what_is_known_of_an_article_is_in_its_record(extractor_loaded: Extractor) -> None:
    article = Article.from_text(TEXT, title="国会の一日", published="2025-08-17")
    record = extractor_loaded.extract(article)
    for field in ("id", "title", "published", "published_from", "url", "publisher", "source"):
        assert getattr(record, field) == getattr(article, field)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\u3000\n", id="blanks"),
        pytest.param("。" * 50, id="full-stops"),
        pytest.param("」」「「", id="brackets"),
        pytest.param("\ud800\udfff\0\ufeff", id="no-characters"),
        pytest.param("Nothing here is Japanese, he said.", id="english"),
        pytest.param("と述べた。", id="cue-alone"),
        pytest.param("「」と述べた。", id="nothing-quoted"),
        pytest.param("によると。", id="source-alone"),
        pytest.param("と、", id="marker-alone"),
        pytest.param("・\n■\n#\n", id="marks-alone"),
        pytest.param("<b>首相は&nbsp;「行く」と述べた。</b>", id="markup"),
    ],
)
def test_any_text_has_a_record(extractor_loaded: Extractor, text: str) -> None:
    assert extractor_loaded.extract(text).text == Article.from_text(text).text


PIECES = (
    *"「」『』（）、。\n　と・■•",
    "山田花子氏は",
    "米国が",
    "同氏",
    "によると",
    "増税しない",
    "反対",
    "との見方",
    "よう",
    "ことを",
    "として",
    "次のように",
    "述べた",
    "強調",
    "求めた",
    "批判し",
    "明らかにした",
    "を示した",
    "という",
    "18日",
    "ﾊﾞｲﾃﾞﾝ",
)


@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
@example(pieces=["」", "との見方", "と"])  # nothing opens the bracket, and nothing stands before it
@example(pieces=["山田花子氏は", "。", "」", "との見方", "と"])
@example(pieces=["首相", "『", "』", "」", "によると", "『", "によると"])
@example(pieces=["看板に", "「", "」", "と書かれた", "商品"])
def test_any_words_in_any_order_have_a_record(extractor_loaded: Extractor, pieces: list[str]) -> None:
    """Whatever a text does to the rules, its spans are slices: ``extract`` checks them."""
    text = "".join(pieces)
    assert extractor_loaded.extract(text).text == text


def test_many_articles_come_out_in_their_order(extractor_loaded: Extractor) -> None:
    texts = [TEXT.replace("税金", word) for word in ("家賃", "運賃", "学費")]
    assert [said(record) for record in extractor_loaded.extract_many(texts)] == [
        ["家賃は上げない"],
        ["運賃は上げない"],
        ["学費は上げない"],
    ]


def test_a_record_outlives_the_articles_after_it(extractor_loaded: Extractor) -> None:
    first, *_ = records = list(extractor_loaded.extract_many([TEXT, "雨が降った。", TEXT]))
    assert first == records[2]
    assert first.statements[0].speakers[0].text == "山田花子氏"


def test_half_a_character_becomes_a_replacement(extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract("首相は「\ud842行く」と述べた。")
    assert record.text == "首相は「\ufffd行く」と述べた。"
    assert json.loads(record.model_dump_json())["text"] == record.text


@pytest.mark.parametrize("article", [None, 5, "首相は述べた。".encode()], ids=["none", "number", "bytes"])
def test_what_is_no_article_is_refused(extractor_loaded: Extractor, article: Any) -> None:
    with pytest.raises(TypeError, match="where a string or an Article was expected"):
        extractor_loaded.extract(article)


def test_one_string_is_not_many_articles(extractor_loaded: Extractor) -> None:
    with pytest.raises(TypeError, match="iterable of articles"):
        next(extractor_loaded.extract_many("首相は述べた。"))


def test_a_name_stands_as_the_article_writes_it(extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract("ＮＡＴＯのﾊﾞｲﾃﾞﾝ氏は「行く」と述べた。")
    assert {entity.name for entity in record.entities} == {"ＮＡＴＯ", "ﾊﾞｲﾃﾞﾝ"}


def test_a_rare_character_is_part_of_a_name(extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract("𠮷田一郎首相は「値上げは必要だ」と語った。")
    assert [entity.name for entity in record.entities] == ["𠮷田一郎"]


def test_a_model_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ModelError, match="ja_nowhere"):
        Extractor.load("ja_nowhere")


def article_of(size: int) -> str:
    """Return an article of about ``size`` bytes: statements, names and dates in every line, each line another."""
    line = "山田花子氏は{}日、「税金は上げない。歳出を見直す」と述べ、米国との協議を続けると強調した。\n"
    return "".join(line.format(number) for number in range(size // len(line.encode("utf-8"))))


@pytest.mark.parametrize("size", [30_000, pytest.param(200_000, marks=pytest.mark.slow)])
def test_time_is_about_linear_in_the_length(extractor_loaded: Extractor, size: int) -> None:
    """In seconds of this process, whatever else the machine does; two and a half times what is linear passes."""

    def seconds(text: str) -> float:
        start = time.process_time()
        assert extractor_loaded.extract(text).statements
        return time.process_time() - start

    short = size // 10
    assert seconds(article_of(size)) < 10 * min(seconds(article_of(short)) for _ in range(2)) * 2.5
