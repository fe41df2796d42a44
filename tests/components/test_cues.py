"""Which reporting expressions are cues, on words alone: no model."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.layers import CueFound, read_layer

Scene = Callable[..., Doc]

NOBERU, IKU = "述べ/述べる/動詞/連用形-一般", "行く//動詞/終止形-一般"
SURU, SHI = "する//補助/終止形-一般", "し/する/補助/連用形-一般"
KYOCHO, SHIMESHI = "強調//サ変", "示し/示す/動詞/連用形-一般"
ATTA = "あっ/ある/補助/連用形-促音便 た//助動詞/連体形-一般"


def shown(doc: Doc) -> list[str]:
    """Return each cue as its text and its marker."""
    return [f"{doc.text[cue.start : cue.end]} {cue.marker}" for cue in read_layer(doc, CueFound)]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        pytest.param(f"首相 は {IKU} と {NOBERU} た 。", ["述べた to"], id="verb"),
        pytest.param(f"首相 は {IKU} と は {NOBERU} た 。", ["述べた to"], id="to-with-another-particle"),
        pytest.param(f"{IKU} と 首相 は 会見 で {NOBERU} た 。", ["述べた to"], id="words-between"),
        pytest.param(f"首相 は {IKU} と {KYOCHO} 。", ["強調 to"], id="noun-at-the-end"),
        pytest.param(f"首相 は {IKU} と {KYOCHO} {SHI} た 。", ["強調 to"], id="noun-with-suru"),
        pytest.param(f"首相 は {IKU} と の 見方 を {SHIMESHI} た 。", ["見方を示した tono"], id="phrase"),
        pytest.param(
            f"首相 は {IKU} と の 見方 も {SHIMESHI} た 。", ["見方も示した tono"], id="phrase-other-particle"
        ),
        pytest.param(
            f"首相 は {IKU} と の 見方 を 改めて//副詞 {SHIMESHI} た 。",
            ["見方を改めて示した tono"],
            id="phrase-with-an-adverb-inside",
        ),
        pytest.param(
            f"首相 は {IKU} 方針 を {SHIMESHI} た 。", ["方針を示した plain"], id="phrase-after-a-bare-clause"
        ),
        pytest.param(
            "首相 は 行く//動詞/連体形-一般 よう//よう 求め/求める/動詞/連用形-一般 た 。", ["求めた you"], id="you"
        ),
        pytest.param(f"首相 は 事故 が {ATTA} こと を 認め/認める/動詞/連用形-一般 た 。", ["認めた koto"], id="koto"),
        pytest.param(
            "首相 は 攻撃 を 強く/強い/形容詞/連用形-一般 非難//サ変 し/する/補助 た 。", ["非難 object"], id="object"
        ),
        pytest.param("警察 に よる/よる/動詞 と 、 雨 だ 。", ["によると none"], id="source"),
        pytest.param(
            "警察 に よる/よる/動詞 と 、 雨 だ と いう//動詞 。", ["によると none", "という none"], id="hearsay"
        ),
        pytest.param(f"「 {IKU} 。 帰る//動詞 」 と {NOBERU} た 。", ["述べた to"], id="after-a-quotation"),
        pytest.param(f"首相 は {NOBERU} た 、 「 {IKU} 」 。", ["述べた following"], id="quotation-follows"),
        pytest.param(
            f"次 の よう//よう に {NOBERU} た 。 「 {IKU} 」", ["述べた following"], id="quotation-in-the-next-sentence"
        ),
    ],
)
def test_cues_with_their_markers(ja_scene: Scene, text: str, cues: list[str]) -> None:
    assert shown(ja_scene(text)) == cues


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("首相 は 行く と は 述べ/述べる/動詞/未然形-一般 なかっ/ない/助動詞/連用形 た 。", id="denied"),
        pytest.param("首相 が 行く と 述べれ/述べる/動詞/仮定形-一般 ば//接続助詞 終わる//動詞 。", id="hypothetical"),
        pytest.param(f"「 首相 は {IKU} と {NOBERU} た 」", id="inside-a-quotation"),
        pytest.param(f"意見 を {NOBERU} た 。", id="no-marker-that-the-cue-takes"),
        pytest.param(f"米国 と 首相 が {NOBERU} た 。", id="to-that-joins-nouns"),
        pytest.param(f"{KYOCHO} 点 は 多い//形容詞 。", id="noun-in-a-compound"),
        pytest.param("警察 は 逮捕 しよう//補助/意志推量形 と し/する/補助/連用形-一般 た 。", id="to-suru-of-purpose"),
        pytest.param(f"{IKU} と いう//動詞 噂 が 広がっ/広がる/動詞 た 。", id="to-iu-before-a-noun"),
        pytest.param(f"首相 は 行っ/行く/動詞 た 。 雨 が {NOBERU} た 。", id="marker-in-no-other-sentence"),
        pytest.param("店 は 「 赤い 鳥 」 と いう//動詞 名 だ 。", id="name-of-a-thing"),
    ],
)
def test_no_cue(ja_scene: Scene, text: str) -> None:
    assert shown(ja_scene(text)) == []


def test_a_quotation_after_a_cue_may_belong_to_the_next_one(ja_scene: Scene) -> None:
    doc = ja_scene(f"首相 は {NOBERU} た 、 「 {IKU} 」 と 市長 は 語っ/語る/動詞 た 。")
    assert shown(doc) == ["語った to"]


def test_a_predicate_that_no_entry_describes_is_a_cue_after_a_quoted_sentence(ja_scene: Scene) -> None:
    doc = ja_scene("店主 は 「 もう 寂しく なる//動詞 」 と 鼻 を 膨らませ/膨らませる/動詞/連用形-一般 た 。")
    (cue,) = read_layer(doc, CueFound)
    assert (doc.text[cue.start : cue.end], cue.entry) == ("鼻を膨らませた", "")


def test_what_names_a_thing_after_a_quotation_is_no_cue(ja_scene: Scene) -> None:
    assert shown(ja_scene("橋 を 「 虹 の 橋 だ//助動詞 」 と 名付け/名付ける/動詞/連用形-一般 た 。")) == []


@pytest.mark.parametrize(
    ("ending", "passive"), [("た", False), ("れ/れる/助動詞/連用形-一般 た", True)], ids=["active", "passive"]
)
def test_passive_cues_are_marked(ja_scene: Scene, ending: str, passive: bool) -> None:
    doc = ja_scene(f"首相 は {IKU} と 指摘//サ変 さ/する/補助/未然形-サ {ending} 。")
    assert [cue.passive for cue in read_layer(doc, CueFound)] == [passive]


def test_a_cue_tells_what_it_was_found_by(ja_scene: Scene) -> None:
    (cue,) = read_layer(ja_scene(f"首相 は {IKU} と {NOBERU} た 。"), CueFound)
    assert (cue.kind, cue.lemma, cue.act) == ("verb", "述べる", "assert")
    assert (cue.marker_start, cue.marker_end) == (5, 6)
