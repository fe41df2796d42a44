"""A run that was stopped goes on: by kill -9, by Ctrl-C, by a full disk. Real processes, real limits."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
HATSUGEN = [sys.executable, "-m", "extractor", "extract", "in", "-o", "out.jsonl"]
ARTICLES = 10
ENOUGH = 60_000  # bytes that are kept: two records beside the tables
SHORT = "首相は「行く」と述べた。\n"  # the last article
LONG = SHORT * 8000  # instead of it in a run that is to be stopped: half a minute, in which the others are kept

pytestmark = [
    pytest.mark.ginza,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="other signals and limits"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, ``in``, and the output of a run that nothing stopped, ``out.jsonl``."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "in").mkdir()
    for file in sorted(CORPUS.iterdir())[:ARTICLES]:
        shutil.copy(file, folder / "in")
    (folder / "in" / "empty.txt").write_bytes(b"")  # a failure, in every run
    (folder / "in" / "zzz.txt").write_text(SHORT, encoding="utf-8")
    assert run(folder).returncode == 1
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A folder with the same articles and no output."""
    shutil.copytree(whole / "in", tmp_path / "in")
    return tmp_path


def run(folder: Path, *options: str, limit: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*HATSUGEN, *options],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=limit,
    )


@contextmanager
def started(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a run in a process group of its own and wait until it keeps something; its last article is a long one."""
    last = folder / "in" / "zzz.txt"
    last.write_text(LONG, encoding="utf-8")
    with subprocess.Popen(
        HATSUGEN, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    ) as process:
        while process.poll() is None and _kept(folder) < ENOUGH:
            time.sleep(0.02)
        assert process.poll() is None, "it was done before it could be stopped"
        yield process
    last.write_text(SHORT, encoding="utf-8")


def _kept(folder: Path) -> int:
    """Return the bytes of the file that keeps records, and of its log."""
    return sum(file.stat().st_size for file in folder.glob(".out.jsonl.progress*"))


def test_after_kill_9_the_same_command_goes_on(whole: Path, folder: Path) -> None:
    with started(folder) as process:
        workers = _children(process.pid)
        process.kill()
    assert not (folder / "out.jsonl").exists()  # only whole outputs are there
    again = run(folder)
    assert "done before and taken over: " in again.stderr
    assert (folder / "out.jsonl").read_bytes() == (whole / "out.jsonl").read_bytes()
    assert (folder / "out.errors.jsonl").read_bytes() == (whole / "out.errors.jsonl").read_bytes()
    assert [file.name for file in folder.glob(".*")] == [".out.jsonl.progress"]
    assert not any(_is_alive(worker) for worker in workers)


def test_after_ctrl_c_what_is_done_is_kept(whole: Path, folder: Path) -> None:
    (folder / "out.jsonl").write_bytes(b"old\n")
    with started(folder) as process:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers, too
        began = time.monotonic()
        _, said = process.communicate()
    assert time.monotonic() - began < 5
    assert process.returncode == -signal.SIGINT
    assert said.splitlines()[-1] == (
        "hatsugen: interrupted; out.jsonl is as it was before; what is done is kept, and the same command goes on"
    )
    assert "Traceback" not in said
    assert (folder / "out.jsonl").read_bytes() == b"old\n"
    assert "done before and taken over: " in run(folder).stderr
    assert (folder / "out.jsonl").read_bytes() == (whole / "out.jsonl").read_bytes()


def test_a_finished_run_is_taken_over_unless_it_is_to_restart_and_workers_change_no_byte(whole: Path) -> None:
    before = (whole / "out.jsonl").read_bytes()
    assert "taken over: 11 of 11 articles" in run(whole).stderr
    assert (whole / "out.jsonl").read_bytes() == before
    assert "taken over" not in run(whole, "--restart", "--workers", "3").stderr
    assert (whole / "out.jsonl").read_bytes() == before


def test_a_quota_is_one_line_and_the_rest_is_kept(whole: Path, folder: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))

    full = run(folder, limit=limit)
    assert full.returncode == 2
    _is_one_line_about_room(full.stderr)
    assert not (folder / "out.jsonl").exists()
    assert "taken over" in run(folder).stderr
    assert (folder / "out.jsonl").read_bytes() == (whole / "out.jsonl").read_bytes()


def test_a_full_disk_is_one_line_and_the_rest_is_kept(whole: Path, tmp_path: Path) -> None:
    """A file system of its own, in memory, of 100 kB; then it is made larger."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = " ".join([*HATSUGEN[:-1], str(disk / "out.jsonl")])
    script = f"mount -t tmpfs -o size=100k small {disk} || exit 99\n{command}; echo first $?\n"
    script += f"mount -o remount,size=20m {disk}\n{command}; echo second $?; cat {disk}/out.jsonl >{tmp_path}/out.jsonl"
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script],
        cwd=whole,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if "first" not in done.stdout:
        pytest.skip(f"no file system can be mounted here: {done.stderr.strip()}")
    assert done.stdout.split() == ["first", "2", "second", "1"]
    assert (tmp_path / "out.jsonl").read_bytes() == (whole / "out.jsonl").read_bytes()
    assert "taken over" in done.stderr


def _is_one_line_about_room(said: str) -> None:
    last = said.splitlines()[-1]
    assert "out.jsonl" in last
    assert any(word in last for word in ("full", "too large", "No space", "disk I/O")), last
    assert "Traceback" not in said


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def _is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "zombie" not in status.read_text(encoding="utf-8")
