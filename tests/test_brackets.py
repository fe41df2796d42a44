"""Pairing of brackets: nested, over lines, unclosed, and in time linear in the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.brackets import Pair, outermost, parenthesis_pairs, quote_pairs

PARTNER = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "［": "］", "〈": "〉"}
texts = st.text(st.sampled_from("「」「」『』（）()【】あ。\n"), max_size=30)


def shown(text: str, pairs: list[Pair]) -> list[str]:
    """Return each pair as its text, one > for each pair around it, ~ after one that is not closed."""
    return [">" * pair.depth + text[pair.start : pair.end] + "~" * (not pair.closed) for pair in pairs]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("「行く」と「帰る」", ["「行く」", "「帰る」"], id="one-after-another"),
        pytest.param("「父は『急ぐな』と」", ["「父は『急ぐな』と」", ">『急ぐな』"], id="nested"),
        pytest.param("「行く。\n帰る」", ["「行く。\n帰る」"], id="over-lines"),
        pytest.param("「行く\n「帰る」", ["「行く~", "「帰る」"], id="unclosed-ends-with-its-line"),
        pytest.param("「行く", ["「行く~"], id="unclosed-at-the-end"),
        pytest.param("「行く。彼は「帰る」", ["「行く。~", "「帰る」"], id="unclosed-ends-with-its-sentence"),
        pytest.param("「父は『行け』と。", ["「父は『行け』と。~", ">『行け』"], id="unclosed-around-another-kind"),
        pytest.param("「行く、彼は「帰る」", ["「行く、彼は~", "「帰る」"], id="unclosed-ends-before-the-next"),
        pytest.param("行く」と", [], id="closing-without-opening"),
        pytest.param("「行く『帰る」", ["「行く『帰る」", ">『帰る」~"], id="unclosed-inside"),
        pytest.param(
            "「行く『帰る」と』", ["「行く『帰る」", ">『帰る」~"], id="what-opens-inside-does-not-close-outside"
        ),
        pytest.param("", [], id="empty"),
    ],
)
def test_quote_pairs(text: str, pairs: list[str]) -> None:
    assert shown(text, quote_pairs(text)) == pairs


def test_an_unclosed_quotation_does_not_cut_one_that_runs_over_lines() -> None:
    text = "「行く「帰る\n必ず」と述べた"
    assert "「帰る\n必ず」" in [text[pair.start : pair.end] for pair in quote_pairs(text) if pair.closed]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("山田氏（50）は", ["（50）"], id="full-width"),
        pytest.param("NATO (北大西洋)", ["(北大西洋)"], id="ascii"),
        pytest.param("【速報】［表］〈写真〉", ["【速報】", "［表］", "〈写真〉"], id="other-kinds"),
        pytest.param("（行く\n帰る）", [], id="never-over-lines"),
        pytest.param("（行く", [], id="unclosed"),
        pytest.param("（a（b）c）", ["（a（b）c）", ">（b）"], id="nested"),
    ],
)
def test_parenthesis_pairs(text: str, pairs: list[str]) -> None:
    assert shown(text, parenthesis_pairs(text)) == pairs


def test_outermost() -> None:
    text = "「父は『急ぐな』と」と「帰る」"
    assert shown(text, outermost(quote_pairs(text))) == ["「父は『急ぐな』と」", "「帰る」"]


@pytest.mark.parametrize("find", [quote_pairs, parenthesis_pairs])
@given(text=texts)
def test_pairs_stand_in_text_order_and_nest(find: type, text: str) -> None:
    pairs = find(text)
    assert [pair.start for pair in pairs] == sorted({pair.start for pair in pairs})
    for pair in pairs:
        around = [other for other in pairs if other.start < pair.start < other.end]
        assert pair.start < pair.end <= min((other.end for other in around), default=len(text))
        assert pair.depth == len(around)


@pytest.mark.parametrize("find", [quote_pairs, parenthesis_pairs])
@given(text=texts)
def test_closed_pairs_begin_and_end_with_brackets_of_one_kind(find: type, text: str) -> None:
    for pair in find(text):
        if pair.closed:
            assert text[pair.end - 1] == PARTNER[text[pair.start]]


@given(texts)
def test_every_opening_quotation_mark_opens_a_pair(text: str) -> None:
    assert [pair.start for pair in quote_pairs(text)] == [i for i, char in enumerate(text) if char in "「『"]


@given(texts)
def test_unclosed_quotations_stay_on_their_line(text: str) -> None:
    assert not any("\n" in text[pair.start : pair.end] for pair in quote_pairs(text) if not pair.closed)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("「" * 10_000, id="unclosed"),
        pytest.param("「" * 10_000 + "」" * 10_000, id="nested"),
        pytest.param("「『" * 10_000 + "」" * 10_000, id="two-kinds"),
        pytest.param("「\n" * 10_000, id="unclosed-lines"),
    ],
)
def test_deep_nesting_is_quick(text: str) -> None:
    start = time.perf_counter()
    assert quote_pairs(text)
    assert time.perf_counter() - start < 2
