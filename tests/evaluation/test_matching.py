from typing import Any

import pytest

from extractor.evaluation.matching import match_statements

TEXT = "あいうえおかきくけこ"


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        pytest.param(["あいう"], ["あいう"], {0: (0, 1.0)}, id="same"),
        pytest.param(["あいうえ"], ["えおかき"], {}, id="a-quarter-is-too-little"),  # 2 * 1 / 8
        pytest.param(["あいうえ"], ["うえおか"], {0: (0, 0.5)}, id="a-half-is-enough"),  # 2 * 2 / 8
        pytest.param(["あいうえ"], ["あいう", "あいうえ"], {0: (1, 1.0)}, id="best-first"),
        pytest.param(["あいうえ", "あいう"], ["あいう"], {1: (0, 1.0)}, id="one-to-one"),
        pytest.param(["あいう", "かきく"], ["かきく", "あいう"], {0: (1, 1.0), 1: (0, 1.0)}, id="in-another-order"),
        pytest.param([], ["あいう"], {}, id="no-gold"),
    ],
)
def test_statements_are_paired_by_their_contents(
    gold: list[str], predicted: list[str], pairs: dict[int, tuple[int, float]], make_gold: Any, make_prediction: Any
) -> None:
    matching = match_statements(
        make_gold(TEXT, statements=tuple({"content": [words]} for words in gold)),
        make_prediction(TEXT, statements=tuple({"content": words} for words in predicted)),
    )
    assert matching.of_gold == pairs
    assert matching.of_predicted == {i: (j, overlap) for j, (i, overlap) in pairs.items()}


def test_several_pieces_count_as_one_content(make_gold: Any, make_prediction: Any) -> None:
    gold = make_gold(TEXT, statements=({"content": ["あい", "おか"]},))
    predicted = make_prediction(TEXT, statements=({"content": "あい"},))
    assert match_statements(gold, predicted).of_gold == {0: (0, pytest.approx(2 / 3))}  # 2 * 2 / (4 + 2)
