"""Names of the trained recogniser: which of them count, and what they do to names that were found otherwise."""

from collections.abc import Callable

import pytest

from extractor.components.mentions import Lexicon, find_names
from extractor.naming.recogniser import ORGANIZATION, PERSON, NameFound
from extractor.naming.words import Words
from extractor.records import EntityType

pytestmark = pytest.mark.ginza
SPORT = "監督は選手の得点をたたえ、チームは試合に勝った。"


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        pytest.param("工事は青波工業が請け負う", "青波工業", ORGANIZATION, ["青波工業"], id="industry-is-a-firm"),
        pytest.param("港湾事業が始まる", "港湾事業", ORGANIZATION, [], id="business-is-none"),
        pytest.param("野党・緑風党は批判した", "緑風党", ORGANIZATION, ["緑風党"], id="behind-its-kind-and-a-dot"),
        pytest.param("園芸チェーン・アムラスでは", "アムラス", ORGANIZATION, ["アムラス"], id="behind-its-kind"),
        pytest.param("タッカー・アムラス・ビルは", "アムラス", ORGANIZATION, [], id="inside-a-chain"),
        pytest.param("お笑いコンビが来た", "お笑いコンビ", ORGANIZATION, [], id="kind-alone"),
        pytest.param("埼玉県代表が勝った", "埼玉県代表", ORGANIZATION, [], id="selection"),
        pytest.param("マイアミが声明を出した", "マイアミ", ORGANIZATION, [], id="place"),
        pytest.param(f"マイアミと対戦した。{SPORT}", "マイアミ", ORGANIZATION, ["マイアミ"], id="place-that-plays"),
        pytest.param(f"マイアミと対戦した。マイアミで。{SPORT}", "マイアミ", ORGANIZATION, ["マイアミ"], id="its-town"),
        pytest.param("内務省河川行政局は", "内務省河川行政局", ORGANIZATION, ["内務省河川行政局"], id="bureau"),
        pytest.param("中村は語った", "中村", PERSON, ["中村"], id="surname-that-ends-as-a-place"),
        pytest.param("福島が抑えた", "福島", PERSON, ["福島"], id="surname-that-is-a-place"),
        pytest.param("福島県で抑えた", "福島", PERSON, [], id="place-before-no-particle"),
    ],
)
def test_which_names_count(
    words: Callable[[str], Words], lexicon: Lexicon, text: str, name: str, label: str, expected: list[str]
) -> None:
    start = text.index(name)
    found = [NameFound(start, start + len(name), label, 0.99)]
    names = find_names(words(text), found, lexicon)
    assert [text[each.start : each.end] for each in names if each.label is not EntityType.COUNTRY] == expected


def test_a_person_is_none_whose_name_is_a_firm_by_a_good_sign(words: Callable[[str], Words], lexicon: Lexicon) -> None:
    text = "化粧品大手アムラスが値を上げた。アムラスは説明を控えた。"
    start = text.rindex("アムラス")
    names = find_names(words(text), [NameFound(start, start + 4, PERSON, 0.99)], lexicon)
    assert [(text[n.start : n.end], n.label) for n in names] == [("アムラス", EntityType.ORGANIZATION)] * 2
