"""JSON and JSON Lines: fields, numbers of articles, and what is said of each that cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.article import Article, article_id
from extractor.readers import ReadFailure, ReadOptions, read_articles

TEXT = "首相は「辞めない」と述べた。"


def _read(path: Path, data: str | bytes, **options: Any) -> list[Article | ReadFailure]:
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return list(read_articles([path], ReadOptions(**options)))


def _lines(*values: Any) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param({"text": TEXT}, TEXT, id="text"),
        pytest.param({"body": TEXT}, TEXT, id="body"),
        pytest.param({"title": "首相会見", "body": TEXT}, f"首相会見\n{TEXT}", id="title-and-body"),
        pytest.param({"title": "首相会見", "text": TEXT}, f"首相会見\n{TEXT}", id="title-and-text"),
        pytest.param({"title": "首相会見", "text": f"首相会見\n{TEXT}"}, f"首相会見\n{TEXT}", id="title-in-text"),
        pytest.param({"text": f"一\r\n{TEXT}\r二"}, f"一\n{TEXT}\n二", id="line-breaks"),
        pytest.param({"text": "𠮷野家は述べた。"}, "𠮷野家は述べた。", id="beyond-the-first-plane"),
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False], ids=["escaped", "as-is"])
def test_text(tmp_path: Path, value: dict[str, str], text: str, ascii_only: bool) -> None:
    (article,) = _read(tmp_path / "a.json", json.dumps(value, ensure_ascii=ascii_only))
    assert isinstance(article, Article)
    assert article.text == text


def test_half_a_pair_is_no_character(tmp_path: Path) -> None:
    (article,) = _read(tmp_path / "a.json", r'{"text": "半分\ud842だけ。"}')
    assert isinstance(article, Article)
    assert article.text == "半分\ufffdだけ。"


def test_fields_of_one_object(tmp_path: Path) -> None:
    value = {
        "text": TEXT,
        "title": " 首相会見 ",
        "published": "2025/08/17 09:30",
        "url": "https://news.example.jp/1",
        "publisher": "見本新聞",
        "id": 17,
        "more": {"ignored": True},
    }
    (article,) = _read(tmp_path / "a.json", json.dumps(value))
    assert isinstance(article, Article)
    assert (article.id, article.title, article.publisher) == ("17", "首相会見", "見本新聞")
    assert (article.published, article.published_from) == ("2025-08-17T09:30:00", "metadata")
    assert (article.source.path, article.source.format) == ("a.json", "json")
    assert article.url == "https://news.example.jp/1"


def test_without_an_id_path_and_text_make_one(tmp_path: Path) -> None:
    (article,) = _read(tmp_path / "a.jsonl", _lines({"text": TEXT, "id": None}))
    assert isinstance(article, Article)
    assert article.id == article_id("a.jsonl#1", TEXT)


def test_an_array_is_an_article_each(tmp_path: Path) -> None:
    found = _read(tmp_path / "a.json", json.dumps([{"text": "一。"}, {"text": "二。"}]))
    assert [article.source.path for article in found if isinstance(article, Article)] == ["a.json#1", "a.json#2"]


@pytest.mark.parametrize(
    ("fields", "value", "text"),
    [
        pytest.param({"text": "honbun"}, {"honbun": TEXT, "body": "別"}, TEXT, id="text"),
        pytest.param({"body": "honbun"}, {"honbun": TEXT, "text": "別"}, TEXT, id="body-before-our-own-text"),
        pytest.param({"title": "midashi"}, {"text": TEXT, "midashi": "会見"}, f"会見\n{TEXT}", id="title"),
        pytest.param({"title": ""}, {"text": TEXT, "title": "会見"}, TEXT, id="title-not-wanted"),
    ],
)
def test_other_names(tmp_path: Path, fields: dict[str, str], value: dict[str, str], text: str) -> None:
    (article,) = _read(tmp_path / "a.jsonl", _lines(value), fields=fields)
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("line", "kind", "message"),
    [
        pytest.param('{"text": "一。"', "json", "a.jsonl:3: no JSON (column ", id="broken"),
        pytest.param('"一。"', "json", "a.jsonl:3: a string where an article was expected", id="string"),
        pytest.param("[]", "json", "a.jsonl:3: an array where an article", id="array"),
        pytest.param("null", "json", "a.jsonl:3: null where an article", id="null"),
        pytest.param('{"text": ["一。"]}', "json", "a.jsonl:3: field 'text' is an array; make it a string", id="list"),
        pytest.param('{"text": " "}', "empty", "a.jsonl:3: field 'text' is empty", id="blank"),
        pytest.param(
            '{"honbun": "一。", "n": 1}',
            "no-article",
            "a.jsonl:3: no field 'text' or 'body' (fields: honbun, n); say which one holds the text",
            id="no-text",
        ),
        pytest.param(f'{{"text": "一。", "id": {"9" * 5000}}}', "json", "a.jsonl:3: a number too long", id="digits"),
        pytest.param("[" * 100_000, "json", "a.jsonl:3: brackets too deep", id="too-deep"),
    ],
)
def test_a_broken_line_does_not_stop_the_others(tmp_path: Path, line: str, kind: str, message: str) -> None:
    path = tmp_path / "a.jsonl"
    first, failure, last = _read(path, f"\n{_lines({'text': '一。'})}{line}\n{_lines({'text': '二。'})}")
    assert isinstance(failure, ReadFailure)
    assert (failure.kind, failure.path) == (kind, f"{path}#3")
    assert message in failure.message
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.text, last.text, last.source.path) == ("一。", "二。", "a.jsonl#4")


@pytest.mark.parametrize(
    ("data", "kind", "message"),
    [
        pytest.param("[]", "empty", "a.json: there is no article in it", id="empty-array"),
        pytest.param("", "empty", "a.json: there is no text in it", id="empty-file"),
        pytest.param('{\n"text": 一}', "json", "a.json: no JSON (line 2, column 9: ", id="broken"),
        pytest.param('[{"text": 1}]', "json", "a.json#1: field 'text' is a number", id="in-an-array"),
    ],
)
def test_json_failures(tmp_path: Path, data: str, kind: str, message: str) -> None:
    (failure,) = _read(tmp_path / "a.json", data)
    assert isinstance(failure, ReadFailure)
    assert failure.kind == kind
    assert message in failure.message


@pytest.mark.parametrize(
    ("encoding", "name", "decided_by"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8-sig", "utf-8", "bom"),
        ("cp932", "cp932", "detected"),
        ("euc_jp", "euc-jp", "detected"),
        ("iso2022_jp", "iso-2022-jp", "escape"),
        ("utf-16", "utf-16-le", "bom"),
        ("utf-16-be", "utf-16-be", "detected"),
    ],
)
def test_lines_in_every_encoding(tmp_path: Path, encoding: str, name: str, decided_by: str) -> None:
    texts = [TEXT, "大統領は会談した。"]
    found = _read(tmp_path / "a.jsonl", _lines(*({"text": text} for text in texts)).encode(encoding))
    assert [article.text for article in found if isinstance(article, Article)] == texts
    sources = {(a.source.encoding, a.source.encoding_decided_by) for a in found if isinstance(a, Article)}
    assert sources == {(name, decided_by)}


def test_a_line_in_another_encoding_is_read_by_itself(tmp_path: Path) -> None:
    data = _lines({"text": "一。"}).encode() + _lines({"text": TEXT}).encode("cp932")
    first, second = _read(tmp_path / "a.jsonl", data)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.source.encoding, second.source.encoding, second.text) == ("utf-8", "cp932", TEXT)


@pytest.mark.parametrize(("data", "kind"), [(b"", "empty"), (b"\x89PNG\0\0", "binary")], ids=["empty", "binary"])
def test_lines_of_nothing(tmp_path: Path, data: bytes, kind: str) -> None:
    (failure,) = _read(tmp_path / "a.jsonl", data)
    assert isinstance(failure, ReadFailure)
    assert failure.kind == kind


def test_our_own_records_can_be_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<title>首相会見</title><p>首相は「辞めない」と述べた。会見は続いた。</p>", encoding="utf-8"
    )
    (article,) = read_articles([tmp_path / "a.html"])
    assert isinstance(article, Article)
    (again,) = _read(tmp_path / "b.jsonl", article.model_dump_json() + "\n")
    assert isinstance(again, Article)
    assert (again.id, again.text, again.title) == (article.id, article.text, article.title)
