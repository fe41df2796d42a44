"""From paths to articles as a whole: outcomes, options, standard input."""

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.article import Article, article_id
from extractor.errors import ArticleError
from extractor.readers import ReadFailure, ReadOptions, count_inputs, read_article, read_articles

TEXT = "首相が会見\n首相は「辞めない」と述べた。\n"


def _stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_a_text_file(tmp_path: Path) -> None:
    data = TEXT.replace("\n", "\r\n").encode("cp932")
    (tmp_path / "20250817.txt").write_bytes(data)
    article = read_article(tmp_path / "20250817.txt")
    assert article == Article(
        id=article_id("20250817.txt", TEXT),
        text=TEXT,
        title="首相が会見",
        published="2025-08-17",
        published_from="filename",
        source={
            "path": "20250817.txt",
            "format": "txt",
            "encoding": "cp932",
            "encoding_decided_by": "detected",
            "sha256": hashlib.sha256(data).hexdigest(),
        },
    )


def test_paths_in_records_do_not_say_where_the_folder_lies(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder / "sub").mkdir(parents=True)
        (tmp_path / folder / "sub" / "a.txt").write_text(TEXT, encoding="utf-8")
    first, second = read_article_of(tmp_path / "one"), read_article_of(tmp_path / "two")
    assert first == second
    assert first.source.path == "sub/a.txt"


def read_article_of(folder: Path) -> Article:
    (article,) = read_articles([folder])
    assert isinstance(article, Article)
    return article


def test_two_copies_in_a_folder_have_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    ids = [article.id for article in read_articles([tmp_path]) if isinstance(article, Article)]
    assert len(set(ids)) == 2


def test_there_is_an_outcome_for_everything(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.html").write_bytes(b"\x89PNG\0")
    (tmp_path / "d.json").write_text("{", encoding="utf-8")
    (tmp_path / "e.txt").write_text(TEXT, encoding="utf-8")
    paths = [tmp_path, "no.txt", __file__]
    found = list(read_articles(paths))
    kinds = [outcome.kind if isinstance(outcome, ReadFailure) else "article" for outcome in found]
    assert kinds == ["article", "empty", "binary", "json", "article", "missing", "format"]
    assert count_inputs(paths) == len(found)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)  # for root, chmod forbids nothing
    (failure,) = read_articles(tmp_path / "a.txt")
    assert isinstance(failure, ReadFailure)
    assert (failure.kind, failure.message) == (
        "unreadable",
        f"{tmp_path}/a.txt: not permitted to read it; change its permissions",
    )


def test_options_reach_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("ｱﾒﾘｶ".encode("cp932"))
    article = read_article(tmp_path / "a.txt", ReadOptions(encoding="Shift_JIS", published="令和7年8月17日"))
    assert (article.text, article.source.encoding, article.source.encoding_decided_by) == ("ｱﾒﾘｶ", "cp932", "option")
    assert (article.published, article.published_from) == ("2025-08-17", "option")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"encoding": "no-such"}, "encoding 'no-such': not known; use utf-8, cp932, euc-jp"),
        ({"published": "昨日"}, "published '昨日': not a date; write it like 2025-08-17"),
        ({"fields": {"honbun": "text"}}, "field 'honbun': not one of ours; use text, body"),
    ],
    ids=["encoding", "published", "fields"],
)
def test_wrong_options_are_told_at_once(options: dict[str, str], message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        ReadOptions(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "formats"),
    [
        pytest.param(TEXT.encode("euc_jp"), ["txt"], id="text"),
        pytest.param(b'{"text": "a"}', ["json"], id="object"),
        pytest.param(b'[{"text": "a"}, {"text": "b"}]', ["json", "json"], id="array"),
        pytest.param(b'{"text": "a"}\n{"text": "b"}\n', ["jsonl", "jsonl"], id="lines"),
        pytest.param("[速報]首相が会見".encode(), ["txt"], id="text-with-a-bracket"),
        pytest.param(
            "<!doctype html><meta charset=euc-jp><p>首相は「辞めない」と述べた。会見は続いた。</p>".encode("euc_jp"),
            ["html"],
            id="page",
        ),
    ],
)
def test_standard_input_shows_its_format(monkeypatch: pytest.MonkeyPatch, data: bytes, formats: list[str]) -> None:
    _stdin(monkeypatch, data)
    found = list(read_articles(["-"]))
    assert [outcome.source.format for outcome in found if isinstance(outcome, Article)] == formats


def test_standard_input_is_read_when_its_turn_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    found = read_articles([tmp_path / "a.txt", "-"])
    next(found)
    _stdin(monkeypatch, "二つ目。".encode())
    article = next(found)
    assert isinstance(article, Article)
    assert (article.source.path, article.text) == ("-", "二つ目。")


def test_failure_of_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, b"")
    (failure,) = read_articles("-")
    assert failure == ReadFailure("-", "empty", "standard input: there is no text in it; leave it out")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("a.jsonl", '{"text": "一"}\n{"text": "二"}\n', "more than one article in it", id="two"),
        pytest.param("a.txt", "", "a.txt: there is no text in it", id="empty"),
        pytest.param("folder/a.txt", TEXT, "a folder, not an article", id="folder"),
    ],
)
def test_read_article_raises(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ArticleError, match=message):
        read_article(tmp_path / name.split("/", maxsplit=1)[0])


LETTERS = st.characters(codec="cp932", exclude_categories=["Cc", "Co"], exclude_characters="¢£¬‖−〜")


@settings(deadline=None, max_examples=30)
@given(st.text(LETTERS | st.just("\n"), min_size=1).filter(str.strip), st.sampled_from(["utf-8", "utf-16", "cp932"]))
def test_what_is_written_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, text: str, encoding: str) -> None:
    path = tmp_path_factory.mktemp("written") / "a.txt"
    path.write_bytes(text.encode(encoding))
    article = read_article(path, ReadOptions(encoding=encoding if encoding == "cp932" else None))
    assert article.text == text


def test_importing_is_light() -> None:
    heavy = "{'lxml', 'trafilatura', 'charset_normalizer', 'spacy'}"
    code = f"import sys, extractor.readers; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
