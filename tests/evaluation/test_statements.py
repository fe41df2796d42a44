from typing import Any

import pytest

from extractor.evaluation.statements import StatementCounts, count_statements, judge_statements, source_kind

TEXT = "首相は「雨だ」と述べた。外相は支持を表明した。関係者は晴れだと語ったという。"
RAIN = {"content": ["雨だ"], "form": "direct", "cue": "述べた", "source": [{"mention": "首相", "generic": "首相"}]}
SUPPORT = {"content": ["支持"], "form": "reported", "cue": "表明"}
SUN = {"content": ["晴れだ"], "cue": "語った", "source": [{"mention": "関係者", "generic": "関係者"}]}

SAID_RAIN = {"content": "雨だ", "form": "direct", "cue": "述べた", "speakers": ["首相"]}
SAID_SUPPORT = {"content": "支持", "form": "reported"}
SAID_SUN = {"content": "晴れだ", "cue": "語った", "speakers": ["関係者"]}
RAIN_RIGHT = {"found": 1, "joint": 1, "overlap": 1.0, "exact": 1, "form": 1, "act": 1, "with_cue": 1, "cue": 1}


@pytest.mark.parametrize(
    ("gold", "predicted", "counts"),
    [
        pytest.param([RAIN], [SAID_RAIN], RAIN_RIGHT, id="all-right"),
        pytest.param([RAIN], [], {"missed": 1}, id="missed"),
        pytest.param([], [SAID_RAIN], {"spurious": 1}, id="spurious"),
        pytest.param([RAIN], [{**SAID_RAIN, "speakers": ["外相"]}], {**RAIN_RIGHT, "joint": 0}, id="another-speaker"),
        pytest.param([RAIN], [{**SAID_RAIN, "form": "mixed"}], {**RAIN_RIGHT, "form": 0}, id="another-form"),
        pytest.param([RAIN], [{**SAID_RAIN, "act": "deny"}], {**RAIN_RIGHT, "act": 0}, id="another-act"),
        pytest.param([RAIN], [{**SAID_RAIN, "cue": "語った"}], {**RAIN_RIGHT, "cue": 0}, id="another-cue"),
        pytest.param([RAIN], [{**SAID_RAIN, "cue": "と述べ"}], RAIN_RIGHT, id="cue-overlaps"),
        pytest.param([RAIN], [{**SAID_RAIN, "cue": None}], {**RAIN_RIGHT, "cue": 0}, id="no-cue"),
        pytest.param([{**RAIN, "cue": None}], [SAID_RAIN], {**RAIN_RIGHT, "with_cue": 0, "cue": 0}, id="cue-too-many"),
        # 「雨だ」 for 雨だ: 2 * 2 / (4 + 2) of the characters, and exact but for the marks at its edges
        pytest.param([RAIN], [{**SAID_RAIN, "content": "「雨だ」"}], {**RAIN_RIGHT, "overlap": 2 / 3}, id="brackets"),
        pytest.param(
            [RAIN], [{**SAID_RAIN, "content": "雨だ」と"}], {**RAIN_RIGHT, "overlap": 2 / 3, "exact": 0}, id="too-long"
        ),
        pytest.param([{**RAIN, "optional": True}], [], {}, id="optional-missed"),
        pytest.param([{**RAIN, "optional": True}], [SAID_RAIN], {}, id="optional-found"),
        pytest.param(
            [SUPPORT],
            [SAID_SUPPORT],
            {"reported_found": 1, "reported_predicted": 1, "reported_right": 1},
            id="reported",
        ),
        pytest.param([SUPPORT], [], {"reported_missed": 1}, id="reported-missed"),
        pytest.param([], [SAID_SUPPORT], {"reported_predicted": 1}, id="reported-spurious"),
        pytest.param([SUPPORT], [{**SAID_SUPPORT, "form": "indirect"}], {"reported_found": 1}, id="reported-as-clause"),
        pytest.param([{**SUPPORT, "optional": True}], [], {}, id="reported-and-optional"),
        pytest.param(
            [RAIN],
            [{**SAID_RAIN, "form": "reported"}],
            {**RAIN_RIGHT, "form": 0, "reported_predicted": 1, "reported_right": 1},
            id="clause-as-reported",
        ),
        pytest.param([RAIN, SUN], [SAID_SUN], {**RAIN_RIGHT, "missed": 1}, id="one-of-two"),
    ],
)
def test_statements_are_counted(
    gold: list[Any], predicted: list[Any], counts: dict[str, Any], make_gold: Any, make_prediction: Any
) -> None:
    judged = judge_statements(
        make_gold(TEXT, statements=tuple(gold)), make_prediction(TEXT, statements=tuple(predicted))
    )
    assert count_statements(judged, TEXT) == StatementCounts(**counts)


@pytest.mark.parametrize(
    ("sources", "kind"),
    [
        pytest.param([{"generic": "首相"}], "zero", id="left-out"),
        pytest.param([{"generic": "首相"}, {"generic": "外相", "mention": "外相"}], "stated", id="one-of-two-stated"),
        pytest.param([], "stated", id="nobody"),
    ],
)
def test_source_is_zero_where_no_mention_is(sources: list[Any], kind: str, make_gold: Any) -> None:
    assert (
        source_kind(make_gold(TEXT, statements=({**RAIN, "source": sources, "optional": not sources},)).statements[0])
        == kind
    )
