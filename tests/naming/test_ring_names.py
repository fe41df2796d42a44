"""Names of sumo wrestlers and elders, and what stands in their places without being one."""

from collections.abc import Callable

import pytest

from extractor.lexicon.titles import load_titles

pytestmark = pytest.mark.ginza
Named = Callable[[str], list[tuple[str, str]]]
SUMO = "大相撲の横綱が土俵に上がった。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("平幕の浜ノ海は寄り切った。", ["浜ノ海"], id="in-katakana"),
        pytest.param("新大関の琴ケ浜が勝った。琴ケ浜は喜んだ。", ["琴ケ浜", "琴ケ浜"], id="alone-later"),
        pytest.param("横綱・青狼2敗目、関脇緑龍山も", ["青狼", "緑龍山"], id="headline"),
        pytest.param("大関千代の森が休場した。", ["千代の森"], id="no"),
        pytest.param(f"師匠の白松山親方（元小結・東海）は喜んだ。{SUMO}", ["白松山", "東海"], id="elder"),
        pytest.param(f"春日岳審判長（元関脇・白松）が説明した。{SUMO}", ["春日岳", "白松"], id="elder-with-an-office"),
        pytest.param(f"支度部屋の琴ケ浜関は笑った。{SUMO}", ["琴ケ浜"], id="honorific"),
        pytest.param(f"弟子の青狼関と大の森関が笑った。{SUMO}", ["青狼", "大の森"], id="pupil"),
        pytest.param("横綱の責任を果たし、大関の地位を守る。", [], id="common-word"),
        pytest.param("大関昇進と平幕の初優勝、横綱審議委員会の人。", [], id="compound"),
        pytest.param("大関同士の一番と幕内の取組。", [], id="suffix"),
        pytest.param(f"先代親方と、ある親方が語った。{SUMO}", [], id="elder-without-a-name"),
        pytest.param("工房の青松親方と関。", [], id="no-sumo"),
    ],
)
def test_ring_names(named: Named, text: str, expected: list[str]) -> None:
    assert [name for name, label in named(text) if label == "person"] == expected


def test_a_name_is_found_before_every_title(named: Named) -> None:
    texts = [entry.example.format(form) for entry in load_titles().ring_titles for form in entry.forms]
    assert [text for text in texts if ("霧馬山", "person") not in named(text)] == []
