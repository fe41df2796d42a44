"""The recogniser's features: what they say of words, the same in every run, each group by its own name."""

from dataclasses import replace

import numpy
import pytest
import spacy
from spacy.vocab import Vocab

from extractor.naming.doc_words import DocWords
from extractor.naming.name_dictionary import KINDS, NameDictionary
from extractor.naming.name_features import TEMPLATES, feature_numbers, features
from extractor.naming.name_guesses import Guesses
from extractor.naming.name_marks import Marker
from extractor.naming.name_runs import bracketed, chained, runs, titled
from extractor.naming.name_vocabulary import Vocabulary
from extractor.naming.name_words import NameWords, shape

NOUN, PROPER, PARTICLE, BLANK = "名詞-普通名詞-一般", "名詞-固有名詞-一般", "助詞-係助詞", "空白"


@pytest.fixture(scope="module")
def marker() -> Marker:
    return Marker.load()


def make_names(marker: Marker, *words: tuple[str, str]) -> NameWords:
    text = "".join(word for word, _ in words)
    starts = [sum(len(word) for word, _ in words[:i]) for i in range(len(words))]
    ends = [start + len(word) for start, (word, _) in zip(starts, words, strict=True)]
    return NameWords(
        text=text,
        starts=starts,
        ends=ends,
        words=[word for word, _ in words],
        tags=[tag for _, tag in words],
        clusters=[("1", "2", "3")] * len(words),
        marks=marker.marks(text, starts, ends),
        unlisted=[False] * len(words),
        named=[0] * len(words),
        within=[("", 0)] * len(words),
        rows=numpy.full(len(words), -1),
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("トランプ", "T", id="katakana"),
        pytest.param("NATO軍", "UK", id="capitals-kanji"),
        pytest.param("サッカーW杯", "TUK", id="three"),
        pytest.param("5つ", "9H", id="digit-hiragana"),
        pytest.param("\n", "_", id="blank"),
        pytest.param("・", "・", id="joint"),
        pytest.param("a1b2c3d4", "L9L9L9", id="first-six"),
    ],
)
def test_shape(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_marks_are_those_of_whole_words(marker: Marker) -> None:
    assert marker.marks("米国の大統領", [0, 2, 3], [2, 3, 6])[0][:2] == ("country-b", "country-e")
    assert "title-b" in marker.marks("米国の大統領", [0, 2, 3], [2, 3, 6])[2]
    assert not [m for m in marker.marks("米国籍", [0], [3])[0] if m.startswith("country")]


def test_runs_join_nouns_that_touch() -> None:
    words, tags = ["米", "国務", "省", "は", "省"], [NOUN, NOUN, NOUN, PARTICLE, NOUN]
    assert [places.tolist() for places in runs(words, [0, 1, 3, 4, 5], tags)] == [[0, 0, 0, 3, 4], [2, 2, 2, 3, 4]]
    assert [places.tolist() for places in runs(words[:2], [0, 5], tags[:2])] == [[0, 1], [0, 1]]


def test_brackets_end_with_their_line() -> None:
    assert bracketed(["「", "東京", "」", "は"]) == ["", "「^$", "", ""]
    assert bracketed(["「", "東京", "\n", "は"]) == ["", "「^", "「", ""]


def test_what_stands_elsewhere_in_the_article() -> None:
    words = ["ドナルド", "・", "トランプ", "大統領", "は"]
    assert chained(words) == {"ドナルド", "トランプ"}
    assert titled(words, [NOUN] * 4 + [PARTICLE], [3]) == {"トランプ": 1}


def test_features_are_pure_and_as_many_for_each_word(marker: Marker) -> None:
    names = make_names(marker, ("トランプ", NOUN), ("大統領", NOUN), ("は", PARTICLE), ("\n", BLANK))
    found = features(names, "news")
    assert found == features(names, "news")
    assert len(found) == 4
    assert {"form=トランプ", "suffix=プ", "middle=2"} <= set(found[0])
    assert any(feature.startswith("l") and "=title-b" in feature for feature in found[0])


def test_features_of_one_word_and_of_none(marker: Marker) -> None:
    assert len(features(make_names(marker, ("は", PARTICLE)), "news")) == 1
    assert features(make_names(marker), "news") == []


@pytest.mark.parametrize("group", [*TEMPLATES, "forms"])
def test_a_group_can_be_left_out(marker: Marker, group: str) -> None:
    names = make_names(marker, ("トランプ", NOUN), ("大統領", NOUN))
    all_, rest = features(names, "news"), features(names, "news", frozenset({group}))
    assert set(rest[0]) < set(all_[0])


def test_what_the_dictionary_says_is_a_feature(marker: Marker) -> None:
    names = make_names(marker, ("トランプ", NOUN), ("は", PARTICLE))
    known = replace(names, named=[5, 0], within=[("S", 5), ("", 0)])
    new = set(features(known, "news")[0]) - set(features(names, "news")[0])
    assert {feature[0] for feature in new} == {"d"}
    assert any(feature.endswith("=S5") for feature in new)


def test_guesses_are_features_of_the_word_and_its_neighbours(marker: Marker) -> None:
    names = make_names(marker, ("トランプ", NOUN), ("は", PARTICLE))
    guesses = Guesses.of(("B-person", "O"), numpy.array([[0.9, 0.1], [0.001, 0.999]]))
    first, second = features(replace(names, guesses=guesses), "news")
    assert {"chance=B-person:7", "chance=O:2"} <= set(first)
    assert any(feature.endswith("=B-person7") for feature in second)
    assert not [feature for feature in features(names, "news")[0] if feature.startswith("chance")]


def test_pieces_end_with_their_lines(marker: Marker) -> None:
    line = (("トランプ", "名詞-普通名詞-一般"), ("は", "助詞-係助詞"), ("\n", "空白"))
    names = make_names(marker, *line * 4)
    pieces = list(feature_numbers(names, "news", Vocabulary([]), piece=4))
    assert [(start, numbers.shape[1]) for start, numbers in pieces] == [(0, 6), (6, 6)]
    assert len(features(names, "news")) == 12


@pytest.mark.parametrize("without", [frozenset(), frozenset({"guesses"}), frozenset({"forms", "runs"})])
def test_numbers_are_those_of_the_features_of_training(marker: Marker, without: frozenset[str]) -> None:
    names = make_names(marker, ("トランプ", NOUN), ("大統領", NOUN), ("は", PARTICLE), ("\n", BLANK))
    chances = numpy.random.default_rng(0).dirichlet([0.3] * 3, size=4)
    names = replace(names, guesses=Guesses.of(("B-person", "I-person", "O"), chances))
    rows = features(names, "news", without)
    known = Vocabulary(sorted({feature for row in rows for feature in row}))
    ((start, numbers),) = feature_numbers(names, "news", known, without)
    assert start == 0
    for row, found in zip(rows, numbers.T.tolist(), strict=True):
        assert sorted(row) == sorted(known.features[number] for number in found if number != known.unknown)


def test_notion_is_a_feature_of_its_own(marker: Marker) -> None:
    names = make_names(marker, ("小学校", NOUN))
    news, other = set(features(names, "news")[0]), set(features(names, "gsd")[0])
    assert {feature[0] for feature in news ^ other} == {"n"}


def test_words_are_those_of_the_doc(marker: Marker) -> None:
    doc = spacy.tokens.Doc(Vocab(), words=["米国", "は"], spaces=[False, False], tags=[PROPER, PARTICLE])
    place = 1 << KINDS.index("place")
    dictionary = NameDictionary.of([("米国", place), ("米国は", place)])
    names = NameWords.of(DocWords.of(doc), [("1", "2", "3")] * 2, marker, dictionary)
    assert (names.starts, names.ends, names.tags) == ([0, 2], [2, 3], [PROPER, PARTICLE])
    assert (names.named, names.within) == ([place, 0], [("B", place), ("E", place)])
    assert [places.tolist() for places in names.runs] == [[0, 1], [0, 1]]
