"""Organisations beside brackets: who heads them, whose school it is, schools by their places."""

from collections.abc import Callable

import pytest

from extractor.lexicon.organizations import load_organizations

pytestmark = pytest.mark.ginza
Named = Callable[[str], list[tuple[str, str]]]
ORGANIZATIONS = load_organizations()


def organizations(named: Named, text: str) -> list[str]:
    return [name for name, kind in named(text) if kind == "organization"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("建設業の松波（田中太郎社長）が工事をした", ["松波"], id="head-of-a-firm"),
        pytest.param("野菜を育てる「みどり農園 」 （ 田中太郎代表）は", ["みどり農園"], id="name-in-brackets"),
        pytest.param("建設会社アオナミ（田中太郎社長）が工事をした", ["アオナミ"], id="without-its-kind"),
        pytest.param("実行委員会（田中太郎委員長）が開いた", [], id="common-noun"),
        pytest.param("同社（田中太郎社長）が開いた", [], id="the-same"),
        pytest.param("「もっと広く知らせたい」（田中代表）と考えた", [], id="speech"),
        pytest.param("静岡市（静岡県）と青波（あおなみ社長）", [], id="no-person-in-them"),
        pytest.param("山田花子（四日市市立緑丘4年）が勝った", ["四日市市立緑丘"], id="school-of-a-pupil"),
        pytest.param("山田太郎（昭和4年）の作品", [], id="era-is-no-school"),
        pytest.param("静岡高（静岡）を破った緑丘（大阪）が", ["静岡高", "緑丘"], id="schools-by-place"),
        pytest.param("静岡高が勝った。\n緑丘（大阪）を歩いた", ["静岡高"], id="place-in-another-line"),
    ],
)
def test_brackets(named: Named, text: str, expected: list[str]) -> None:
    assert organizations(named, text) == expected


def test_every_middle_belongs_to_the_school(named: Named) -> None:
    middles = [form for entry in ORGANIZATIONS.middles for form in entry.forms]
    found = {form: organizations(named, f"福島{form}高と福島{form}署は勝った。") for form in middles}
    assert {form: names for form, names in found.items() if f"福島{form}署" not in names} == {}


def test_every_ending_of_a_school_shows_the_other(named: Named) -> None:
    texts = [entry.example.format(form) for entry in ORGANIZATIONS.schools for form in ("高", "高校", "学院", "学園")]
    assert [text for text in texts if "緑丘" not in organizations(named, text)] == []
