"""Folding: what is folded, what stays, and the way back to the original's offsets."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.folding import fold

KANA = [chr(code) for code in range(0x3041, 0x30FF)]
HALF_WIDTH = [chr(code) for code in range(0xFF61, 0xFF9E)]
WIDE = [
    chr(code) for start, end in (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ")) for code in range(ord(start), ord(end) + 1)
]
MARKS = "\uff9e\uff9f\u3099\u309a"

texts = st.text(
    st.one_of(
        st.sampled_from([*HALF_WIDTH, *WIDE, *MARKS, *"かハは「」。㈱（！あ漢\n", "\ud800", "\udfff", "😀"]),
        st.characters(exclude_categories=()),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("ﾊﾞｲﾃﾞﾝ氏はＮＡＴＯ", "バイデン氏はNATO", id="half-width-and-full-width"),
        pytest.param("５条と第１２条", "5条と第12条", id="digits"),
        pytest.param("｢行く｡｣､ｱ･ｲｰ", "「行く。」、ア・イー", id="half-width-punctuation"),
        pytest.param("か\u3099は\u309a", "がぱ", id="combining-marks"),
        pytest.param("（行く！？）：％～", "（行く！？）：％～", id="full-width-punctuation-stays"),
        pytest.param("㈱山田①㎏", "㈱山田①㎏", id="signs-stay"),
        pytest.param("ﾞで", "ﾞで", id="a-mark-without-a-letter-stays"),
        pytest.param("a\ud83db", "a\ufffdb", id="lone-surrogate"),
        pytest.param("ダニ−・スミスとライカ―さん", "ダニー・スミスとライカーさん", id="dash-for-a-long-vowel"),
        pytest.param("ダラス―ワシントン間", "ダラス―ワシントン間", id="dash-between-names"),
        pytest.param("", "", id="empty"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        pytest.param("ﾊﾞｲﾃﾞﾝ氏", [0, 2, 3, 5, 6, 7], id="two-characters-become-one"),
        pytest.param("ＮＡＴＯ", [0, 1, 2, 3, 4], id="one-to-one"),
        pytest.param("氏か\u3099来た", [0, 1, 3, 4, 5], id="combining-mark"),
    ],
)
def test_offsets_lead_back(text: str, offsets: list[int]) -> None:
    folded = fold(text)
    assert [folded.original(offset) for offset in range(len(folded.text) + 1)] == offsets


@pytest.mark.parametrize("marks", [("",), tuple("\uff9e\uff9f")], ids=["alone", "with-a-voice-mark"])
def test_half_width_kana_fold_as_unicode_says(marks: tuple[str, ...]) -> None:
    for cluster in (letter + mark for letter in HALF_WIDTH for mark in marks):
        assert fold(cluster).text == unicodedata.normalize("NFKC", cluster)


def test_letters_digits_and_combined_kana_fold_as_unicode_says() -> None:
    for cluster in [*WIDE, *(letter + mark for letter in KANA for mark in "\u3099\u309a")]:
        assert fold(cluster).text == unicodedata.normalize("NFKC", cluster)


@given(texts)
def test_every_start_of_the_folded_text_is_the_fold_of_a_start_of_the_original(text: str) -> None:
    folded = fold(text)
    for offset in range(len(folded.text) + 1):
        assert fold(text[: folded.original(offset)]).text == folded.text[:offset]


@given(texts)
def test_offsets_ascend_from_the_first_to_the_last(text: str) -> None:
    folded = fold(text)
    offsets = [folded.original(offset) for offset in range(len(folded.text) + 1)]
    assert offsets[0] == 0
    assert offsets[-1] == len(text)
    assert offsets == sorted(offsets)


@given(texts)
def test_a_folded_text_can_be_written_as_utf_8(text: str) -> None:
    assert fold(text).text.encode("utf-8").decode("utf-8") == fold(text).text
