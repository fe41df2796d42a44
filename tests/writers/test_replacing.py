"""A file is there whole or not at all."""

from pathlib import Path

import pytest

from extractor.writers.replacing import UnchangedError, replacing


def test_a_file_changes_only_when_all_is_written(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with replacing(path) as stream:
        stream.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def _write_half(path: Path, error: type[BaseException]) -> None:
    with replacing(path) as stream:
        stream.write(b"half")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_after_an_error_the_old_file_stands_alone(tmp_path, error):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(error):
        _write_half(path, error)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_can_be_left_as_it_was(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with replacing(path) as stream:
        stream.write(b"half")
        raise UnchangedError
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_names_the_file_that_was_asked_for():
    with pytest.raises(OSError, match=r"'/proc/out\.jsonl'$"), replacing(Path("/proc/out.jsonl")):
        pass


def test_missing_folders_are_made(tmp_path):
    with replacing(tmp_path / "a" / "b.json") as stream:
        stream.write(b"x")
    assert (tmp_path / "a" / "b.json").read_bytes() == b"x"


def test_a_link_stays_and_its_file_is_replaced(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    with replacing(tmp_path / "link") as stream:
        stream.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced():
    with replacing(Path("/dev/null")) as stream:
        stream.write(b"x")
    assert Path("/dev/null").is_char_device()
