from typing import Any

import pytest

from extractor.evaluation.statement_mistakes import statement_mistakes
from extractor.evaluation.statements import judge_statements

TEXT = "首相は大雨が降ると述べた。外相は支持を表明した。"
PREMIER = {"mention": "首相", "generic": "首相"}
RAIN = {"content": ["大雨が降る"], "cue": "述べた", "source": [PREMIER]}
SAID_RAIN = {"content": "大雨が降る", "cue": "述べた", "speakers": ["首相"]}


@pytest.mark.parametrize(
    ("gold", "predicted", "kinds"),
    [
        pytest.param([RAIN], [SAID_RAIN], [], id="all-right"),
        pytest.param([RAIN], [], ["statement missed: indirect"], id="missed"),
        pytest.param([], [SAID_RAIN], ["statement spurious: indirect"], id="spurious"),
        pytest.param([], [{**SAID_RAIN, "form": "reported"}], [], id="reported-does-not-count"),
        pytest.param([{**RAIN, "optional": True}], [], [], id="optional-does-not-count"),
        pytest.param([RAIN], [{**SAID_RAIN, "speakers": ["外相"]}], ["speaker wrong: unnamed in the text"], id="wrong"),
        pytest.param([RAIN], [{**SAID_RAIN, "speakers": []}], ["speaker not found: unnamed in the text"], id="none"),
        pytest.param(
            [{**RAIN, "source": [{"generic": "首相"}]}],
            [{**SAID_RAIN, "speakers": ["外相"]}],
            ["speaker wrong: left out in the text"],
            id="zero",
        ),
        pytest.param(
            [RAIN], [{**SAID_RAIN, "content": "は大雨が降る"}], ["content starts too early (too long)"], id="early"
        ),
        pytest.param(
            [RAIN], [{**SAID_RAIN, "content": "雨が降る"}], ["content starts too late (too short)"], id="late"
        ),
        pytest.param(
            [RAIN], [{**SAID_RAIN, "content": "大雨が降ると"}], ["content ends too late (too long)"], id="over"
        ),
        pytest.param(
            [{**RAIN, "content": ["大雨が降ると述べた"], "cue": None}],
            [{**SAID_RAIN, "content": "大雨が降ると述べた。外"}],
            ["content ends too late (too long)"],
            id="over-a-mark",
        ),
        pytest.param(
            [{**RAIN, "content": ["大雨が降ると述べた"], "cue": None}],
            [{**SAID_RAIN, "content": "雨が降ると述べた。"}],
            ["content starts too late (too short)"],
            id="a-mark-at-the-end-does-not-count",
        ),
        pytest.param(
            [RAIN],
            [{**SAID_RAIN, "content": "は大雨が"}],
            ["content starts too early (too long)", "content ends too early (too short)"],
            id="both-ends",
        ),
        pytest.param(
            [RAIN], [{**SAID_RAIN, "content": ["大雨", "降る"]}], ["content differs between its ends"], id="inside"
        ),
        pytest.param(
            [RAIN], [{**SAID_RAIN, "content": "大雨が降る", "form": "mixed"}], ["form wrong: indirect"], id="form"
        ),
        pytest.param([RAIN], [{**SAID_RAIN, "act": "deny"}], ["act wrong: assert"], id="act"),
        pytest.param([RAIN], [{**SAID_RAIN, "cue": "表明"}], ["cue wrong"], id="cue"),
        pytest.param([RAIN], [{**SAID_RAIN, "cue": None}], ["cue not found"], id="no-cue"),
    ],
)
def test_mistakes_have_a_kind(
    gold: list[Any], predicted: list[Any], kinds: list[str], make_gold: Any, make_prediction: Any
) -> None:
    judged = judge_statements(
        make_gold(TEXT, statements=tuple(gold)), make_prediction(TEXT, statements=tuple(predicted))
    )
    assert [mistake.kind for mistake in statement_mistakes(judged, "a", TEXT)] == kinds


@pytest.mark.parametrize(
    ("speakers", "kinds"),
    [
        pytest.param(["首相"], ["speaker given: nobody is named"], id="somebody-given"),
        pytest.param([], [], id="nobody-given"),
    ],
)
def test_where_nobody_is_named_a_speaker_is_a_mistake(
    speakers: list[str], kinds: list[str], make_gold: Any, make_prediction: Any
) -> None:
    gold = make_gold(TEXT, statements=(RAIN,))
    unnamed = gold.model_copy(update={"statements": (gold.statements[0].model_copy(update={"source": ()}),)})
    judged = judge_statements(unnamed, make_prediction(TEXT, statements=({**SAID_RAIN, "speakers": speakers},)))
    assert [mistake.kind for mistake in statement_mistakes(judged, "a", TEXT)] == kinds


def test_a_mistake_shows_what_was_wanted_and_what_was_given(make_gold: Any, make_prediction: Any) -> None:
    entities = ({"key": "首相", "names": ["首相"], "type": "person"},)
    source = {"mention": "首相", "key": "首相"}
    gold = make_gold(TEXT, entities=entities, statements=({**RAIN, "source": [source]},))
    predicted = make_prediction(TEXT, statements=({**SAID_RAIN, "speakers": ["外相"]},))
    (mistake,) = statement_mistakes(judge_statements(gold, predicted), "a", TEXT)
    assert mistake.kind == "speaker wrong: stated in the text"
    assert mistake.text == "大雨が降る <首相> got <外相>"


def test_without_the_text_a_missed_statement_is_shown_by_its_offsets(make_gold: Any, make_prediction: Any) -> None:
    judged = judge_statements(make_gold(TEXT, statements=(RAIN,)), make_prediction(""))
    (mistake,) = statement_mistakes(judged, "a", "")
    assert mistake.text.startswith("characters 3 to 8")
