"""Persons by signs beside their names."""

from collections.abc import Callable

import pytest

from extractor.lexicon.titles import load_titles

pytestmark = pytest.mark.ginza
Named = Callable[[str], list[tuple[str, str]]]
TITLES = load_titles()


def persons(named: Named, text: str) -> list[str]:
    return [name for name, kind in named(text) if kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ヤンキース・杉山、先発で２勝目", ["杉山"], id="team-and-surname"),
        pytest.param("ドジャース杉山「最高です」", ["杉山"], id="team-beside-surname"),
        pytest.param("ヤンキース・福島球場で試合をした", [], id="place-goes-on"),
        pytest.param("息子のアップル（16歳）が来た", ["アップル"], id="age-in-brackets"),
        pytest.param("カザルミナ4歳が来た", ["カザルミナ"], id="age-behind-a-new-name"),
        pytest.param("イラン生まれの28歳、カザルミナが来た", ["カザルミナ"], id="age-before-a-new-name"),
        pytest.param("28歳、サッカーが好きだ", [], id="age-before-a-word"),
        pytest.param("兄カザルミナは笑った", ["カザルミナ"], id="kinsman"),
        pytest.param("妹のピアノは古い", [], id="what-a-kinsman-has"),
        pytest.param("おいのカザルミナ2世は", [], id="number-of-a-king"),
        pytest.param("ヤンキース福島と契約した", [], id="team-beside-a-place"),
        pytest.param("小山田久市長を訪ねた", ["小山田久"], id="title-that-was-cut"),
        pytest.param("ヤンキースのカザル・ミナルドは笑った", ["カザル・ミナルド"], id="member-of-a-team"),
        pytest.param("ボーイングのシニア・ディレクターは笑った", [], id="rank-in-a-firm"),
        pytest.param("①坂本育祇（福島小6年）②次点", ["坂本育祇"], id="pupil-of-a-school"),
        pytest.param("福山（早大）が優勝し、会社（日立）も", ["福山"], id="surname-before-a-club"),
        pytest.param("田中天嶺（青波電機）が勝った", ["田中天嶺"], id="name-before-a-club"),
        pytest.param("横浜工場（日立）が燃えた", [], id="plant-before-its-firm"),
        pytest.param("一人目はA子さんで、次がB男さん", ["A子", "B男"], id="withheld"),
        pytest.param("ビタミンA子会社", [], id="letter-in-a-word"),
        pytest.param("試合は終わった。（杉山健太）\n", ["杉山健太"], id="byline"),
        pytest.param("試合は終わった（開始直後）と話した", [], id="brackets-inside-a-sentence"),
        pytest.param("中国の林雪梅と台湾の陳志明が勝った", ["林雪梅", "陳志明"], id="behind-the-country"),
        pytest.param("韓国の高気圧と中国の全国民は", [], id="things-of-a-country"),
        pytest.param("一乗谷の朝倉氏遺跡を歩いた", [], id="clan-of-a-place"),
    ],
)
def test_signs(named: Named, text: str, expected: list[str]) -> None:
    assert persons(named, text) == expected


def test_every_clan_and_letter_is_read(named: Named) -> None:
    clans = [entry.example.format(form) for entry in TITLES.clans for form in entry.forms]
    letters = [entry.example.format(form) for entry in TITLES.withheld for form in entry.forms]
    assert [text for text in clans if persons(named, text)] == []
    assert [text for text in letters if len(persons(named, text)) != 1] == []
