"""Teams called by their towns, and what is no team."""

from collections.abc import Callable

import pytest

from extractor.lexicon.organizations import load_organizations

pytestmark = pytest.mark.ginza
Named = Callable[[str], list[tuple[str, str]]]
SPORT = "監督は選手の得点をたたえ、チームは試合に勝った。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"青森―秋田　得点を決める青森の選手。{SPORT}", ["青森", "秋田", "青森"], id="two-towns"),
        pytest.param(f"青森80―75秋田。{SPORT}", ["青森", "秋田"], id="score"),
        pytest.param(f"青森―秋田。{SPORT}試合は青森で開かれた", ["青森", "秋田"], id="in-the-town"),
        pytest.param(f"青森―秋田。{SPORT}アリーナ青森には青森出身者も", ["青森", "秋田"], id="inside-a-name"),
        pytest.param(f"鳥取に2－1で勝った。{SPORT}", ["鳥取"], id="beaten"),
        pytest.param(f"福島商を3－0で下した。{SPORT}", ["福島商"], id="school-beaten"),
        pytest.param(f"杉山を3－0で下した。{SPORT}", [], id="person-beaten"),
        pytest.param(f"東レ福井が勝ち、東レ福井でも。{SPORT}", ["東レ福井", "東レ"], id="team-of-a-firm"),
        pytest.param("青森―秋田の列車が走る。", [], id="no-sport"),
        pytest.param("プロ野球の磯崎シーガルズは勝ち、シーガルズも", ["磯崎シーガルズ", "シーガルズ"], id="nickname"),
        pytest.param("福井サンダーズの山田太郎投手", ["福井サンダーズ", "山田太郎"], id="before-its-player"),
        pytest.param("福井サンダーズの山田太郎氏", ["山田太郎"], id="before-nobody-of-a-team"),
        pytest.param(f"ブルペス戦後に話した。{SPORT}", ["ブルペス"], id="after-the-match"),
        pytest.param(f"SC青森が勝った。{SPORT}", ["SC青森"], id="letters-for-a-club"),
        pytest.param(f"FC会員が集まった。{SPORT}", [], id="member-of-a-club"),
        pytest.param(f"日本―韓国。{SPORT}", ["日本", "韓国"], id="countries"),
    ],
)
def test_teams_by_place(named: Named, text: str, expected: list[str]) -> None:
    assert [name for name, _ in named(text)] == expected


def test_a_team_is_found_before_every_player(named: Named) -> None:
    lists = load_organizations().players
    texts = [entry.example.format(form) for entry in lists for form in entry.forms]
    assert [text for text in texts if ("磯崎シーガルズ", "organization") not in named(text)] == []
