"""Which files are read for the paths that were asked for, in which order, and what is said where there are none."""

import os
from pathlib import Path

import pytest

from extractor.readers import ReadFailure, count_inputs
from extractor.readers.paths import find_inputs, printable


def _make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("本文。", encoding="utf-8")


def _names(*paths: str | Path) -> list[str]:
    return [found.kind if isinstance(found, ReadFailure) else found.name for found in find_inputs(paths)]


def test_a_folder_is_walked_in_the_order_of_its_paths(tmp_path: Path) -> None:
    _make(tmp_path, "b.txt", "a/2.txt", "a/10.txt", "a.txt", "か.md", "a-b/x.HTML", "c/d/e.jsonl", "f.json", "g.htm")
    expected = ["a/10.txt", "a/2.txt", "a-b/x.HTML", "a.txt", "b.txt", "c/d/e.jsonl", "f.json", "g.htm", "か.md"]
    assert _names(tmp_path) == expected


def test_hidden_and_unknown_are_passed_over(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "d.pdf", "e", "f.txt~")
    assert _names(tmp_path) == ["a.txt"]


def test_a_named_file_has_its_bare_name(tmp_path: Path) -> None:
    _make(tmp_path, "a/b.txt", "a/.c.txt")
    assert _names(tmp_path / "a" / "b.txt", tmp_path / "a" / ".c.txt") == ["b.txt", ".c.txt"]


def test_the_same_path_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path, "a/b.txt", "a/c.txt")
    monkeypatch.chdir(tmp_path)
    assert _names("a/b.txt", "./a/../a/b.txt", tmp_path, "a") == ["b.txt", "a/c.txt"]
    assert _names("-", "-") == ["-"]


def test_links_are_articles_of_their_own_but_no_circle_is_walked(tmp_path: Path) -> None:
    _make(tmp_path, "a/b.txt")
    (tmp_path / "a" / "c.txt").symlink_to("b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "d").symlink_to("a")
    assert _names(tmp_path) == ["a/b.txt", "a/c.txt", "unreadable", "d/b.txt", "d/c.txt", "unreadable"]


@pytest.mark.parametrize(
    ("path", "kind", "message"),
    [
        pytest.param("no.txt", "missing", "no.txt: there is no such file", id="missing"),
        pytest.param("a.txt/b.txt", "missing", "a.txt/b.txt: there is no such file", id="file-as-folder"),
        pytest.param("", "missing", "'': there is no such file", id="empty-path"),
        pytest.param("a\0.txt", "missing", "there is no such file", id="zero-in-path"),
        pytest.param("a.pdf", "format", "a.pdf: .pdf is no format we read; use .txt, .md", id="unknown-ending"),
        pytest.param("a", "format", "a: no ending is no format we read", id="no-ending"),
        pytest.param("broken.txt", "missing", "broken.txt: there is no such file", id="broken-link"),
        pytest.param("self.txt", "unreadable", "self.txt: cannot be read", id="link-to-itself"),
        pytest.param("pipe.txt", "unreadable", "pipe.txt: not an ordinary file", id="pipe"),
        pytest.param("empty", "empty", "empty: no file in it that we read; put in .txt", id="empty-folder"),
    ],
)
def test_failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, kind: str, message: str) -> None:
    _make(tmp_path, "a.txt", "a.pdf", "a", "empty/b.pdf")
    (tmp_path / "broken.txt").symlink_to("nowhere")
    (tmp_path / "self.txt").symlink_to("self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    (failure,) = find_inputs([path])
    assert isinstance(failure, ReadFailure)
    assert failure.kind == kind
    assert message in failure.message
    assert "\n" not in failure.message


def test_broken_links_in_a_folder_are_told_and_pipes_are_not(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("nowhere")
    (tmp_path / "c.txt").symlink_to("c.txt")
    os.mkfifo(tmp_path / "d.txt")
    assert _names(tmp_path) == ["a.txt", "missing", "unreadable"]


def test_a_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)  # for root, chmod forbids nothing
    (failure,) = find_inputs([tmp_path])
    assert isinstance(failure, ReadFailure)
    assert (failure.kind, failure.path) == ("unreadable", str(tmp_path))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("か\u3099.txt", "が.txt", id="taken-apart-by-macos"),
        pytest.param(os.fsdecode("米".encode("cp932")), "\\x95\\xc4", id="name-in-shift-jis"),
        pytest.param("a\nb", "a\\nb", id="line-break"),
    ],
)
def test_printable(path: str, expected: str) -> None:
    assert printable(path) == expected


def test_counting(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt", "b.md", ".c.txt")
    (tmp_path / "d.jsonl").write_text('{"text": "一"}\n\nbroken\n', encoding="utf-8")
    (tmp_path / "e.json").write_text('{"text": "一"}', encoding="utf-8")
    assert count_inputs([tmp_path, tmp_path / "a.txt", "no.txt"]) == 6


@pytest.mark.parametrize("name", ["-", "array.json", "wide.jsonl"])
def test_unknown_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    _make(tmp_path, "a.txt")
    (tmp_path / "array.json").write_text(' [{"text": "一"}]', encoding="utf-8")
    (tmp_path / "wide.jsonl").write_text('{"text": "一"}\n', encoding="utf-16")
    monkeypatch.chdir(tmp_path)
    assert count_inputs(["a.txt", name]) is None
