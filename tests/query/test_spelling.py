"""One word in all its spellings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.query.spelling import plain, spellings


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("プーチン", "ﾌﾟｰﾁﾝ"),
        ("ﾌﾟｰﾁﾝ", "プーチン"),
        ("ぷーちん", "プーチン"),
        ("NATO", "ＮＡＴＯ"),
        ("ｎａｔｏ", "NATO"),
        ("高橋", "髙橋"),
        ("か\u3099", "ガ"),
    ],
)
def test_spellings_of_one_word_find_one_another(asked: str, written: str) -> None:
    assert re.fullmatch(spellings(asked), written)


@pytest.mark.parametrize(("asked", "written"), [("パン", "バン"), ("a.c", "abc"), ("米", "米国"), ("(", "")])
def test_other_words_are_not_found(asked: str, written: str) -> None:
    assert not re.fullmatch(spellings(asked), written)


@given(st.lists(st.sampled_from(["ア", "ﾌﾟ", "ぷ", "は\u309a", *"Ｎa髙高(|.5５ー・"]), max_size=8))
def test_a_word_is_found_by_itself_and_by_its_plain_form(characters: list[str]) -> None:
    word = "".join(characters)
    assert re.fullmatch(spellings(plain(word)), plain(word))
    assert re.fullmatch(spellings(word), word)
