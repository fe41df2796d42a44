"""Schools that no dictionary has: by who teaches there, by the town that the article names."""

from collections.abc import Callable

import pytest

from extractor.lexicon.organizations import load_organizations

pytestmark = pytest.mark.ginza
Named = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("西海国際大の田中裕子教授は話した。", ["西海国際大"], id="university"),
        pytest.param("県立北浜大の佐藤健准教授は話した。", ["県立北浜大"], id="of-a-prefecture"),
        pytest.param("被害拡大の佐藤健教授は話した。", [], id="no-school"),
        pytest.param("緑川町は雨だった。緑川中の敷地で開く。", ["緑川中"], id="school-of-the-town"),
        pytest.param("浜川町は雨だった。浜川中に集まる。", ["浜川中"], id="cut-elsewhere"),
        pytest.param("浜川町は雨だった。浜川中央で開く。", [], id="middle-of-the-town"),
        pytest.param("田中市長は述べた。田中さんも来た。", [], id="mayor"),
        pytest.param("統合後は中央小を改修し、東小の児童が通う。", ["中央小", "東小"], id="school-of-a-quarter"),
        pytest.param("最小の被害で、工業小国と呼ばれた。", [], id="small"),
    ],
)
def test_schools(named: Named, text: str, expected: list[str]) -> None:
    assert [name for name, label in named(text) if label == "organization"] == expected


def test_a_university_is_found_before_every_teacher(named: Named) -> None:
    texts = [entry.example.format(form) for entry in load_organizations().teachers for form in entry.forms]
    assert [text for text in texts if ("青波国際大", "organization") not in named(text)] == []
