"""What a name or an id asks for."""

import re

import pytest

from extractor.query.wanted import Wanted, find_wanted


def wanted(*words: str) -> Wanted:
    found = find_wanted(words)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("word", "field", "id_"),
    [
        ("米国", "iso", "US"),
        ("米", "iso", "US"),
        ("あめりか", "iso", "US"),
        ("iso:ru", "iso", "RU"),
        ("ＮＡＴＯ", "wikidata", "Q7184"),
        ("wikidata:Q7747", "wikidata", "Q7747"),
        ("NATO第5条", "provision", "nato:5"),
        ("ＮＡＴＯ第５条", "provision", "nato:5"),
        ("北大西洋条約第五条", "provision", "nato:5"),
        ("nato:5", "provision", "nato:5"),
        ("provision:nato:5", "provision", "nato:5"),
        ("nato-article-5", "topic", "nato-article-5"),
    ],
)
def test_a_word_stands_for_an_id(word: str, field: str, id_: str) -> None:
    assert getattr(wanted(word), field) == (id_,)


@pytest.mark.parametrize("name", ["プーチン", "ウラジーミル・プーチン", "ウラジーミル＝プーチン", "プーチン・ジュニア"])
def test_a_name_finds_names_that_it_is_a_part_of(name: str) -> None:
    assert re.fullmatch(wanted("プーチン").pattern or "", name)


@pytest.mark.parametrize("name", ["プーチンスキー", "反プーチン", ""])
def test_a_name_does_not_find_words_that_hold_it(name: str) -> None:
    assert not re.fullmatch(wanted("プーチン").pattern or "", name)


def test_an_id_has_no_pattern_and_nothing_asks_for_nothing() -> None:
    assert wanted("iso:RU").pattern is None
    assert find_wanted([" ", ""]) is None
