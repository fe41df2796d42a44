"""Where sentences end."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor.brackets import quote_pairs
from extractor.components.sentences import LONGEST, LONGEST_BRACKETS, Sentences, find_sentence_ends


def sentences(text: str) -> list[str]:
    ends = [0, *find_sentence_ends(text), len(text)]
    return [text[start:end] for start, end in pairwise(ends) if text[start:end].strip("\n")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("行く。帰る。", ["行く。", "帰る。"], id="full-stop"),
        pytest.param("行く！帰る？", ["行く！", "帰る？"], id="marks"),
        pytest.param("なぜ？と問う。", ["なぜ？と問う。"], id="mark-before-a-quoting-particle"),
        pytest.param(
            "「行く。必ず行く。」と述べた。帰った。", ["「行く。必ず行く。」と述べた。", "帰った。"], id="quotation"
        ),
        pytest.param(
            "「行く。\n帰る。」と述べた。\n雨。", ["「行く。\n帰る。」と述べた。", "雨。"], id="quotation-over-lines"
        ),
        pytest.param("「行く。帰る。", ["「行く。", "帰る。"], id="unclosed-quotation-protects-nothing"),
        pytest.param("山田氏（元議員。5期）は述べた。", ["山田氏（元議員。5期）は述べた。"], id="parentheses"),
        pytest.param("見出し\n本文。", ["見出し", "本文。"], id="line-break"),
        pytest.param("一つ目。\n\n\n二つ目。", ["一つ目。", "二つ目。"], id="blank-lines"),
        pytest.param("Yahoo!ニュースによると雨。", ["Yahoo!ニュースによると雨。"], id="ascii-mark-in-a-name"),
        pytest.param("Really? 行く。", ["Really?", " 行く。"], id="ascii-mark-before-a-blank"),
        pytest.param("行く！？！帰る。", ["行く！？！", "帰る。"], id="several-marks"),
        pytest.param("終わり", ["終わり"], id="no-end"),
        pytest.param("", [], id="empty"),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert [sentence.strip("\n") for sentence in sentences(text)] == expected


@given(st.text(st.sampled_from("「」「」『』（）あと。！？!\n "), max_size=40))
def test_no_sentence_ends_inside_a_closed_quotation(text: str) -> None:
    closed = [pair for pair in quote_pairs(text) if pair.closed]
    for end in find_sentence_ends(text):
        assert not any(pair.start < end < pair.end for pair in closed)


@given(st.text(st.sampled_from("「」『（）あ。！?\n "), max_size=40))
def test_ends_ascend_and_lie_in_the_text(text: str) -> None:
    ends = list(find_sentence_ends(text))
    assert ends == sorted(set(ends))
    assert all(0 < end <= len(text) for end in ends)


@pytest.mark.parametrize("text", ["「" * 10_000 + "。", "「" * 10_000 + "」" * 10_000 + "。", "（" * 10_000 + "。\n"])
def test_deep_nesting_is_quick(text: str) -> None:
    start = time.perf_counter()
    list(find_sentence_ends(text))
    assert time.perf_counter() - start < 2


@pytest.fixture
def unparsed(ja_doc: Callable[..., Doc]) -> Callable[[str], Doc]:
    def make(text: str) -> Doc:
        doc = ja_doc(text)
        return Doc(doc.vocab, words=[token.text for token in doc], spaces=[False] * len(doc))

    return make


def test_the_component_marks_the_first_word_of_each_sentence(unparsed: Callable[[str], Doc]) -> None:
    doc = Sentences()(unparsed("「 行く 。 」 と 述べ た 。 ⏎ 雨 が 降っ た 。"))
    assert [token.i for token in doc if token.is_sent_start] == [0, 8, 9]


def test_a_line_break_inside_a_quotation_starts_no_sentence(unparsed: Callable[[str], Doc]) -> None:
    doc = Sentences()(unparsed("「 行く 。 ⏎ 帰る 」 と 述べ た 。"))
    assert [token.i for token in doc if token.is_sent_start] == [0]


def test_a_sentence_without_an_end_is_cut_after_a_comma() -> None:
    text = "対話を続ける、" * 1000
    ends = [0, *find_sentence_ends(text), len(text)]
    assert all(text[end - 1] == "、" for end in ends[1:])
    assert max(after - before for before, after in pairwise(ends)) <= LONGEST


def test_a_long_sentence_is_not_cut_in_its_brackets() -> None:
    text = f"首相は「{'対話を続ける、' * 200}」と述べた。"
    assert list(find_sentence_ends(text)) == [text.index("」") + 1, len(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"（{'対話を続ける。' * 1000}）", id="one pair"),
        pytest.param("「対話（を」続ける）。" * 1000, id="pairs that overlap"),
        pytest.param(f"{'「対話を続ける。' * 1000}{'」' * 1000}", id="pairs in one another"),
    ],
)
def test_brackets_around_a_text_do_not_make_it_a_sentence(text: str) -> None:
    ends = [0, *find_sentence_ends(text)]
    assert max(after - before for before, after in pairwise(ends)) <= LONGEST_BRACKETS
