"""``hatsugen show``: a table that fits, of articles or of records."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from extractor.cli.tables import table_console
from extractor.records import ArticleRecord, Speaker, SpeakerKind
from extractor.writers.jsonl import write_jsonl

Run = Any


@pytest.fixture
def shown(run: Run, tmp_path: Path) -> Callable[..., str]:
    def show(*records: ArticleRecord) -> str:
        with (tmp_path / "r.jsonl").open("wb") as stream:
            write_jsonl(records, stream)
        result = run("show", "r.jsonl")
        assert (result.exit_code, result.stderr) == (0, "")
        return str(result.stdout)

    return show


def test_an_article_is_a_heading_and_a_row_a_statement(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("見出し\n\n首相は「行く」と述べた。\n", encoding="utf-8")
    result = run("show", "a.txt")
    assert result.exit_code == 0
    assert "a.txt" in result.stdout
    assert "speaker" in result.stdout
    row = next(line for line in result.stdout.splitlines() if "語った" in line)
    assert row.split() == ["ルビオ米国務長官", "語った", "会談で議論の一部になるだろう", "direct"]
    assert result.stdout.endswith("1 article, 1 statement (1 with a speaker)\n")


def test_records_are_shown_as_they_are(shown: Callable[..., str], make_record: Callable[..., ArticleRecord]) -> None:
    text = shown(make_record(path="x/y.txt", title="会談の行方"), make_record(path="z.txt"))
    assert text.splitlines()[:2] == ["会談の行方", "x/y.txt · 2025-08-17"]
    assert "2 articles, 2 statements" in text


def test_a_long_table_fits_its_width_and_ends_without_blanks(
    shown: Callable[..., str], make_record: Callable[..., ArticleRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (40, 60, 100, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        *lines, _ = shown(make_record(content="首脳会談の" * 40, title="題")).splitlines()
        assert max(map(cell_len, lines)) <= columns
        assert [line for line in lines if line.endswith(" ")] == []
        assert "".join(lines).count("脳") == 40


@pytest.mark.parametrize(
    ("speaker", "shown_as"),
    [
        pytest.param(
            Speaker(entity="e1", text="同氏", start=0, end=2, kind=SpeakerKind.ANAPHOR), "同氏 = ルビオ", id="anaphor"
        ),
        pytest.param(Speaker(entity="e1", text="ルビオ", kind=SpeakerKind.IMPLICIT), "(ルビオ)", id="implicit"),
        pytest.param(Speaker(text="関係者", start=0, end=3, kind=SpeakerKind.GENERIC), "関係者", id="generic"),
        pytest.param(None, "–", id="nobody"),
    ],
)
def test_a_speaker_is_shown_by_its_kind(
    shown: Callable[..., str], record: ArticleRecord, speaker: Speaker | None, shown_as: str
) -> None:
    statement = record.statements[0].model_copy(update={"speakers": (speaker,) if speaker else (), "cue": None})
    row = next(
        line for line in shown(record.model_copy(update={"statements": (statement,)})).splitlines() if "direct" in line
    )
    assert row.strip().startswith(f"{shown_as}  ")


def test_what_an_article_holds_does_not_drive_the_terminal(
    shown: Callable[..., str], make_record: Callable[..., ArticleRecord]
) -> None:
    text = shown(make_record(content="赤\x1b[31mい\nと\u2028[bold]b[/bold]:smile:", title="\x1b]0;x\x07"))
    assert "\x1b" not in text
    assert "\u2028" not in text
    assert "[bold]b[/bold]:smile:" in text


def test_an_article_without_statements_says_so(shown: Callable[..., str], record: ArticleRecord) -> None:
    assert "no statements" in shown(record.model_copy(update={"statements": ()}))


def test_a_failure_is_named_and_the_rest_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("首相は「行く」と述べた。\n", encoding="utf-8")
    result = run("show", "a.txt", "gone.txt")
    assert result.exit_code == 1
    assert "語った" in result.stdout
    assert "hatsugen: gone.txt: " in result.stderr


def test_a_broken_line_of_records_ends_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"schema_version": "9.9"}\n', encoding="utf-8")
    result = run("show", "r.jsonl")
    assert result.exit_code == 2
    assert result.stderr.startswith("hatsugen: r.jsonl: line 1: not a record of this version")
    assert result.stderr.count("\n") == 1


def test_a_closed_pipe_is_left_to_the_command() -> None:
    with pytest.raises(BrokenPipeError):
        table_console().on_broken_pipe()
