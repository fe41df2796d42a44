from typing import Any

import pytest

from extractor.evaluation.confidence import confidence_figures
from extractor.evaluation.statements import judge_statements

TEXT = "首相は雨だと述べ、外相は雪だと述べ、局長は風だと述べ、課長は霧だと述べた"
GOLD = (
    {"content": ["雨だ"], "source": [{"generic": "首相"}]},
    {"content": ["雪だ"], "source": [{"generic": "外相"}]},
    {"content": ["風だ"], "source": [{"generic": "局長"}], "optional": True},
)


def said(content: str, speaker: str, confidence: float | None) -> dict[str, Any]:
    return {"content": content, "speakers": [speaker], "confidence": confidence}


@pytest.mark.parametrize(
    ("predicted", "ranking"),
    [
        pytest.param([said("雨だ", "首相", 0.9), said("霧だ", "課長", 0.2)], 1.0, id="spurious-below-right"),
        pytest.param([said("雨だ", "首相", 0.2), said("霧だ", "課長", 0.9)], 0.0, id="spurious-above-right"),
        pytest.param([said("雨だ", "首相", 0.5), said("雪だ", "首相", 0.5)], 0.5, id="tie-with-a-wrong-speaker"),
        # pairs: 0.9 and 0.4 above 0.3; 0.9 above 0.6, 0.4 not
        pytest.param(
            [
                said("雨だ", "首相", 0.9),
                said("雪だ", "外相", 0.4),
                said("霧だ", "課長", 0.3),
                said("課長", "課長", 0.6),
            ],
            0.75,
            id="three-of-four-pairs",
        ),
        pytest.param(
            [said("雨だ", "首相", 0.9), said("風だ", "課長", 1.0), said("霧だ", "課長", 0.2)],
            1.0,
            id="optional-passed-over",
        ),
        pytest.param([said("雨だ", "首相", 0.9)], None, id="none-wrong"),
        pytest.param([said("霧だ", "課長", 0.9)], None, id="none-right"),
        pytest.param([said("雨だ", "首相", None), said("霧だ", "課長", 0.9)], None, id="confidence-missing"),
    ],
)
def test_ranking_is_the_share_of_pairs_in_order(
    predicted: list[Any], ranking: float | None, make_gold: Any, make_prediction: Any
) -> None:
    judged = judge_statements(make_gold(TEXT, statements=GOLD), make_prediction(TEXT, statements=tuple(predicted)))
    figures = confidence_figures(judged)
    assert (figures and figures.ranking) == ranking
