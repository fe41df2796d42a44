"""The dictionary of names: how three dictionaries are read, and that the same ones give the same bytes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extractor.errors import GoldError
from extractor.naming.name_dictionary import FORMS, KINDS, load_dictionary
from extractor.training.dictionary_sources import read_names, read_remarks
from extractor.training.name_dictionary import KindReader, main, make

IPADIC = {
    "Noun.name.csv": "山野辺,1,1,1,名詞,固有名詞,人名,姓,*,*,山野辺,ヤマノベ,ヤマノベ\n",
    "Noun.org.csv": '"ア,イ社",1,1,1,名詞,固有名詞,組織,*,*,*,"ア,イ社",ア,ア\n',
    "Noun.place.csv": "北川町,1,1,1,名詞,固有名詞,地域,一般,*,*,北川町,キ,キ\n",
    "Noun.proper.csv": "い,1,1,1,名詞,固有名詞,一般,*,*,*,い,イ,イ\n",
}
JUMAN = {
    "Noun.koyuu.csv": "佳奈,1,1,1,名詞,人名,*,*,佳奈,かな,人名:日本:名:7:0.1\n",
    "Wikipedia.csv": (
        "アロン音楽,1,1,1,名詞,組織名,*,*,アロン音楽,ア,Wikipedia多義 Wikipedia上位語:レコード会社/かいしゃ\n"
        "ゴーゴル,1,1,1,名詞,普通名詞,*,*,ゴーゴル,ゴ,自動獲得:Wikipedia Wikipediaリダイレクト:ニコル・ゴーゴル\n"
        "ＡＢＣＤ,1,1,1,名詞,普通名詞,*,*,ＡＢＣＤ,ア,自動獲得:Wikipedia Wikipedia多義\n"
    ),
}


@pytest.fixture
def dictionaries(tmp_path: Path) -> Path:
    for folder, files, encoding in (("ipadic", IPADIC, "euc-jp"), ("juman", JUMAN, "utf-8")):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text, encoding=encoding)
    with closing(sqlite3.connect(tmp_path / "jamdict.db")) as database:
        database.executescript("""
            CREATE TABLE NEKanji (ID, idseq, text); INSERT INTO NEKanji VALUES (1, 7, '川辺海');
            CREATE TABLE NEKana (ID, idseq, text);
            INSERT INTO NEKana VALUES (1, 7, 'かわべうみ'), (2, 8, 'ズダーノ');
            CREATE TABLE NETranslation (ID, idseq); INSERT INTO NETranslation VALUES (70, 7), (80, 8);
            CREATE TABLE NETransType (tid, text);
            INSERT INTO NETransType VALUES (70, 'person'), (80, 'surname'), (80, 'place');
        """)
    return tmp_path


def test_names_are_read_with_their_labels(dictionaries: Path) -> None:
    assert set(read_names(dictionaries)) == {
        ("ipadic", "山野辺", "人名-姓"),
        ("ipadic", "ア,イ社", "組織-*"),
        ("ipadic", "北川町", "地域-一般"),
        ("ipadic", "い", "一般-*"),
        *(("juman", "佳奈", label) for label in ("人名", "人名-日本", "人名-名", "人名-7", "人名-0.1")),
        ("jmnedict", "川辺海", "person"),
        ("jmnedict", "ズダーノ", "surname"),
        ("jmnedict", "ズダーノ", "place"),
    }


def test_remarks_are_read_by_their_keys(dictionaries: Path) -> None:
    found = {form: (tag, remarks) for form, tag, remarks in read_remarks(dictionaries)}
    assert found["アロン音楽"][0] == "組織名"
    assert found["アロン音楽"][1]["Wikipedia上位語"] == "レコード会社/かいしゃ"
    assert set(found) == {"アロン音楽", "ゴーゴル", "ABCD"}


def test_labels_become_our_kinds(dictionaries: Path) -> None:
    assert {(form, kind) for form, _, kind in KindReader.load().read(dictionaries)} == {
        ("山野辺", "surname"),
        ("ア,イ社", "organization"),
        ("北川町", "large place"),
        ("佳奈", "given"),
        ("アロン音楽", "guessed organization"),
        ("アロン音楽", "is an organization"),
        ("ゴーゴル", "short for a person"),
        ("川辺海", "person"),
        ("ズダーノ", "surname"),
        ("ズダーノ", "place"),
    }


@pytest.mark.parametrize(
    ("hypernym", "kind"),
    [
        pytest.param("サッカー選手", "is a person", id="person"),
        pytest.param("軽自動車メーカー", "is an organization", id="maker"),
        pytest.param("政令指定都市", "is a place", id="place"),
        pytest.param("長編小説", "is a work", id="work"),
        pytest.param("鳥類", "is something else", id="bird"),
    ],
)
def test_what_a_thing_is_called(hypernym: str, kind: str) -> None:
    assert list(KindReader.load().of_remarks({"Wikipedia上位語": hypernym})) == [kind]


def test_kinds_of_the_data_file_are_known() -> None:
    reader = KindReader.load()
    assert {*reader.labels.values(), *(group.kind for group in reader.hypernyms), "short for a person"} == set(KINDS)


def test_the_same_dictionaries_give_the_same_bytes(dictionaries: Path) -> None:
    first = make(dictionaries, dictionaries / "a" / "dictionary")
    again = make(dictionaries, dictionaries / "b" / "dictionary")
    assert first == again
    files = [dictionaries / folder / "dictionary" / FORMS for folder in ("a", "b")]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert load_dictionary(dictionaries / "a").kinds(["川辺海"]) == [1 << KINDS.index("person")]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("jamdict.db", r"jamdict\.db: missing; it is in the Python package jamdict-data", id="jmnedict"),
        pytest.param("juman/Wikipedia.csv", r"Wikipedia\.csv: .*No such file", id="juman"),
    ],
)
def test_a_missing_dictionary_is_named(dictionaries: Path, name: str, message: str) -> None:
    (dictionaries / name).unlink()
    with pytest.raises(GoldError, match=message):
        make(dictionaries, dictionaries / "out")


def test_malformed_dictionaries_are_named(dictionaries: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dictionaries / "ipadic" / "Noun.org.csv").write_text("a,b\n", encoding="euc-jp")
    assert main([str(dictionaries), "--out", str(dictionaries / "out")]) == 2
    assert "Noun.org.csv:1: 2 cells, 11 or more are usual" in capsys.readouterr().err
    (dictionaries / "ipadic" / "Noun.org.csv").write_text(IPADIC["Noun.org.csv"], encoding="euc-jp")
    (dictionaries / "jamdict.db").write_bytes(b"no database at all, but long enough to be looked at")
    with pytest.raises(GoldError, match=r"jamdict\.db: file is not a database"):
        make(dictionaries, dictionaries / "out")
