"""What each cue reports and what is said without one, on words alone: no model."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.layers import ContentFound, read_layer

Scene = Callable[..., Doc]

NOBETA, IKU = "述べ/述べる/動詞/連用形-一般 た", "行く//動詞/終止形-一般"
NOBE = "述べ/述べる/動詞/連用形-一般"
SHI, KYOCHO = "し/する/補助/連用形-一般", "強調//サ変"
SHIMESHITA = "示し/示す/動詞/連用形-一般 た"
ATTA = "あっ/ある/補助/連用形-促音便 た//助動詞/連体形-一般"


def shown(doc: Doc) -> list[str]:
    """Return each content as its form and its pieces."""
    return [
        " ".join([content.form, *(doc.text[start:end] for start, end in content.pieces)])
        for content in read_layer(doc, ContentFound)
    ]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param(f"首相 は 「 {IKU} 」 と {NOBETA} 。", ["direct 行く"], id="quotation"),
        pytest.param(f"「 {IKU} 」 と 首相 は {NOBETA} 。", ["direct 行く"], id="quotation-first"),
        pytest.param(
            f"首相 は 「 {IKU} 。 帰る//動詞 」 と {NOBETA} 。", ["direct 行く。帰る"], id="two-sentences-in-it"
        ),
        pytest.param(f"首相 は 「 {IKU} ⏎ 帰る//動詞 」 と {NOBETA} 。", ["direct 行く\n帰る"], id="two-lines-in-it"),
        pytest.param(f"首相 は 「 {IKU} 」 「 帰る//動詞 」 と {NOBETA} 。", ["direct 行く 帰る"], id="row"),
        pytest.param(
            f"首相 は 「 {IKU} 」 、 「 帰る//動詞 」 など と {NOBETA} 。", ["direct 行く 帰る"], id="row-with-nado"
        ),
        pytest.param(f"首相 は 会見 で 「 {IKU} 」 と {NOBETA} 。", ["direct 行く"], id="occasion-before-a-quotation"),
        pytest.param(
            f"首相 は これ が 「 要//名詞 」 だ//助動詞/終止形-一般 と {NOBETA} 。",
            ["mixed これが「要」だ"],
            id="mixed",
        ),
        pytest.param(f"首相 は 雨 だ//助動詞/終止形-一般 と {NOBETA} 。", ["indirect 雨だ"], id="clause"),
        pytest.param(
            f"首相 は 会見 で 雨 だ//助動詞/終止形-一般 と {NOBETA} 。", ["indirect 雨だ"], id="occasion-outside"
        ),
        pytest.param(
            f"首相 は 記者団 に 雨 だ//助動詞/終止形-一般 と {NOBETA} 。", ["indirect 雨だ"], id="addressee-outside"
        ),
        pytest.param(
            f"また//接続詞 、 首相 は 雨 だ//助動詞/終止形-一般 と {NOBETA} 。",
            ["indirect 雨だ"],
            id="connective-outside",
        ),
        pytest.param(f"・ 雨 だ//助動詞/終止形-一般 と {NOBETA} 。", ["indirect 雨だ"], id="bullet-outside"),
        pytest.param(
            f"雨 だ//助動詞/終止形-一般 と {NOBE} 、 {IKU} と {KYOCHO} {SHI} た 。",
            ["indirect 雨だ", "indirect 行く"],
            id="joined",
        ),
        pytest.param(
            "首相 は 行く//動詞/連体形-一般 よう//よう 求め/求める/動詞/連用形-一般 た 。", ["indirect 行く"], id="you"
        ),
        pytest.param(
            f"首相 は 雨 が {ATTA} こと を 認め/認める/動詞/連用形-一般 た 。", ["indirect 雨があった"], id="koto"
        ),
        pytest.param(f"首相 は 雨 だ//助動詞/終止形-一般 と の 見方 を {SHIMESHITA} 。", ["indirect 雨だ"], id="tono"),
        pytest.param(f"首相 は 雨 だ//助動詞/終止形-一般 と {KYOCHO} 。", ["indirect 雨だ"], id="noun-at-the-end"),
        pytest.param("警察 に よる/よる/動詞 と 、 雨 だ 。", ["indirect 雨だ"], id="source"),
        pytest.param(
            "警察 に よる/よる/動詞 と 、 雨 だ と いう//動詞 。", ["indirect 雨だ"], id="source-with-hearsay"
        ),
    ],
)
def test_contents(ja_scene: Scene, text: str, contents: list[str]) -> None:
    assert shown(ja_scene(text)) == contents


def test_the_time_of_saying_stays_outside(ja_scene: Scene) -> None:
    doc = ja_scene(f"首相 は 十//数 日//接尾 、 雨 だ//助動詞/終止形-一般 と {NOBETA} 。", heads={2: 3})
    assert shown(doc) == ["indirect 雨だ"]


def test_the_object_is_what_is_said_where_there_is_no_clause(ja_scene: Scene) -> None:
    doc = ja_scene("首相 は 新しい//形容詞 攻撃 を 非難//サ変 し/する/補助 た 。", heads={2: 3, 4: 3, 3: 5, 0: 5})
    assert shown(doc) == ["reported 新しい攻撃"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param("「 必ず//副詞 行き ます//助動詞 」 。", ["direct 必ず行きます"], id="alone"),
        pytest.param("山田氏 「 必ず//副詞 行き ます//助動詞 」", ["direct 必ず行きます"], id="after-a-name"),
        pytest.param("「 必ず//副詞 行き ます//助動詞 」 と 山田氏 。", ["direct 必ず行きます"], id="before-a-name"),
        pytest.param(
            "「 必ず//副詞 行き ます//助動詞 」 （ 山田氏 ）", ["direct 必ず行きます"], id="name-in-parentheses"
        ),
        pytest.param("雨 が 「 静か な 革命 」 を 呼ぶ//動詞 。", [], id="words-in-quotation-marks"),
        pytest.param("山田氏 の 「 遠い 声 の 記憶 」 は 売れ//動詞 た 。", [], id="title-of-a-work"),
        pytest.param("「 」 。", [], id="nothing"),
    ],
)
def test_quotations_without_a_cue(ja_scene: Scene, text: str, contents: list[str]) -> None:
    names = {"山田氏": "person"} if "山田氏" in text else {}
    doc = ja_scene(text, names=names)
    assert shown(doc) == contents
    assert all(content.cue == -1 for content in read_layer(doc, ContentFound))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"「 」 と {NOBETA} 。", id="empty-quotation"),
        pytest.param(f"「 ␣ 」 と {NOBETA} 。", id="blank-quotation"),
        pytest.param(f"首相 は と {NOBETA} 。", id="nothing-before-the-marker"),
        pytest.param("警察 に よる/よる/動詞 と 。", id="nothing-after-the-source"),
        pytest.param(f"{NOBETA} 」 「", id="cue-at-the-start-of-the-text"),
    ],
)
def test_nothing_said_is_no_content(ja_scene: Scene, text: str) -> None:
    assert shown(ja_scene(text)) == []


def test_a_content_names_its_cue_and_its_subject(ja_scene: Scene) -> None:
    doc = ja_scene(f"首相 は 雨 だ//助動詞/終止形-一般 と {NOBETA} 。")
    (content,) = read_layer(doc, ContentFound)
    assert content.cue == 0
    assert doc.text[content.subject_start : content.subject_end] == "首相"
    assert content.rule == "clause:to"
