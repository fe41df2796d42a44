"""Topics, dates and stances of found statements are counted, and their mistakes named."""

from typing import Any

import pytest

from extractor.evaluation.about_mistakes import about_mistakes
from extractor.evaluation.abouts import AboutCounts, count_abouts
from extractor.evaluation.document import GoldAbout, GoldDate, GoldDocument
from extractor.evaluation.statements import judge_statements
from extractor.records import Place

TEXT = "首相は「雨だ」と述べた。"
SAID: dict[str, Any] = {"content": ["雨だ"], "form": "direct", "cue": "述べた"}


def of_topics(document: GoldDocument, changes: dict[str, Any]) -> GoldDocument:
    (statement,) = document.statements
    return document.model_copy(update={"topics": True, "statements": (statement.model_copy(update=changes),)})


def predicted(make_prediction: Any, told: dict[str, Any]) -> Any:
    return make_prediction(TEXT, statements=({**SAID, "content": "雨だ", **told},))


def about(topic: str, stance: str | None = None) -> dict[str, Any]:
    return {"topic": topic, "stance": stance and {"value": stance}}


#: A topic that words of the content show, found; a date that its sentence tells, and one that is told.
FOUND = {"content": 1, "content_found": 1}
TOLD = {"dated": 1, "dated_here": 1}

CASES = [
    pytest.param(
        {"about": {"rain": GoldAbout()}}, {"about": [about("rain")]}, {**FOUND, "right": 1}, [], id="topic right"
    ),
    pytest.param(
        {"about": {"rain": GoldAbout()}},
        {},
        {"content": 1, "missed": 1},
        ["topic missed: in the content"],
        id="topic missed",
    ),
    pytest.param({}, {"about": [about("sun")]}, {"spurious": 1}, ["topic spurious"], id="topic spurious"),
    pytest.param(
        {"about": {"rain": GoldAbout(stance="oppose")}},
        {"about": [about("rain", "oppose")]},
        {**FOUND, "right": 1, "stances": 1, "stances_given": 1, "judged": 1, "judged_right": 1},
        [],
        id="stance right",
    ),
    pytest.param(
        {"about": {"rain": GoldAbout(stance="oppose")}},
        {"about": [about("rain", "support")]},
        {**FOUND, "right": 1, "stances": 1, "stances_given": 1, "judged": 1},
        ["stance wrong"],
        id="stance wrong",
    ),
    pytest.param(
        {"about": {"rain": GoldAbout()}},
        {"about": [about("rain", "support")]},
        {**FOUND, "right": 1, "judged": 1},
        ["stance wrong"],
        id="stance where there is none",
    ),
    pytest.param(
        {"about": {"rain": GoldAbout(stance="oppose")}},
        {"about": [about("rain")]},
        {**FOUND, "right": 1, "stances": 1},
        ["stance not found"],
        id="stance not found",
    ),
    pytest.param(
        {"date": GoldDate(value="2026-11-12")},
        {"date": {"value": "2026-11-12"}},
        {**TOLD, "dates_given": 1, "dates_right": 1, "dates_right_here": 1},
        [],
        id="date right",
    ),
    pytest.param(
        {"date": GoldDate(value="2026-11-12")},
        {"date": {"value": "2026-11"}},
        {**TOLD, "dates_given": 1},
        ["date of saying wrong: in its sentence"],
        id="date less exact",
    ),
    pytest.param(
        {"date": GoldDate(value="2026-11-12")}, {}, TOLD, ["date of saying missed: in its sentence"], id="date missed"
    ),
    pytest.param(
        {"date": GoldDate(value="2026-11-12", where=Place.INHERITED)},
        {"date": {"value": "2026-11-12"}},
        {"dated": 1, "dates_given": 1, "dates_right": 1},
        [],
        id="date told before it",
    ),
    pytest.param(
        {"about": {"rain": GoldAbout(where=Place.INHERITED)}},
        {},
        {"inherited": 1, "missed": 1},
        ["topic missed: before it"],
        id="topic told before it",
    ),
    pytest.param(
        {"about": {"rain": GoldAbout(where=Place.SENTENCE)}},
        {"about": [about("rain")]},
        {"sentence": 1, "sentence_found": 1, "right": 1},
        [],
        id="topic of the sentence",
    ),
    pytest.param(
        {},
        {"date": {"value": "2026-11-12"}},
        {"dates_given": 1},
        ["date of saying spurious"],
        id="date where none is told",
    ),
]


@pytest.mark.parametrize(("gold", "told", "counts", "mistakes"), CASES)
def test_what_is_told_of_a_statement_is_counted(
    gold: dict[str, Any],
    told: dict[str, Any],
    counts: dict[str, int],
    mistakes: list[str],
    make_gold: Any,
    make_prediction: Any,
) -> None:
    document = of_topics(make_gold(TEXT, statements=(SAID,)), gold)
    pairs = judge_statements(document, predicted(make_prediction, told))
    assert count_abouts(document, pairs) == AboutCounts(documents=1, **counts)
    assert [mistake.kind for mistake in about_mistakes(document, pairs, TEXT)] == mistakes


def test_gold_that_says_nothing_of_topics_counts_for_nothing(make_gold: Any, make_prediction: Any) -> None:
    document = make_gold(TEXT, statements=(SAID,))
    pairs = judge_statements(document, predicted(make_prediction, {"about": [about("rain")]}))
    assert count_abouts(document, pairs) == AboutCounts()
    assert list(about_mistakes(document, pairs, TEXT)) == []
