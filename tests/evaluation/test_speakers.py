from typing import Any

import pytest

from extractor.evaluation.speakers import SpeakerJudge

TEXT = "ロドリゲス外相は雨だと述べた。政府関係者とサンチェス氏は、ロドリゲス氏が晴れだと語ったとした。"
ENTITIES = (
    {"names": ["ロドリゲス"], "type": "person"},
    {"names": ["サンチェス"], "type": "person"},
)
RODRIGUEZ = {"key": "ロドリゲス"}
SANCHEZ = {"key": "サンチェス"}
OFFICIAL = {"generic": "関係者"}


def implicit(text: str, entity: str | None = None) -> dict[str, Any]:
    return {"text": text, "entity": entity, "start": None, "end": None, "kind": "implicit"}


@pytest.mark.parametrize(
    ("sources", "speakers", "right"),
    [
        pytest.param([{"mention": "ロドリゲス外相", **RODRIGUEZ}], ["外相"], True, id="place-overlaps"),
        pytest.param([RODRIGUEZ], [implicit("外相", "e0")], True, id="entity-shares-a-mention"),
        pytest.param([RODRIGUEZ], [implicit("外相", "e1")], False, id="another-entity"),
        pytest.param([RODRIGUEZ], [implicit("ロドリゲス")], True, id="a-name-of-the-entity"),
        pytest.param([SANCHEZ], [implicit("ロドリゲス")], False, id="a-name-of-another"),
        pytest.param([{**SANCHEZ, "alt": ["ロドリゲス"]}], [implicit("x", "e0")], True, id="another-right-answer"),
        pytest.param([OFFICIAL], ["政府関係者"], True, id="noun-inside-the-words"),
        pytest.param([{"generic": "政府関係者"}], [implicit("関係者")], True, id="words-inside-the-noun"),
        pytest.param([{"generic": "政府関係者"}], [implicit("者")], False, id="one-character-is-not-enough"),
        pytest.param([{**RODRIGUEZ, "alt": ["関係者"]}], ["政府関係者"], True, id="noun-as-another-answer"),
        pytest.param([OFFICIAL], [], False, id="none-given"),
        pytest.param([], [implicit("関係者")], False, id="none-wanted"),
        pytest.param([], [], False, id="none-on-both-sides"),
        pytest.param([RODRIGUEZ, SANCHEZ], [implicit("x", "e0")], True, id="half-of-two"),
        pytest.param([RODRIGUEZ], [implicit("x", "e0"), implicit("x", "e1")], True, id="one-too-many"),
        pytest.param([RODRIGUEZ], [implicit("x", "e0"), "政府", "関係者"], False, id="two-too-many"),
        pytest.param([RODRIGUEZ, SANCHEZ, OFFICIAL], [implicit("x", "e0")], False, id="one-of-three"),
        pytest.param(
            [RODRIGUEZ], [implicit("x", "e0"), implicit("x", "e0"), implicit("x", "e0")], False, id="paired-once"
        ),
    ],
)
def test_speakers_are_right(
    sources: list[dict[str, Any]], speakers: list[Any], right: bool, make_gold: Any, make_prediction: Any
) -> None:
    gold = make_gold(
        TEXT, entities=ENTITIES, statements=({"content": ["雨だ"], "source": sources, "optional": not sources},)
    )
    predicted = make_prediction(TEXT, entities=ENTITIES, statements=({"content": "雨だ", "speakers": speakers},))
    judge = SpeakerJudge(gold, predicted)
    assert judge.right(predicted.statements[0], gold.statements[0].source) is right


def test_an_entity_with_an_alias_that_gold_names_is_right(make_gold: Any, make_prediction: Any) -> None:
    """Its mention (外相) is none of gold's, only its other name is."""
    statement = {"content": ["雨だ"], "source": [RODRIGUEZ]}
    gold = make_gold(TEXT, entities=ENTITIES, statements=(statement,))
    minister = make_prediction("外相", entities=({"names": ["外相", "ロドリゲス"], "type": "person"},)).entities
    predicted = make_prediction(TEXT, statements=({"content": "晴れだ", "speakers": [implicit("x", "e0")]},))
    elsewhere = minister[0].mentions[0].model_copy(update={"start": 40, "end": 42})
    entity = minister[0].model_copy(update={"mentions": (elsewhere,)})
    judge = SpeakerJudge(gold, predicted.model_copy(update={"entities": (entity,)}))
    assert judge.right(predicted.statements[0], gold.statements[0].source)
