from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.evaluation.gold import GoldFile, resolve
from extractor.evaluation.resolution import occurrences

US = {"key": "アメリカ", "type": "country", "iso": "US"}


def gold_file(*, entities: list[dict[str, Any]] | None = None, statement: dict[str, Any] | None = None) -> GoldFile:
    base = {"line": 1, "form": "indirect", "act": "assert", "source": [{"generic": "誰か"}]}
    statements = [{**base, **statement}] if statement else []
    return GoldFile.model_validate(
        {"article": "a.txt", "style": "test", "entity": entities or [], "statement": statements}
    )


def shown(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """Return each span in its text: 訪[米]した."""
    return [f"{text[:start]}[{text[start:end]}]{text[end:]}" for start, end in spans]


@pytest.mark.parametrize(
    ("text", "names", "not_in", "mentions"),
    [
        pytest.param("米国と米国", ["米国"], [], ["[米国]と米国", "米国と[米国]"], id="every-occurrence"),
        pytest.param("訪米は米の", ["訪[米]"], [], ["訪[米]は米の"], id="only-in-its-context"),
        pytest.param("米国と米", ["米国", "米"], [], ["[米国]と米", "米国と[米]"], id="longest-wins-over-its-part"),
        pytest.param("欧米と米", ["米"], ["欧米"], ["欧米と[米]"], id="not-in-a-context"),
        pytest.param("訪米", ["米", "訪[米]"], [], ["訪[米]"], id="one-mention-by-two-names"),
    ],
)
def test_names_become_mentions(text: str, names: list[str], not_in: list[str], mentions: list[str]) -> None:
    document = resolve(gold_file(entities=[{**US, "names": names, "not_in": not_in}]), text)
    assert shown(text, document.entities[0].mentions) == mentions


def test_a_longer_name_of_another_entity_hides_a_shorter_one() -> None:
    entities = [
        {**US, "names": ["米国", "[米]ロ"]},
        {"key": "ロシア", "type": "country", "iso": "RU", "names": ["米[ロ]"]},
        {"key": "米国務省", "type": "organization", "names": ["米国務省"]},
    ]
    text = "米国務省は米ロと米国"
    us, russia, ministry = resolve(gold_file(entities=entities), text).entities
    assert shown(text, us.mentions) == ["米国務省は[米]ロと米国", "米国務省は米ロと[米国]"]
    assert shown(text, russia.mentions) == ["米国務省は米[ロ]と米国"]
    assert shown(text, ministry.mentions) == ["[米国務省]は米ロと米国"]


def test_of_two_entities_with_one_name_that_with_more_context_wins() -> None:
    entities = [
        {"key": "トヨタ自動車", "type": "organization", "names": ["トヨタ"]},
        {"key": "豊田章男", "type": "person", "names": ["[トヨタ]社長"]},
    ]
    text = "トヨタ社長はトヨタで"
    company, person = resolve(gold_file(entities=entities), text).entities
    assert shown(text, company.mentions) == ["トヨタ社長は[トヨタ]で"]
    assert shown(text, person.mentions) == ["[トヨタ]社長はトヨタで"]


@pytest.mark.parametrize(
    ("text", "statement", "expected"),
    [
        pytest.param(
            "述べた\n雨だとだけ述べた", {"line": 2, "content": ["雨だ"], "cue": "述べた"}, 9, id="same-line-first"
        ),
        pytest.param("述べた雨だ述べた", {"content": ["雨だ"], "cue": "述べた"}, 5, id="after-of-two-equally-near"),
        pytest.param(
            "雨だと述べたと彼が述べた", {"content": ["雨だと述べた"], "cue": "述べた"}, 9, id="not-in-content"
        ),
        pytest.param(
            "雨だと述べた\n晴れ述べた", {"content": ["雨だ"], "cue": "述べた", "cue_line": 2}, 9, id="line-named"
        ),
        pytest.param("雨\n雨だと述べた", {"line": 2, "content": ["雨"], "cue": "述べた"}, 5, id="content-on-its-line"),
    ],
)
def test_the_nearest_cue_is_taken(text: str, statement: dict[str, Any], expected: int) -> None:
    resolved = resolve(gold_file(statement=statement), text).statements[0]
    assert resolved.cue == (expected, expected + 3)


@pytest.mark.parametrize(
    ("text", "content", "line", "expected"),
    [
        pytest.param("首相は大雨が降ると述べ、かつ首相は", "大雨が降る", None, 0, id="content-is-no-distance"),
        pytest.param("首相は大雨が降ると述べ首相は", "大雨が降る", None, 11, id="nearest-to-the-cue"),
        pytest.param("首相は雨だと述べると首相", "雨だ", None, 0, id="before-of-two-equally-near"),
        pytest.param("首相は雨だと述べ\n首相は", "雨だ", None, 0, id="same-line-first"),
        pytest.param("首相は雨だと述べ\n首相は", "雨だ", 2, 9, id="line-named"),
        pytest.param("首相が首相は雨だと述べ", "首相は雨だ", None, 0, id="not-in-content"),
    ],
)
def test_the_nearest_mention_is_taken(text: str, content: str, line: int | None, expected: int) -> None:
    source = {"mention": "首相", "mention_line": line, "generic": "首相"}
    statement = {"content": [content], "cue": "述べ", "source": [source]}
    resolved = resolve(gold_file(statement=statement), text).statements[0]
    assert resolved.source[0].mention == (expected, expected + 2)


def test_without_a_cue_the_mention_nearest_to_the_content_is_taken() -> None:
    statement = {"content": ["雨だ"], "source": [{"mention": "首相", "generic": "首相"}]}
    resolved = resolve(gold_file(statement=statement), "首相が来た。首相「雨だ」").statements[0]
    assert resolved.cue is None
    assert resolved.source[0].mention == (6, 8)


def test_pieces_of_a_content_follow_one_another_over_lines() -> None:
    text = "「雨」と言い「雨\nだ」"
    resolved = resolve(gold_file(statement={"content": ["雨", "雨\nだ"]}), text).statements[0]
    assert [text[slice(*span)] for span in resolved.content] == ["雨", "雨\nだ"]
    assert resolved.content == ((1, 2), (7, 10))


@pytest.mark.parametrize(
    ("text", "statement", "message"),
    [
        pytest.param("雨だ", {"content": ["雪だ"]}, "『雪だ』 is not there or later; nor anywhere", id="no-content"),
        pytest.param(
            "雨だ\n雪だ", {"line": 2, "content": ["雨だ"]}, "it stands on line 1", id="content-before-its-line"
        ),
        pytest.param("雨だ\n雪だ", {"content": ["雪だ"]}, "begins on line 2; mend line", id="content-after-its-line"),
        pytest.param("雨だ", {"content": ["雨", "雨"]}, "not after the piece before it", id="second-piece-missing"),
        pytest.param("雨だ", {"line": 3, "content": ["雨"]}, "the article has 1 lines", id="no-such-line"),
        pytest.param("雨だ", {"content": ["雨"], "cue": "語る"}, "the cue 『語る』 is not outside", id="no-cue"),
        pytest.param(
            "雨\n語る", {"content": ["雨"], "cue": "語る", "cue_line": 1}, "stands on line 2", id="cue-elsewhere"
        ),
        pytest.param(
            "雨だ",
            {"content": ["雨"], "source": [{"mention": "雨", "generic": "雨"}]},
            "mention 『雨』",
            id="in-content",
        ),
    ],
)
def test_words_of_a_statement_that_are_not_found_are_told(text: str, statement: dict[str, Any], message: str) -> None:
    with pytest.raises(GoldError) as caught:
        resolve(gold_file(statement=statement), text)
    assert str(caught.value).startswith("a.toml: statement 1 (line ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("entities", "message"),
    [
        pytest.param([{**US, "names": ["英国"]}], "entity 1 (アメリカ): 『英国』 is not in the article", id="name"),
        pytest.param([{**US, "names": ["米国"], "not_in": ["欧米"]}], "『欧米』 is not in the article", id="context"),
        pytest.param(
            [{**US, "names": ["米国"], "not_in": ["米国務省"]}], "every name of アメリカ lies in", id="all-hidden"
        ),
        pytest.param(
            [{**US, "names": ["米国"]}, {"key": "米", "type": "organization", "names": ["米国"]}],
            "米国 names both アメリカ and 米",
            id="one-name-of-two",
        ),
    ],
)
def test_names_that_cannot_be_placed_are_told(entities: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(GoldError) as caught:
        resolve(gold_file(entities=entities), "米国務省")
    assert message in str(caught.value)


def test_occurrences_may_overlap() -> None:
    assert list(occurrences("ああ", "あああ")) == [(0, 2), (1, 3)]
