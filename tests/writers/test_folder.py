"""One file an article, in the input's tree."""

import pytest

from extractor.records import ArticleRecord
from extractor.writers.folder import write_folder


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("paths", "wanted"),
    [
        pytest.param(["2025/会談.txt"], ["2025/会談.txt.json"], id="the tree is kept"),
        pytest.param(["a.txt", "a.md"], ["a.md.json", "a.txt.json"], id="endings do not meet"),
        pytest.param(
            ["a.txt", "a.txt", "a.txt"], ["a.txt.json", "a.txt.k1.json", "a.txt.k2.json"], id="one name thrice"
        ),
        pytest.param(["m.jsonl#1", "m.jsonl#2"], ["m.jsonl#1.json", "m.jsonl#2.json"], id="lines of one file"),
        pytest.param(["-", "-#2"], ["stdin#2.json", "stdin.json"], id="standard input"),
        pytest.param([None], ["k0.json"], id="no path"),
        pytest.param(["../../etc/x.txt", "/etc/y.txt"], ["etc/x.txt.json", "etc/y.txt.json"], id="never outside"),
    ],
)
def test_names(tmp_path, make_record, paths, wanted):
    records = [make_record(path=path, key=f"k{number}") for number, path in enumerate(paths)]
    assert write_folder(records, tmp_path / "out") == len(paths)
    assert names(tmp_path / "out") == wanted
    assert names(tmp_path) == [f"out/{name}" for name in wanted]


def test_equal_ids_and_paths_still_get_files_of_their_own(tmp_path, make_record):
    assert write_folder([make_record()] * 4, tmp_path) == 4
    assert len(names(tmp_path)) == 4


def test_a_name_of_many_bytes_can_be_made(tmp_path, make_record):
    write_folder([make_record(path=f"{'あ' * 83}.txt")], tmp_path)
    assert len(names(tmp_path)) == 1


def test_a_file_is_readable_json_of_its_record(tmp_path, record):
    write_folder([record], tmp_path)
    text = (tmp_path / "a.txt.json").read_text(encoding="utf-8")
    assert ArticleRecord.model_validate_json(text) == record
    assert '\n  "text": "ルビオ米国務長官は' in text
