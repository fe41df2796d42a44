"""Turns of a printed conversation: found in plain text, by the labels that lines begin with."""

import pytest

from extractor.attribution.turns import find_turns


def said(text: str) -> list[tuple[str, str]]:
    return [(text[turn.label_start : turn.label_end], text[turn.start : turn.end]) for turn in find_turns(text)]


FOUND = [
    pytest.param(
        "編集部： 痛みますか。\n先生： はい。\n休みましょう。\n編集部： なぜですか。\n",
        [("編集部", "痛みますか。"), ("先生", "はい。\n休みましょう。"), ("編集部", "なぜですか。")],
        id="a turn goes on to the next label",
    ),
    pytest.param(
        "記者:なぜですか。\n社長（55）:分かりません。\n記者:本当ですか。\n",
        [("記者", "なぜですか。"), ("社長", "分かりません。"), ("記者", "本当ですか。")],
        id="half-width colons, an age",
    ),
    pytest.param(
        "先生：休みましょう。\n先生：走らないでください。\n\n取材は三日に行った。\n",
        [("先生", "休みましょう。"), ("先生", "走らないでください。")],
        id="the last ends at a blank line",
    ),
    pytest.param(
        "先生：休みましょう。\n先生：走らないでください。\n（聞き手 佐藤）\n",
        [("先生", "休みましょう。"), ("先生", "走らないでください。")],
        id="the last ends where a line is no sentence",
    ),
    pytest.param(
        "先生：休みましょう。\n■ 治療\n薬はいらない。\n先生：走らないでください。\n",
        [("先生", "休みましょう。"), ("先生", "走らないでください。")],
        id="a heading ends it",
    ),
    pytest.param(
        "――きっかけは。\n李さん　夫です。\n――今後は。\n李さん　続けます。\n",
        [("李さん", "夫です。"), ("李さん", "続けます。")],
        id="behind dashes a blank will do",
    ),
]

NONE = [
    pytest.param("先生：休みましょう。\n社長：はい。\n", id="each label once"),
    pytest.param("日時：十日\n場所：市民会館\n日時：十一日\n場所：公園\n", id="a list holds no sentences"),
    pytest.param("10：30 開場。\n10：30 開演。\n", id="hours"),
    pytest.param("https://a.example/一。\nhttps://a.example/二。\n", id="addresses"),
    pytest.param("首相は「行く」と述べた。\n首相は「帰る」と述べた。\n", id="sentences"),
    pytest.param("店長：「すぐ売れた」\n店長：「毎日来る」\n", id="quotations stand for themselves"),
    pytest.param("李さん　夫です。\n李さん　続けます。\n", id="a blank without questions"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize(("text", "turns"), FOUND)
def test_turns(text: str, turns: list[tuple[str, str]]) -> None:
    assert said(text) == turns


@pytest.mark.parametrize("text", NONE)
def test_no_turns(text: str) -> None:
    assert said(text) == []
