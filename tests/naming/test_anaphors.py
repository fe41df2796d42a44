"""Words that refer back: which are found, and to whom they refer."""

from collections.abc import Callable

import pytest

from extractor.lexicon.anaphors import SAME, load_anaphors
from extractor.lexicon.countries import load_countries
from extractor.naming.candidate import Candidate
from extractor.naming.grouping import Grouper
from extractor.records import MentionKind

pytestmark = pytest.mark.ginza
Finder = Callable[[str], list[Candidate]]
ANAPHORS = load_anaphors()


@pytest.fixture
def referents(mentions: Finder) -> Callable[[str], dict[str, str]]:
    """From each word that refers back to the name of its entity."""
    from extractor.components.mentions import to_layer  # noqa: PLC0415  # it imports spaCy

    def find(text: str) -> dict[str, str]:
        layer = to_layer(mentions(text))
        entities = Grouper(layer, text, load_countries().usual, ANAPHORS).group()
        return {
            text[layer[index].start : layer[index].end]: entity.name
            for entity in entities
            for index in entity.mentions
            if layer[index].kind != MentionKind.NAME
        }

    return find


Referents = Callable[[str], dict[str, str]]


def test_every_form_refers_back_in_its_example(referents: Referents) -> None:
    examples = [
        (entry.example.format(form, title=form.removeprefix(SAME)), form)
        for entry in ANAPHORS.entries
        for form in entry.forms
    ]
    assert [form for text, form in examples if form not in referents(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("外務省は抗議した。トヨタ自動車が応じ、同省は歓迎した。", {"同省": "外務省"}, id="by-its-end"),
        pytest.param("トヨタ自動車は応じた。外務省が伝え、同社は認めた。", {"同社": "トヨタ自動車"}, id="no-ministry"),
        pytest.param(
            "豊沢町振興会は開いた。トヨタ自動車も来た。同振興会が招いた。", {"同振興会": "豊沢町振興会"}, id="tail"
        ),
        pytest.param("NATOは応じた。同機構は続ける。", {"同機構": "NATO"}, id="abbreviation"),
        pytest.param("ドイツ銀行は応じた。同校は閉じた。", {}, id="nothing-that-fits"),
        pytest.param("首相が会見｜静岡新聞\n同紙は伝えた。", {}, id="a-credit-is-no-antecedent"),
        pytest.param("山田氏は来た。彼らは帰った。", {}, id="several-are-nobody-in-particular"),
        pytest.param("山田氏は来た。彼は帰った。", {"彼": "山田"}, id="pronoun"),
        pytest.param("山田氏は来た。鈴木氏に会い、彼は帰った。", {"彼": "山田"}, id="the-topic-first"),
        pytest.param(
            "MFカルロス・ロペスは残る。代理人のマルコ・ビアンキ氏が否定した。同選手は喜んだ。",
            {"同選手": "カルロス・ロペス"},
            id="a-player-before-an-agent",
        ),
        pytest.param(
            "カルロス・ロペスは残る。マルコ・ビアンキ監督が伝えた。同選手は喜んだ。",
            {"同選手": "カルロス・ロペス"},
            id="whoever-has-no-title-before-a-coach",
        ),
        pytest.param(
            "山田太郎投手が投げた。鈴木一郎捕手が受けた。同選手は喜んだ。", {"同選手": "鈴木一郎"}, id="the-last-player"
        ),
        pytest.param(
            "山田太郎容疑者を逮捕した。田中次郎弁護士が会った。同容疑者は否認している。",
            {"同容疑者": "山田太郎"},
            id="the-suspect-before-a-lawyer",
        ),
        pytest.param("マルコ・ビアンキ監督が来た。同選手は喜んだ。", {"同選手": "マルコ・ビアンキ"}, id="nobody-else"),
        pytest.param(
            "青波町教育委員会は開いた。福井県警も来た。町教委が招き、町も喜んだ。",
            {"町教委": "青波町教育委員会"},
            id="board-of-education",
        ),
        pytest.param("青波町教育委員会は開いた。県教委が招いた。", {}, id="another-board"),
        pytest.param("青波市教育委員会は開いた。緑丘市教委が招いた。", {}, id="board-of-another-town"),
    ],
)
def test_referents(referents: Referents, text: str, expected: dict[str, str]) -> None:
    assert referents(text) == expected
