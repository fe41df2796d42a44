"""Data for the recogniser: three notions of an organisation become one set of labels; what news has is added."""

import json
from pathlib import Path

import pytest

from extractor.errors import GoldError
from extractor.lexicon.countries import load_countries
from extractor.lexicon.titles import load_titles
from extractor.training.name_augmentation import Augmenter, persons_of
from extractor.training.name_data import NameDocument, NameReader, documents_digest, load_labels
from extractor.training.name_settings import Settings


@pytest.fixture(scope="module")
def reader() -> NameReader:
    return NameReader(load_labels(), load_countries())


def write(path: Path, text: str, *names: tuple[str, str]) -> Path:
    entities = [[text.index(name), text.index(name) + len(name), label] for name, label in names]
    path.write_text(json.dumps({"text": text, "entities": entities, "source": "s"}) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("notion", "label", "name", "expected"),
    [
        pytest.param("stockmark", "政治的組織名", "連合艦隊", "organization", id="stockmark-politics"),
        pytest.param("stockmark", "施設名", "中央小学校", "facility", id="stockmark-facility"),
        pytest.param("stockmark", "地名", "福岡", "place", id="stockmark-place"),
        pytest.param("stockmark", "地名", "フランス", "country", id="stockmark-country"),
        pytest.param("gsd", "NORP", "社会民主党", "organization", id="gsd-party"),
        pytest.param("gsd", "NORP", "仏教", "people", id="gsd-religion"),
        pytest.param("wikipedia", "LOCATION", "ペルー", "country", id="wikipedia-country"),
    ],
)
def test_labels_become_ours(
    reader: NameReader, tmp_path: Path, notion: str, label: str, name: str, expected: str
) -> None:
    path = write(tmp_path / "a.jsonl", f"昔の{name}の話。", (name, label))
    assert list(reader.sentences(path, notion)) == [
        NameDocument(f"昔の{name}の話。", ((2, 2 + len(name), expected),), notion)
    ]


def test_dates_are_no_names(reader: NameReader, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "昨日の話。", ("昨日", "DATE"))
    assert next(reader.sentences(path, "gsd")).names == ()


def test_sentences_that_their_annotators_left_open_are_left_out(reader: NameReader, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "英語の話。", ("英", "OPTIONAL"))
    assert list(reader.sentences(path, "wikipedia")) == []


def test_a_malformed_line_is_named(reader: NameReader, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "話"}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.jsonl:1: no line of text and entities"):
        list(reader.sentences(path, "gsd"))


def test_augmented_names_stay_where_they_are() -> None:
    augmenter = Augmenter(load_titles(), ["佐藤栄作", "マリア・ロドリゲス"])
    documents = [
        NameDocument(f"第{i}回は徳川慶喜が江戸で開いた。", ((4, 8, "person"), (9, 11, "place")), "s")
        if i < 10
        else NameDocument(f"第{i}回は徳川慶喜が江戸で開いた。", ((5, 9, "person"), (10, 12, "place")), "s")
        for i in range(60)
    ]
    rewritten = [augmenter.rewrite(document) for document in documents]
    persons = {d.text[start:end] for d in rewritten for start, end, label in d.names if label == "person"}
    places = {d.text[start:end] for d in rewritten for start, end, label in d.names if label == "place"}
    assert persons == {"徳川慶喜", "佐藤栄作", "マリア・ロドリゲス"}
    assert places == {"江戸"}
    with_title = [d for d in rewritten if "徳川慶喜" in d.text and "徳川慶喜が" not in d.text]
    assert 5 <= len(with_title) <= 30
    assert [augmenter.rewrite(document) for document in documents] == rewritten


def test_persons_are_collected_once() -> None:
    documents = [NameDocument("甲と乙", ((2, 3, "person"), (0, 1, "person")), "s")] * 2
    assert persons_of(documents) == ["乙", "甲"]


def test_a_share_of_documents_is_the_same_in_every_run() -> None:
    documents = [NameDocument(f"話{i}", (), "s") for i in range(200)]
    half = Settings(share=0.5).cut(documents)
    assert 70 < len(half) < 130
    assert Settings(share=0.5).cut(documents) == half
    assert Settings(share=1.0).cut(documents) == documents


def test_the_digest_knows_every_name() -> None:
    one, other = NameDocument("甲", ((0, 1, "person"),), "s"), NameDocument("甲", ((0, 1, "place"),), "s")
    assert documents_digest([one]) != documents_digest([other])


def test_marked_sentences_become_documents(reader: NameReader, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("[person:坂本龍馬]は[place:高知]に生まれた。\n雨が降る。\n[place:フランス]\n", encoding="utf-8")
    assert list(reader.marked(path, "stockmark")) == [
        NameDocument("坂本龍馬は高知に生まれた。", ((0, 4, "person"), (5, 7, "place")), "stockmark"),
        NameDocument("雨が降る。", (), "stockmark"),
        NameDocument("フランス", ((0, 4, "country"),), "stockmark"),
    ]


@pytest.mark.parametrize("line", ["[person:坂本龍馬は", "坂本]は", "[人:坂本]は", "[person:]は"])
def test_a_line_that_is_badly_marked_is_named(reader: NameReader, tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"雨が降る。\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.txt:2: no name is marked so"):
        list(reader.marked(path, "stockmark"))
