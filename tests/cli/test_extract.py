"""``hatsugen extract``: where output goes, exit codes, and what is said on standard error."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

Run = Any


@pytest.fixture(autouse=True)
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("首相は「行く」と述べた。\n", encoding="utf-8")
    (folder / "a.md").write_text("首相は「帰る」と述べた。\n", encoding="utf-8")
    (folder / "sub" / "b.txt").write_text("首相は「待つ」と述べた。\n", encoding="utf-8")
    return folder


PATHS = ["a.md", "a.txt", "sub/b.txt"]


def paths_in(lines: str) -> list[str]:
    return [json.loads(line)["source"]["path"] for line in lines.splitlines()]


def test_a_file_is_json_lines(run: Run, tmp_path: Path) -> None:
    result = run("extract", "articles", "-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert paths_in((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == PATHS
    assert "3 articles, 3 statements" in result.stderr


@pytest.mark.parametrize("arguments", [("-o", "-"), ()], ids=["asked-for", "by-default"])
def test_standard_output_holds_records_and_nothing_else(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("extract", "articles", *arguments)
    assert result.exit_code == 0
    assert paths_in(result.stdout) == PATHS


@pytest.mark.parametrize(
    "arguments", [("-o", "out.json"), ("-o", "out.x", "--format", "json")], ids=["ending", "option"]
)
def test_json_is_one_array(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run("extract", "articles", *arguments).exit_code == 0
    written = json.loads((tmp_path / arguments[1]).read_text(encoding="utf-8"))
    assert [record["source"]["path"] for record in written] == PATHS


def test_csv_has_a_row_a_statement(run: Run, tmp_path: Path) -> None:
    assert run("extract", "articles", "-o", "out.csv").exit_code == 0
    text = (tmp_path / "out.csv").read_bytes().decode("utf-8-sig")
    assert [row["path"] for row in csv.DictReader(io.StringIO(text, newline=""))] == PATHS


def test_a_folder_has_a_file_an_article(run: Run, tmp_path: Path) -> None:
    assert run("extract", "articles", "-o", "out/").exit_code == 0
    written = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.json"))
    assert written == [f"{path}.json" for path in PATHS]


def test_two_runs_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        run("extract", "articles", "-o", name)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_standard_input_is_read(run: Run) -> None:
    result = run("extract", "-", stdin="首相は「行く」と述べた。")
    assert result.exit_code == 0
    assert paths_in(result.stdout) == ["-"]


def test_options_reach_the_readers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"honbun": "首相は「行く」と述べた。"}', encoding="cp932")
    result = run("extract", "x.json", "--field", "text=honbun", "--encoding", "cp932", "--published", "2025-08-17")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["source"]["encoding"] == "cp932"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("gone.txt", None, "no such file", id="missing"),
        pytest.param("x.txt", b"", "no text in it", id="empty"),
        pytest.param("x.txt", b"\x89PNG\r\n\x1a\n\0\0", "PNG", id="binary"),
        pytest.param("x.txt", "これは爆発した。".encode(), "could not be analysed (RuntimeError: boom)", id="analysis"),
        pytest.param("x.jsonl", '{"text": "一"}\n{"text": \n'.encode(), "x.jsonl:2", id="line"),
        pytest.param("x.html", b"<html><body></body></html>", "no article found", id="html"),
    ],
)
def test_one_failed_article_is_named_and_the_rest_is_written(
    run: Run, tmp_path: Path, name: str, data: bytes | None, reason: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = run("extract", name, "articles", "-o", "out.jsonl")
    assert result.exit_code == 1
    assert set(PATHS) <= set(paths_in((tmp_path / "out.jsonl").read_text(encoding="utf-8")))
    first, summary = result.stderr.splitlines()
    assert first.startswith(f"hatsugen: {name}")
    assert reason in first
    assert "1 failed" in summary


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(["extract"], "Missing argument 'PATH'", id="no path"),
        pytest.param(["extract", "gone", "gone.txt"], "gone.txt: there is no such file", id="no path that exists"),
        pytest.param(["extract", "void"], "void: no file in it that we read", id="empty folder"),
        pytest.param(["extract", "articles", "-o", "out.doc"], "out.doc: no format has this ending", id="ending"),
        pytest.param(["extract", "articles", "-o", "out"], "out: no format has this ending", id="no ending"),
        pytest.param(["extract", "articles", "-o", "out/", "--format", "xlsx"], "a folder gets one JSON", id="folder"),
        pytest.param(["extract", "articles", "-o", "o.json", "--table", "mentions"], "json has no tables", id="table"),
        pytest.param(["extract", "articles", "--table", "speakers"], "'speakers' is not one of", id="table's name"),
        pytest.param(["extract", "articles", "--format", "xml"], "'xml' is not one of", id="format"),
        pytest.param(["extract", "articles", "--field", "honbun"], "--field honbun: write it like", id="field"),
        pytest.param(["extract", "articles", "--field", "texto=a"], "'texto': not one of ours", id="field's name"),
        pytest.param(["extract", "articles", "--encoding", "klingon"], "'klingon': not known", id="encoding"),
        pytest.param(["extract", "articles", "--published", "soon"], "'soon': not a date", id="date"),
        pytest.param(["extract", "articles", "--colour"], "No such option", id="option"),
        pytest.param(["extract", "articles", "-o", "articles/o.jsonl"], "lies in articles, which is read", id="inside"),
        pytest.param(["extract", "articles", "-o", "articles/sub"], "lies in articles, which is read", id="inside too"),
        pytest.param(["extract", "articles", "-o", "blocked/o.jsonl"], "blocked", id="cannot be written"),
        pytest.param(["extract", "articles", "-o", ""], "-o is empty", id="empty output"),
        pytest.param(["frobnicate"], "No such command", id="command"),
    ],
)
def test_wrong_use_ends_with_2_and_one_reason(run: Run, tmp_path: Path, arguments: list[str], reason: str) -> None:
    (tmp_path / "void").mkdir()
    (tmp_path / "blocked").write_text("a file, not a folder", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_an_output_that_exists_stays_when_the_use_is_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("old", encoding="utf-8")
    assert run("extract", "gone.txt", "-o", "out.jsonl").exit_code == 2
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "old"


def test_an_output_that_exists_stays_when_every_article_failed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("old", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert run("extract", "empty.txt", "-o", "out.jsonl").exit_code == 1
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "old"


def test_what_is_odd_about_an_article_is_a_line_and_no_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("見出し\n\n首相は「行く。外相は「帰る」と述べた。\n", encoding="utf-8")
    result = run("extract", "odd.txt")
    assert result.exit_code == 0
    odd, _ = result.stderr.splitlines()
    assert odd == "hatsugen: odd.txt: line 3: a 「 is never closed; it is read up to the end of its sentence or line"


def test_csv_beside_the_articles_is_no_article_and_may_be_written(run: Run) -> None:
    assert run("extract", "articles", "-o", "articles/out.csv").exit_code == 0


def test_failures_are_listed_beside_the_output(run: Run, tmp_path: Path, articles: Path) -> None:
    (articles / "z.txt").write_text("爆発。\n", encoding="utf-8")
    result = run("extract", "articles", "-o", "out.jsonl")
    assert result.exit_code == 1
    assert "1 failed (see out.errors.jsonl)" in result.stderr
    (error,) = map(json.loads, (tmp_path / "out.errors.jsonl").read_text(encoding="utf-8").splitlines())
    assert error == {
        "path": "z.txt",
        "kind": "analysis",
        "message": "z.txt: could not be analysed (RuntimeError: boom); please report it with the article",
        "stage": "analysis",
    }
    (articles / "z.txt").unlink()
    assert run("extract", "articles", "-o", "out.jsonl").exit_code == 0
    assert not (tmp_path / "out.errors.jsonl").exists()


@pytest.mark.parametrize(
    ("output", "listed"),
    [("out.json", "out.errors.jsonl"), ("sub/out.csv", "sub/out.errors.jsonl"), ("out/", "out.errors.jsonl")],
)
def test_the_list_of_failures_has_the_name_of_the_output(
    run: Run, tmp_path: Path, articles: Path, output: str, listed: str
) -> None:
    (articles / "z.txt").write_text("爆発。\n", encoding="utf-8")
    assert run("extract", "articles", "-o", output).exit_code == 1
    assert [file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.errors.jsonl")] == [listed]


def test_standard_output_has_no_list_of_failures(run: Run, tmp_path: Path, articles: Path) -> None:
    (articles / "z.txt").write_text("爆発。\n", encoding="utf-8")
    assert run("extract", "articles").exit_code == 1
    assert list(tmp_path.iterdir()) == [articles]


@pytest.mark.parametrize("seconds", ["0", "-1", "nan"])
def test_no_time_at_all_is_refused(run: Run, seconds: str) -> None:
    result = run("extract", "articles", "--timeout", seconds)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"hatsugen: --timeout {seconds}: ")


@pytest.mark.parametrize(
    ("output", "page"), [("out.jsonl", "out.html"), ("out.json", "out.html"), ("out/", "out/report.html")]
)
def test_a_page_to_read_lies_beside_the_records(run: Run, tmp_path: Path, output: str, page: str) -> None:
    assert run("extract", "articles", "-o", output, "--report").exit_code == 0
    text = (tmp_path / page).read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "a.txt" in text


@pytest.mark.parametrize("arguments", [(), ("-o", "out.csv"), ("-o", "-")], ids=" ".join)
def test_a_page_of_what_cannot_be_read_back_is_refused(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = run("extract", "articles", *arguments, "--report")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--report needs records to read back" in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"articles"}


def test_a_page_never_takes_the_place_of_an_article(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<p>首相は「行く」と述べた。</p>", encoding="utf-8")
    result = run("extract", "a.html", "-o", "a.jsonl", "--report")
    assert result.exit_code == 2
    assert "a.html lies in a.html, which is read" in result.stderr
    assert page.read_text(encoding="utf-8").startswith("<p>")
