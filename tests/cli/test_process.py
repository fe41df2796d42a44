"""The command as a process: encodings of the locale, closed pipes, signals, and the real pipeline on bad input."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import extractor
from extractor.records import ArticleRecord
from extractor.writers.jsonl import write_jsonl

HATSUGEN = [sys.executable, "-m", "extractor"]
ASCII = {"PYTHONIOENCODING": "ascii", "LANG": "C", "LC_ALL": "C"}


def hatsugen(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*HATSUGEN, *arguments], input=stdin, capture_output=True, check=False, cwd=cwd, env=os.environ | ASCII
    )


def test_version() -> None:
    assert hatsugen("--version").stdout.decode() == f"hatsugen {extractor.__version__}\n"


@pytest.mark.parametrize(
    "command",
    [(), ("extract",), ("convert",), ("show",), ("entities",), ("evaluate",), ("merge",), ("schema",)],
    ids=" ".join,
)
def test_help_has_an_example(command: tuple[str, ...]) -> None:
    done = hatsugen(*command, "--help")
    assert done.returncode == 0
    assert f"Example: {' '.join(['hatsugen', *command])}" in done.stdout.decode()


def test_completion_can_be_had() -> None:
    done = subprocess.run(
        HATSUGEN,
        capture_output=True,
        check=True,
        env=os.environ | {"_HATSUGEN_COMPLETE": "complete_bash", "COMP_WORDS": "hatsugen e", "COMP_CWORD": "1"},
    )
    assert done.stdout.decode().split() == ["extract", "entities", "evaluate"]


def test_a_table_is_utf8_under_an_ascii_locale(tmp_path: Path, record: ArticleRecord) -> None:
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl([record], stream)
    assert "ルビオ米国務長官" in hatsugen("show", "r.jsonl", cwd=tmp_path).stdout.decode("utf-8")


def test_records_come_from_standard_input_too(tmp_path: Path, record: ArticleRecord) -> None:
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl([record, record], stream)
    done = hatsugen("show", "-", stdin=(tmp_path / "r.jsonl").read_bytes())
    assert done.returncode == 0
    assert done.stdout.decode().endswith("2 articles, 2 statements (2 with a speaker)\n")


def test_japanese_in_a_message_is_utf8_under_an_ascii_locale() -> None:
    done = hatsugen("show", "無い.txt")
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("hatsugen: 無い.txt: ")


def test_a_closed_pipe_ends_quietly(tmp_path: Path, make_record: Callable[..., ArticleRecord]) -> None:
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl((make_record(path=f"{number}.txt") for number in range(2000)), stream)
    with subprocess.Popen(
        [*HATSUGEN, "show", str(tmp_path / "r.jsonl")], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_an_interrupt_is_one_line() -> None:
    with subprocess.Popen(
        [*HATSUGEN, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        process.stdin.write(bytes(2**20))  # more than a pipe holds: when this returns, it is being read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert said.decode().splitlines() == ["hatsugen: interrupted; an output file is as it was before"]
    assert process.returncode == -signal.SIGINT


INTERRUPTED = """
from extractor.cli.endings import ends_in_one_line

@ends_in_one_line
def command():
    exec("raise KeyboardInterrupt")

command()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_an_interrupt_ends_alike_wherever_it_falls() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, check=False)
    assert done.stderr.decode().count("\n") == 1
    assert done.returncode == -signal.SIGINT


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_signal_to_end_leaves_nothing_half_written(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*HATSUGEN, "extract", "-", "-o", "out.jsonl"], stdin=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdin is not None
        process.stdin.write(bytes(2**20))
        process.stdin.flush()
        process.terminate()
        process.communicate()
    assert process.returncode == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("model", ["ja_nowhere", "numpy"])
def test_a_model_that_is_none_is_one_line(model: str) -> None:
    done = hatsugen("extract", "-", "--model", model, stdin="首相は「行く」と述べた。".encode())
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"hatsugen: {model}: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "arguments", [("extract",), ("extract", "--colour", "a"), ("frobnicate",), ("schema", "more")], ids=" ".join
)
def test_wrong_use_is_one_line(arguments: tuple[str, ...]) -> None:
    done = hatsugen(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"hatsugen: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the shell is another")
def test_no_standard_input_is_one_line() -> None:
    command = " ".join(map(shlex.quote, [*HATSUGEN, "extract", "-"]))
    done = subprocess.run(["sh", "-c", f"{command} <&-"], capture_output=True, check=False)
    assert done.returncode == 1
    assert b"there is no standard input" in done.stderr
    assert b"Traceback" not in done.stderr


BAD = {
    "binary.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "broken.jsonl": '{"text": "首相は「行く」と述べた。"}\n{"text": \n'.encode(),
    "empty.txt": b"",
    "mojibake.txt": bytes(range(128, 256)) * 4,
    "page.html": b"<html><head><title>x</title></head><body></body></html>",
}
GOOD = {
    "good.txt": "首相は「行く」と述べた。\n",
    "unbalanced.txt": "首相は「行くと述べた。\n\n外相は「帰る」と語った。\n",
}


@pytest.mark.ginza
def test_a_folder_of_bad_input_costs_only_itself(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    for name, text in GOOD.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = hatsugen("extract", "in", "gone.txt", "-o", "out.jsonl", cwd=tmp_path)
    assert done.returncode == 1
    lines = [line for line in done.stderr.decode("utf-8").splitlines() if " articles/s" not in line]
    said_of = [line.removeprefix("hatsugen: ").partition(": ")[0] for line in lines]
    assert [path for path in said_of if path != "in/unbalanced.txt"] == [
        "in/binary.txt",
        "in/broken.jsonl:2",
        "in/empty.txt",
        "in/mojibake.txt",
        "in/page.html",
        "gone.txt",
    ], lines
    assert said_of.count("in/unbalanced.txt") == 1  # a warning, as it is read; its record is written
    errors = [json.loads(line) for line in (tmp_path / "out.errors.jsonl").read_bytes().splitlines()]
    assert [(error["path"], error["stage"], error["kind"]) for error in errors] == [
        ("in/binary.txt", "reading", "binary"),
        ("in/broken.jsonl#2", "reading", "json"),
        ("in/empty.txt", "reading", "empty"),
        ("in/mojibake.txt", "reading", "encoding"),
        ("in/page.html", "reading", "no-article"),
        ("gone.txt", "reading", "missing"),
    ]
    assert [f"hatsugen: {error['message']}" for error in errors] == [line for line in lines if "unbalanced" not in line]
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [record["source"]["path"] for record in records] == ["broken.jsonl#1", *GOOD]
    said = {
        record["source"]["path"]: [c["text"] for s in record["statements"] for c in s["content"]] for record in records
    }
    assert said["good.txt"] == ["行く"]
    assert "帰る" in said["unbalanced.txt"]


@pytest.mark.ginza
@pytest.mark.slow
def test_an_article_longer_than_sudachi_takes_is_analysed_to_its_end() -> None:
    text = f"首相は「行く」と述べた。{'川は静かに流れる。' * 1850}首相は「帰る」と述べた。\n"
    assert len(text.encode()) > 49_149
    done = hatsugen("extract", "-", stdin=text.encode())
    assert done.returncode == 0
    record = json.loads(done.stdout)
    assert [content["text"] for statement in record["statements"] for content in statement["content"]] == [
        "行く",
        "帰る",
    ]
