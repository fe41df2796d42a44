from pathlib import Path

import pytest

from extractor.errors import GoldError
from extractor.evaluation.annotation import load_gold

WHOLE = """
article = "a.txt"
style = "agency news"

[[entity]]
key = "アメリカ"
type = "country"
iso = "US"
names = ["米国", "訪[米]"]

[[statement]]
line = 2
content = ["攻撃は許されない"]
form = "direct"
cue = "述べた"
act = "assert"
[[statement.source]]
key = "アメリカ"
"""


def write(folder: Path, text: str, name: str = "a.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_annotation_is_read(tmp_path: Path) -> None:
    gold_file = load_gold(write(tmp_path, WHOLE))
    assert gold_file.doc == "a"
    assert [entity.key for entity in gold_file.entities] == ["アメリカ"]
    assert gold_file.statements[0].sources[0].key == "アメリカ"
    assert gold_file.statements[0].optional is False


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param('style = "agency news"', 'stile = "x"', "style", id="key-misspelt"),
        pytest.param("line = 2", "line = 2\nsource_line = 3", "statement 1, source_line: Extra", id="key-unknown"),
        pytest.param("line = 2", "line = 0", "statement 1, line: ", id="line-zero"),
        pytest.param('form = "direct"', 'form = "quoted"', "statement 1, form: ", id="form-unknown"),
        pytest.param('act = "assert"', 'act = "say"', "statement 1, act: ", id="act-unknown"),
        pytest.param('iso = "US"\n', "", "entity 1: iso is for countries", id="country-without-iso"),
        pytest.param('type = "country"', 'type = "person"', "entity 1: iso is for countries", id="person-with-iso"),
        pytest.param('"訪[米]"', '"[訪][米]"', "one pair of [ ] at most", id="two-brackets"),
        pytest.param('"訪[米]"', '"訪[]"', "one pair of [ ] at most", id="empty-brackets"),
        pytest.param(
            '\nkey = "アメリカ"\n', '\nkey = "米"\n', "statement 1: no entity has the key", id="key-of-nothing"
        ),
        pytest.param('cue = "述べた"', "cue_line = 3", "statement 1: cue_line without a cue", id="line-of-no-cue"),
        pytest.param(
            "[[statement.source]]\n", '[[statement.source]]\ngeneric = "政府"\n', "either a key", id="two-sources"
        ),
        pytest.param("[[entity]]", "[[entity", "not TOML", id="not-toml"),
        pytest.param('article = "a.txt"', 'article = "b.txt"', "must have the same name", id="other-article"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in WHOLE
    with pytest.raises(GoldError) as caught:
        load_gold(write(tmp_path, WHOLE.replace(old, new, 1)))
    assert message in str(caught.value)
    assert "a.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_entities_with_one_key_are_refused(tmp_path: Path) -> None:
    twice = WHOLE + '\n[[entity]]\nkey = "アメリカ"\ntype = "person"\nnames = ["米国"]\n'
    with pytest.raises(GoldError, match="two entities have the key アメリカ"):
        load_gold(write(tmp_path, twice))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.toml: cannot be read"):
        load_gold(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        pytest.param("", True, id="required"),
        pytest.param("optional = true", False, id="optional"),
        pytest.param('form = "reported"', False, id="reported"),
    ],
)
def test_only_what_does_not_count_may_lack_a_source(tmp_path: Path, line: str, refused: bool) -> None:
    text, _, _ = WHOLE.partition("[[statement.source]]")
    path = write(tmp_path, text.replace('form = "direct"\n', "" if "form" in line else 'form = "direct"\n') + line)
    if refused:
        with pytest.raises(GoldError, match="statement 1: without a source no speaker can be right"):
            load_gold(path)
    else:
        assert load_gold(path).statements[0].sources == ()
