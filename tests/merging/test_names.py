"""The grammar of names."""

import pytest

from extractor.merging.names import body_name, fold_name, full_key, is_full, is_relative, possible_surnames


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("髙橋", "高橋"),
        ("ドナルド＝トランプ", "ドナルド・トランプ"),
        ("ﾄﾗﾝﾌﾟ", "トランプ"),
        ("山田　太郎", "山田太郎"),
        ("John Smith", "John・Smith"),
    ],
)
def test_names_are_compared_in_one_form(written: str, folded: str) -> None:
    assert fold_name(written) == folded


@pytest.mark.parametrize("name", ["山田太郎", "高梨誠", "林和也", "ドナルド・トランプ", "デニス・M・ケレハー"])
def test_a_full_name_has_a_given_name(name: str) -> None:
    assert is_full(name)


@pytest.mark.parametrize("name", ["山田", "林", "佐々木", "トランプ", "フォン・デア・ライエン", "王毅"])
def test_a_surname_has_none(name: str) -> None:
    assert not is_full(name)


def test_two_characters_are_a_full_name_in_east_asia_alone() -> None:
    assert is_full("王毅", east_asian=True)
    assert not is_full("山田", east_asian=True)


def test_a_middle_name_makes_no_other_person() -> None:
    assert full_key("デニス・M・ケレハー") == full_key("デニス・ケレハー")


def test_every_surname_that_a_full_name_may_have() -> None:
    assert possible_surnames("高梨誠") == ("高", "高梨")
    assert possible_surnames("ドナルド・トランプ") == ("トランプ",)
    assert "フォンデアライエン" in possible_surnames("ウルズラ・フォン・デア・ライエン")


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("株式会社みなと", "みなと"),
        ("青葉製薬（株）", "青葉製薬"),
        ("㈱青葉", "青葉"),
        ("株式会社", "株式会社"),
        ("JA北浜", "JA北浜"),
        ("ＮＡＴＯ", "NATO"),
    ],
)
def test_a_legal_form_is_no_part_of_a_name(written: str, bare: str) -> None:
    assert body_name(written) == bare


def test_names_that_many_bodies_have() -> None:
    assert is_relative("県警")
    assert not is_relative("北浜県警")
