from typing import Any

import pytest

from extractor.evaluation.entities import EntityCounts, b_cubed, count_entities, gold_names, predicted_names

TEXT = "トランプ大統領は米国でＮＡＴＯとトランプ氏"
TRUMP = {"names": ["トランプ"], "type": "person"}
US = {"names": ["米国"], "type": "country", "iso": "US"}
NATO = {"names": ["ＮＡＴＯ"], "type": "organization"}
TRUMP_RIGHT = {"person_right": 2, "cluster_precision": 2.0, "cluster_recall": 2.0, "clustered": 2}


@pytest.mark.parametrize(
    ("gold", "predicted", "counts"),
    [
        pytest.param([TRUMP], [TRUMP], TRUMP_RIGHT, id="person"),
        pytest.param(
            [NATO],
            [NATO],
            {"organization_right": 1, "cluster_precision": 1.0, "cluster_recall": 1.0, "clustered": 1},
            id="organization",
        ),
        pytest.param([TRUMP], [], {"person_missed": 2}, id="missed"),
        pytest.param([], [NATO], {"organization_spurious": 1}, id="spurious"),
        pytest.param([US], [US], {"country_right": 1, "linked": 1}, id="country-linked"),
        pytest.param([US], [{**US, "iso": "GB"}], {"country_right": 1}, id="country-linked-wrongly"),
        pytest.param([US], [{**US, "iso": None}], {"country_right": 1}, id="country-not-linked"),
        pytest.param(
            [NATO], [{**NATO, "type": "person"}], {"person_spurious": 1, "organization_missed": 1}, id="another-type"
        ),
        pytest.param([NATO], [{**NATO, "type": "provision"}], {"organization_missed": 1}, id="type-gold-lacks"),
        pytest.param([NATO], [{**NATO, "kind": "nominal"}], {"organization_missed": 1}, id="not-by-name"),
        pytest.param([US], [{**US, "names": ["米"]}], {"country_spurious": 1, "country_missed": 1}, id="other-bounds"),
    ],
)
def test_entities_are_counted(
    gold: list[Any], predicted: list[Any], counts: dict[str, Any], make_gold: Any, make_prediction: Any
) -> None:
    document = make_gold(TEXT, entities=tuple(gold))
    found = make_prediction(TEXT, entities=tuple(predicted))
    assert count_entities(gold_names(document), predicted_names(found)) == EntityCounts(**counts)


@pytest.mark.parametrize(
    ("gold", "predicted", "precision", "recall"),
    [
        pytest.param("aabb", "xxyy", 4.0, 4.0, id="same"),
        pytest.param("aaaa", "xxyy", 4.0, 2.0, id="split"),  # each finds 2 of its 4
        pytest.param("aabb", "xxxx", 2.0, 4.0, id="merged"),
        # precision: a 2/3, 2/3; b 1/3, 1. recall: a 1, 1; b 1/2, 1/2
        pytest.param("aabb", "xxxy", 2 / 3 + 2 / 3 + 1 / 3 + 1, 3.0, id="one-astray"),
    ],
)
def test_b_cubed_by_hand(gold: str, predicted: str, precision: float, recall: float, make_gold: Any) -> None:
    document = make_gold("零一二三", entities=({"names": list("零一二三"), "type": "person"},))
    names = sorted(gold_names(document))
    things = {letter: object() for letter in gold + predicted}
    found = b_cubed(
        names,
        {name: things[letter] for name, letter in zip(names, gold, strict=True)},
        {name: things[letter] for name, letter in zip(names, predicted, strict=True)},
    )
    assert found == pytest.approx((precision, recall))
