from typing import Any

import pytest

from extractor.evaluation.speaker_distance import Distance, speaker_distance

KING = {"type": "person", "names": ["甲野"]}
STATED = {"key": "甲野", "mention": "甲野"}
LEFT_OUT = {"key": "甲野", "mention": None}
NOUN = {"generic": "記者", "mention": None}
PRONOUN = {"generic": "彼女", "mention": None}


@pytest.mark.parametrize(
    ("text", "content", "source", "distance"),
    [
        pytest.param("甲野は雨だと述べた。", "雨だ", STATED, "same sentence", id="before"),
        pytest.param(
            "「雨だ。雪だ」と甲野は述べた。",
            "雨だ。雪だ",
            STATED,
            "same sentence",
            id="after",
        ),
        pytest.param("甲野が来た。雨だと述べた。", "雨だ", LEFT_OUT, "earlier sentence", id="left-out"),
        pytest.param("甲野が来た！雨だと述べた。", "雨だ", LEFT_OUT, "earlier sentence", id="exclamation"),
        pytest.param("甲野が来た。\n雨だと述べた。", "雨だ", LEFT_OUT, "earlier paragraph", id="paragraph"),
        pytest.param("甲野が来た。\n甲野が帰り、雨だと述べた。", "雨だ", LEFT_OUT, "same sentence", id="nearest"),
        pytest.param("雨だと述べた。甲野である。", "雨だ", LEFT_OUT, "later", id="later"),
        pytest.param("雨だと述べた。誰か。甲野。", "雨だ", PRONOUN, "nowhere", id="unnamed"),
        pytest.param(
            "記者が来た。雨だと述べた。甲野。",
            "雨だ",
            NOUN,
            "earlier sentence",
            id="noun",
        ),
    ],
)
def test_the_speaker_is_so_far_off(
    text: str, content: str, source: dict[str, Any], distance: str, make_gold: Any
) -> None:
    line = text[: text.index(content)].count("\n") + 1
    statement = {"line": line, "content": [content], "cue": "述べた", "source": [source]}
    gold = make_gold(text, entities=(KING,), statements=(statement,))
    assert speaker_distance(gold.statements[0], gold, text) is Distance(distance)


def test_a_statement_of_nobody_has_its_speaker_nowhere(make_gold: Any) -> None:
    statement = {"content": ["雨だ"], "cue": "述べた", "source": [], "optional": True}
    gold = make_gold("雨だと述べた。", statements=(statement,))
    assert speaker_distance(gold.statements[0], gold, gold.text) is Distance.NOWHERE
