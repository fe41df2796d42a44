"""``hatsugen topics`` as a process."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.test_process import hatsugen

OWN = '[[topic]]\nid = "port"\nname = "港"\npatterns = ["港…攻撃", "飢饉を避ける"]\n'


def test_the_built_in_topics_are_listed() -> None:
    done = hatsugen("topics")
    assert done.returncode == 0
    assert "nato-article-5" in done.stdout.decode()


def test_a_good_file_is_counted(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text(OWN, encoding="utf-8")
    done = hatsugen("topics", "check", str(tmp_path / "my.toml"))
    assert (done.returncode, done.stdout.decode()) == (0, f"{tmp_path / 'my.toml'}: 1 topic, 2 patterns\n")


@pytest.mark.parametrize("command", [("topics", "check"), ("topics", "--topics"), ("extract", "-", "--topics")])
def test_a_malformed_file_is_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "my.toml").write_text(OWN.replace("name", "nom"), encoding="utf-8")
    done = hatsugen(*command, str(tmp_path / "my.toml"), stdin="首相は「行く」と述べた。".encode())
    assert done.returncode == 2
    assert done.stderr.decode() == f"hatsugen: {tmp_path / 'my.toml'}:1: topic 'port': name: Field required\n"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[bytes]:
    """``hatsugen topics check`` on an article and on a file that is none."""
    folder = tmp_path_factory.mktemp("checked")
    (folder / "my.toml").write_text(OWN, encoding="utf-8")
    (folder / "a.txt").write_text("港への攻撃が続いた。首相は港に対する攻撃を非難した。", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0\1")
    return hatsugen("topics", "check", *(str(folder / name) for name in ("my.toml", "b.txt", "a.txt")))


@pytest.mark.ginza
def test_what_each_pattern_finds_is_shown(checked: subprocess.CompletedProcess[bytes]) -> None:
    rows = [line.split() for line in checked.stdout.decode().splitlines() if line.strip().startswith("port")]
    assert [row[:4] for row in rows] == [["port", "港…攻撃", "2", "1"], ["port", "飢饉を避ける", "0", "0"]]


@pytest.mark.ginza
def test_an_article_that_cannot_be_read_is_named(checked: subprocess.CompletedProcess[bytes]) -> None:
    assert checked.returncode == 1
    assert "b.txt: it is no text" in checked.stderr.decode()
    assert "港への攻撃" in checked.stdout.decode()
