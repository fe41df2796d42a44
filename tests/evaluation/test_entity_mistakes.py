from typing import Any

import pytest

from extractor.evaluation.entities import gold_names, predicted_names
from extractor.evaluation.entity_mistakes import entity_mistakes

TEXT = "米国務省と米国とバイデン氏とハリス氏とバイデン"
US = {"names": ["米国"], "type": "country", "iso": "US"}
MINISTRY = {"names": ["米国務省"], "type": "organization"}
BIDEN = {"names": ["バイデン"], "type": "person"}
HARRIS = {"names": ["ハリス"], "type": "person"}


@pytest.mark.parametrize(
    ("gold", "predicted", "mistakes"),
    [
        pytest.param([MINISTRY], [MINISTRY], [], id="all-right"),
        pytest.param([MINISTRY], [], [("name missed: organization", "[米国務省]と米国とバイ")], id="missed"),
        pytest.param([], [HARRIS], [("name spurious: person", "バイデン氏と[ハリス]氏とバイデン")], id="spurious"),
        pytest.param(
            [MINISTRY],
            [{**MINISTRY, "type": "person"}],
            [("name of wrong type: organization", "[米国務省]と米国とバイ got 米国務省 (person)")],
            id="type",
        ),
        pytest.param(
            [HARRIS],
            [{**HARRIS, "names": ["ハリス氏"]}],
            [("name with wrong bounds: person", "バイデン氏と[ハリス]氏とバイデン got ハリス氏 (person)")],
            id="bounds",
        ),
        pytest.param(
            [MINISTRY],
            [{**US, "names": ["米国務"]}],
            [
                ("name missed: organization", "[米国務省]と米国とバイ"),
                ("name spurious: country", "[米国務]省と米国とバ"),
            ],
            id="type-and-bounds-are-two",
        ),
    ],
)
def test_mistakes_have_a_kind_and_a_context(
    gold: list[Any], predicted: list[Any], mistakes: list[tuple[str, str]], make_gold: Any, make_prediction: Any
) -> None:
    names = gold_names(make_gold(TEXT, entities=tuple(gold)))
    found = predicted_names(make_prediction(TEXT, entities=tuple(predicted)))
    assert [(mistake.kind, mistake.text) for mistake in entity_mistakes(names, found, "a", TEXT)] == mistakes


def test_a_country_with_another_code_is_linked_wrongly(make_gold: Any, make_prediction: Any) -> None:
    names = gold_names(make_gold("米国は", entities=(US,)))
    found = predicted_names(make_prediction("米国は", entities=({**US, "iso": "GB"},)))
    (mistake,) = entity_mistakes(names, found, "a", "米国は")
    assert (mistake.kind, mistake.text) == ("country linked wrongly", "[米国]は US got GB")


@pytest.mark.parametrize(
    ("gold", "predicted", "kind"),
    [
        pytest.param(["バイデン・ハリス"], ["バイデン", "ハリス"], "entity split", id="split"),
        pytest.param(["バイデン", "ハリス"], ["バイデン・ハリス"], "entities merged", id="merged"),
    ],
)
def test_a_wrong_grouping_is_one_mistake(
    gold: list[str], predicted: list[str], kind: str, make_gold: Any, make_prediction: Any
) -> None:
    def persons(groups: list[str]) -> tuple[dict[str, Any], ...]:
        return tuple({"names": group.split("・"), "type": "person"} for group in groups)

    names = gold_names(make_gold(TEXT, entities=persons(gold)))
    found = predicted_names(make_prediction(TEXT, entities=persons(predicted)))
    (mistake,) = entity_mistakes(names, found, "a", TEXT)
    assert (mistake.kind, mistake.text) == (kind, "バイデン | ハリス")
