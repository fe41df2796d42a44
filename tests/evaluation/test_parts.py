from typing import Any

from extractor.evaluation.parts import Part, add_parts, joint_shares, parts_of
from extractor.evaluation.statements import judge_statements

TEXT = "首相は雨だと述べた。"
RAIN = {"content": ["雨だ"], "cue": "述べた", "source": [{"mention": "首相", "generic": "首相"}]}
SAID_RAIN = {"content": "雨だ", "cue": "述べた", "speakers": ["首相"]}


def parts(make_gold: Any, make_prediction: Any, *said: dict[str, Any]) -> Any:
    gold = make_gold(TEXT, statements=(RAIN,))
    return parts_of(judge_statements(gold, make_prediction(TEXT, statements=said)), gold, TEXT)


def test_a_statement_counts_once_in_every_sorting(make_gold: Any, make_prediction: Any) -> None:
    one = Part(n=1, found=1, joint=1)
    assert parts(make_gold, make_prediction, SAID_RAIN) == {
        "form": {"indirect": one},
        "source": {"stated": one},
        "distance": {"same sentence": one},
    }


def test_documents_are_added_up_and_give_shares(make_gold: Any, make_prediction: Any) -> None:
    both = add_parts([parts(make_gold, make_prediction, SAID_RAIN), parts(make_gold, make_prediction)])
    assert both["form"] == {"indirect": Part(n=2, found=1, joint=1)}
    assert joint_shares(both)["by_distance.same sentence.joint"] == 0.5


def test_optional_gold_is_in_no_part(make_gold: Any, make_prediction: Any) -> None:
    gold = make_gold(TEXT, statements=({**RAIN, "optional": True},))
    judged = judge_statements(gold, make_prediction(TEXT, statements=(SAID_RAIN,)))
    assert parts_of(judged, gold, TEXT) == {"form": {}, "source": {}, "distance": {}}
