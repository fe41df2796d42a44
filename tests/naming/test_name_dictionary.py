"""The dictionary of names: what it says of words alone and together, and that it is refused where it does not fit."""

import json
import shutil
from pathlib import Path

import numpy
import pytest

from extractor.errors import ModelError
from extractor.naming.name_dictionary import FORMS, KINDS, PART, NameDictionary, load_dictionary
from extractor.trained import models_folder

NOUN, PARTICLE = "名詞-普通名詞-一般", "助詞-係助詞"
PERSON, SURNAME, WORK = (1 << KINDS.index(kind) for kind in ("person", "surname", "is a work"))


@pytest.fixture(scope="module")
def dictionary() -> NameDictionary:
    forms = [("山本", SURNAME), ("山本海", PERSON), ("海の音", WORK), ("の", WORK), ("山本", WORK)]
    return NameDictionary.of(forms)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with a copy of the part, to be spoilt."""
    shutil.copytree(Path(str(models_folder())) / PART, tmp_path / PART)
    return tmp_path


def around(dictionary: NameDictionary, *words: tuple[str, str]) -> list[tuple[str, int]]:
    text = "".join(word for word, _ in words)
    starts = [sum(len(word) for word, _ in words[:i]) for i in range(len(words))]
    ends = [start + len(word) for start, (word, _) in zip(starts, words, strict=True)]
    return dictionary.around(text, starts, ends, [tag for _, tag in words])


def test_kinds_of_one_form_are_joined(dictionary: NameDictionary) -> None:
    assert dictionary.kinds(["山本", "山本海", "川本"]) == [SURNAME | WORK, PERSON, 0]
    assert dictionary.kinds([]) == []


def test_an_empty_dictionary_knows_nothing() -> None:
    assert NameDictionary.of([]).kinds(["山本"]) == [0]


def test_words_of_hiragana_name_nothing(dictionary: NameDictionary) -> None:
    assert dictionary.words(["の", "山本海"]) == [0, PERSON]


def test_the_longest_name_counts(dictionary: NameDictionary) -> None:
    found = around(dictionary, ("山本", NOUN), ("海", NOUN), ("は", PARTICLE))
    assert found == [("B", PERSON), ("E", PERSON), ("", 0)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param([("海", NOUN), ("の", PARTICLE), ("音", NOUN)], ["B", "I", "E"], id="particle-inside"),
        pytest.param([("山本", NOUN)], ["S"], id="one-word"),
        pytest.param([("大海", NOUN), ("の", PARTICLE), ("音", NOUN)], ["", "", ""], id="not-whole-words"),
        pytest.param([("海", NOUN), ("\n", "空白"), ("の", PARTICLE), ("音", NOUN)], ["", "", "", ""], id="two-lines"),
        pytest.param([("海の", PARTICLE), ("音", NOUN)], ["", ""], id="begins-with-particle"),
    ],
)
def test_names_of_several_words(dictionary: NameDictionary, words: list[tuple[str, str]], expected: list[str]) -> None:
    assert [mark for mark, _ in around(dictionary, *words)] == expected


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        pytest.param("山田", "surname", id="surname"),
        pytest.param("トヨタ自動車", "organization", id="company"),
        pytest.param("夏目漱石", "person", id="person"),
        pytest.param("横浜", "large place", id="place"),
    ],
)
def test_the_dictionary_that_is_shipped(form: str, kind: str) -> None:
    assert load_dictionary().kinds([form])[0] & 1 << KINDS.index(kind)


def test_a_changed_table_is_refused(copied: Path) -> None:
    (copied / PART / FORMS).write_bytes(b"changed")
    with pytest.raises(ModelError, match=f"dictionary/{FORMS}: not the file that its passport describes; make it"):
        load_dictionary(copied)


def test_another_table_is_refused(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numpy.save(copied / PART / FORMS, numpy.zeros(3))
    monkeypatch.setattr("extractor.naming.name_dictionary.check_digest", lambda *_: None)
    with pytest.raises(ModelError, match=f"dictionary/{FORMS}: no table of forms"):
        load_dictionary(copied)


def test_other_kinds_are_refused(copied: Path) -> None:
    passport = copied / PART / "meta.json"
    content = json.loads(passport.read_text(encoding="utf-8"))
    passport.write_text(json.dumps({**content, "feature_set": 0}), encoding="utf-8")
    with pytest.raises(ModelError, match="made for feature set 0"):
        load_dictionary(copied)
