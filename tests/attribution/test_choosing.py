"""Which phrase is the subject of a cue, on words alone: no model."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.layers import ContentFound, SpeakerFound, read_layer

Scene = Callable[..., Doc]

NOBETA = "述べ/述べる/動詞/連用形-一般 た"
AME = "雨 だ//助動詞/終止形-一般"
IKU = "「 必ず//副詞 行き ます//助動詞 」"


@pytest.mark.parametrize(
    ("text", "heads", "speaker"),
    [
        pytest.param(f"川崎//人名 は {AME} と {NOBETA} 。", {0: 3}, "川崎", id="a-name-needs-no-more"),
        pytest.param(f"番頭 は 昨日//時 、 {AME} と {NOBETA} 。", {}, "番頭", id="a-noun-before-a-date"),
        pytest.param(f"番頭 は 昨日//時 、 {AME} と {NOBETA} 。", {0: 4}, "", id="bound-to-the-content"),
        pytest.param(f"番頭 は {IKU} と {NOBETA} 。", {}, "番頭", id="a-noun-before-the-quotation"),
        pytest.param(f"方針 は {IKU} と {NOBETA} 。", {}, "", id="what-is-said-says-nothing"),
        pytest.param(f"番頭 は {AME} と {NOBETA} 。", {}, "", id="a-noun-alone-is-not-enough"),
        pytest.param(f"3//数 人 は 昨日//時 、 {AME} と {NOBETA} 。", {}, "", id="a-count"),
        pytest.param(f"新聞 「 朝 」 は {AME} と {NOBETA} 。", {}, "朝", id="a-name-in-brackets"),
        pytest.param(f"箱 「 朝 」 は {AME} と {NOBETA} 。", {}, "", id="brackets-behind-a-thing"),
    ],
)
def test_a_noun_of_which_nothing_is_known(ja_scene: Scene, text: str, heads: dict[int, int], speaker: str) -> None:
    doc = ja_scene(text, heads=heads)
    assert "".join(doc.text[found.start : found.end] for found in read_layer(doc, SpeakerFound)) == speaker


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        pytest.param("政府", "団体", "団体", id="another-of-its-kind"),
        pytest.param("山田氏", "若者", "山田氏", id="a-name-stays"),
    ],
)
def test_a_topic_behind_a_clause_with_ga(ja_scene: Scene, first: str, second: str, speaker: str) -> None:
    turned = (
        f"{first} は 動い/動く/動詞/連用形-イ音便 た が/が/接続助詞 、 今日//時 の {second} は {AME} と {NOBETA} 。"
    )
    doc = ja_scene(turned, names={"山田氏": "person"} if first == "山田氏" else {})
    assert "".join(doc.text[found.start : found.end] for found in read_layer(doc, SpeakerFound)) == speaker


def test_a_passive_that_quotes_nothing_does_not_cut_the_clause(ja_scene: Scene) -> None:
    passive = "公表//サ変 さ/する/補助/未然形-サ れ/れる/助動詞/連用形-一般 、"
    doc = ja_scene(f"警察 は 欠陥 が 昨日//時 に {passive} {AME} と {NOBETA} 。")
    contents, speakers = read_layer(doc, ContentFound), read_layer(doc, SpeakerFound)
    said = next(index for index, content in enumerate(contents) if content.rule == "clause:to")
    assert [doc.text[found.start : found.end] for found in speakers if found.content == said] == ["警察"]
