"""Which mentions name one thing."""

from collections.abc import Callable

import pytest

from extractor.components.mentions import Lexicon, to_layer
from extractor.layers import EntityFound
from extractor.naming.candidate import Candidate
from extractor.naming.grouping import Grouper
from extractor.naming.same_name import is_same_organization, is_same_person

pytestmark = pytest.mark.ginza
Group = Callable[[str], dict[str, list[str]]]


@pytest.fixture
def entities(mentions: Callable[[str], list[Candidate]], lexicon: Lexicon) -> Callable[[str], list[EntityFound]]:
    def group(text: str) -> list[EntityFound]:
        layer = to_layer(mentions(text))
        return Grouper(layer, text, lexicon.countries.usual, lexicon.anaphors).group()

    return group


@pytest.fixture
def groups(mentions: Callable[[str], list[Candidate]], lexicon: Lexicon) -> Group:
    """From the entity's name to the texts of its mentions."""

    def group(text: str) -> dict[str, list[str]]:
        layer = to_layer(mentions(text))
        found = Grouper(layer, text, lexicon.countries.usual, lexicon.anaphors).group()
        return {entity.name: [text[layer[i].start : layer[i].end] for i in entity.mentions] for entity in found}

    return group


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("米は動いた。アメリカと米国の話。", {"アメリカ": ["米", "アメリカ", "米国"]}, id="country"),
        pytest.param(
            "ドナルド・トランプ大統領は語った。トランプ氏は続けた。",
            {"ドナルド・トランプ": ["ドナルド・トランプ", "トランプ"]},
            id="surname",
        ),
        pytest.param(
            "トランプ氏は語った。ドナルド・トランプ大統領だ。",
            {"ドナルド・トランプ": ["トランプ", "ドナルド・トランプ"]},
            id="full-name-later",
        ),
        pytest.param(
            "ドナルド・トランプ氏とイバンカ・トランプ氏。",
            {"ドナルド・トランプ": ["ドナルド・トランプ"], "イバンカ・トランプ": ["イバンカ・トランプ"]},
            id="two-of-one-surname",
        ),
        pytest.param(
            "大相撲の横綱は土俵に上がった。白松山親方（元小結・東海）は喜んだ。",
            {"白松山": ["白松山", "東海"]},
            id="elder-with-the-name-of-former-days",
        ),
        pytest.param("金正恩氏と金与正氏。", {"金正恩": ["金正恩"], "金与正": ["金与正"]}, id="two-kims"),
        pytest.param("国連は動いた。国際連合の話。", {"国際連合": ["国連", "国際連合"]}, id="organisation-by-id"),
        pytest.param(
            "インド人民党（BJP）は勝った。同党は喜んだ。",
            {"インド人民党": ["インド人民党", "BJP", "同党"]},
            id="brackets-and-word-that-refers-back",
        ),
        pytest.param("ウクライナは拒んだ。同国は続けた。", {"ウクライナ": ["ウクライナ", "同国"]}, id="same-country"),
        pytest.param(
            "プーチン大統領は語った。ラブロフ外相も語った。同大統領は続けた。",
            {"プーチン": ["プーチン", "同大統領"], "ラブロフ": ["ラブロフ"]},
            id="title-must-fit",
        ),
        pytest.param(
            "プーチン大統領は語った。ラブロフ外相も語った。同氏は続けた。",
            {"プーチン": ["プーチン"], "ラブロフ": ["ラブロフ", "同氏"]},
            id="most-recent",
        ),
        pytest.param("彼は語った。", {}, id="nobody-to-refer-to"),
        pytest.param(
            "青波電機工業は断った。同社は青波電機とは関係がない。",
            {"青波電機工業": ["青波電機工業", "同社"], "青波電機": ["青波電機"]},
            id="another-than-the-same",
        ),
        pytest.param(
            "ソコロフ大統領は語った。イワン・ソコロフ最高経営責任者は断った。",
            {"ソコロフ": ["ソコロフ"], "イワン・ソコロフ": ["イワン・ソコロフ"]},
            id="state-and-business",
        ),
        pytest.param(
            "NATO第5条と北大西洋条約第五条。",
            {"北大西洋条約第五条": ["NATO第5条", "北大西洋条約第五条"], "NATO": ["NATO"]},
            id="provision",
        ),
    ],
)
def test_groups(groups: Group, text: str, expected: dict[str, list[str]]) -> None:
    assert groups(text) == expected


def test_role_and_affiliation(entities: Callable[[str], list[EntityFound]]) -> None:
    person, country = entities("ルビオ米国務長官は語った。")
    assert (person.id, person.role, person.affiliation) == ("e1", "国務長官", "e2")
    assert (country.name, country.link) == ("アメリカ", "iso:US")


@pytest.mark.parametrize(
    ("name", "forms", "same"),
    [
        ("トランプ", ["ドナルド・トランプ"], True),
        ("イバンカ・トランプ", ["ドナルド・トランプ"], False),
        ("デニス・ケレハー", ["デニス・M・ケレハー"], True),
        ("田中", ["田中太郎"], True),
        ("田中花子", ["田中太郎", "田中"], False),
        ("中田", ["田中太郎"], False),
    ],
)
def test_same_person(name: str, forms: list[str], same: bool) -> None:
    assert is_same_person(name, forms) is same


@pytest.mark.parametrize(
    ("name", "forms", "same"),
    [
        ("カウボーイズ", ["ダラス・カウボーイズ"], True),
        ("保健省", ["イラン保健省"], True),
        ("ワグナー", ["ワグナーグループ"], True),
        ("ニュース", ["BBCニュース"], False),
        ("シーガルズ", ["磯崎シーガルズ"], True),
        ("国務省", ["財務省"], False),
    ],
)
def test_same_organization(name: str, forms: list[str], same: bool) -> None:
    assert is_same_organization(name, forms) is same
