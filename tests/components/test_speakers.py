"""Who says each content, on words alone: no model. Each case names the rule that decides."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.layers import SpeakerFound, read_layer

Scene = Callable[..., Doc]

NOBETA = "述べ/述べる/動詞/連用形-一般 た"
NOBE = "述べ/述べる/動詞/連用形-一般"
AME = "雨 だ//助動詞/終止形-一般"


def shown(doc: Doc) -> list[str]:
    """Return each speaker as the words that name them (an entity's id where none do), kind and rule."""
    return [
        f"{doc.text[found.start : found.end] or found.entity} {found.kind} {found.rule}"
        for found in read_layer(doc, SpeakerFound)
        if not found.addressee
    ]


@pytest.mark.parametrize(
    ("text", "names", "speakers"),
    [
        pytest.param(
            f"山田氏 は {AME} と {NOBETA} 。",
            {"山田氏": "person"},
            ["山田氏 named subject-before-content"],
            id="subject",
        ),
        pytest.param(
            f"{AME} と 山田氏 は {NOBETA} 。",
            {"山田氏": "person"},
            ["山田氏 named subject-after-content"],
            id="after-content",
        ),
        pytest.param(
            f"{AME} と {NOBETA} 山田氏 は 帰っ//動詞 た 。",
            {"山田氏": "person"},
            ["山田氏 named modified-noun"],
            id="modified",
        ),
        pytest.param(
            f"同氏 は {AME} と {NOBETA} 。",
            {"同氏": "person/pronoun"},
            ["同氏 anaphor subject-before-content"],
            id="pronoun",
        ),
        pytest.param(
            f"米国 は {AME} と {NOBETA} 。", {"米国": "country"}, ["米国 named subject-before-content"], id="country"
        ),
        pytest.param(f"専門家 は {AME} と {NOBETA} 。", {}, ["専門家 generic subject-before-content"], id="generic"),
        pytest.param("警察 に よる/よる/動詞 と 、 雨 だ 。", {}, ["警察 generic source"], id="source"),
        pytest.param(
            "「 必ず//副詞 行き ます//助動詞 」 と 山田氏 。",
            {"山田氏": "person"},
            ["山田氏 named quotation-name"],
            id="with-to",
        ),
        pytest.param(
            "山田氏 「 必ず//副詞 行き ます//助動詞 」",
            {"山田氏": "person"},
            ["山田氏 named name-quotation"],
            id="headline",
        ),
        pytest.param(
            "「 必ず//副詞 行き ます//助動詞 」 （ 山田氏 ）",
            {"山田氏": "person"},
            ["山田氏 named quotation-parenthesis"],
            id="parentheses",
        ),
        pytest.param(f"{AME} と {NOBETA} 。", {}, [], id="nobody"),
        pytest.param(f"天気 は {AME} と {NOBETA} 。", {}, [], id="a-noun-that-cannot-speak"),
    ],
)
def test_speakers(ja_scene: Scene, text: str, names: dict[str, str], speakers: list[str]) -> None:
    assert shown(ja_scene(text, names=names)) == speakers


def test_a_subject_is_shared_by_the_clauses_that_it_leads(ja_scene: Scene) -> None:
    doc = ja_scene(f"山田氏 は {AME} と {NOBE} 、 行く//動詞/終止形-一般 と {NOBETA} 。", names={"山田氏": "person"})
    assert shown(doc) == ["山田氏 named subject-before-content", "山田氏 named subject-of-clause-before"]


def test_the_last_speaker_speaks_on(ja_scene: Scene) -> None:
    first, second = f"山田氏 は {AME} と {NOBETA} 。", f"行く//動詞/終止形-一般 と {NOBETA} 。"
    doc = ja_scene(f"{first} {second}", names={"山田氏": "person"}, sentences=(len(first.split()),))
    assert sorted(shown(doc)) == ["e1 implicit running-speaker", "山田氏 named subject-before-content"]


def test_an_unnamed_speaker_who_speaks_on_keeps_the_words_that_name_them(ja_scene: Scene) -> None:
    first, second = f"専門家 は {AME} と {NOBETA} 。", f"行く//動詞/終止形-一般 と {NOBETA} 。"
    doc = ja_scene(f"{first} {second}", sentences=(len(first.split()),))
    assert sorted(shown(doc)) == ["専門家 generic subject-before-content", "専門家 implicit running-speaker"]


def test_the_topic_of_the_sentence_before_speaks_where_nobody_did(ja_scene: Scene) -> None:
    doc = ja_scene(f"山田氏 は 帰っ//動詞 た 。 {AME} と {NOBETA} 。", names={"山田氏": "person"}, sentences=(5,))
    assert shown(doc) == ["e1 implicit running-topic"]


def test_whom_it_is_said_to_is_no_speaker(ja_scene: Scene) -> None:
    doc = ja_scene(
        f"山田氏 は 記者団 に 対し/対する/動詞 、 {AME} と {NOBETA} 。", names={"山田氏": "person"}, deps={4: "fixed"}
    )
    assert shown(doc) == ["山田氏 named subject-before-content"]
    told = [found for found in read_layer(doc, SpeakerFound) if found.addressee]
    assert [doc.text[found.start : found.end] for found in told] == ["記者団"]


def test_a_topic_goes_before_the_subject_of_the_content(ja_scene: Scene) -> None:
    doc = ja_scene(
        f"山田氏 は 佐藤氏 が 行く//動詞/終止形-一般 と {NOBETA} 。",
        names={"山田氏": "person", "佐藤氏": "person"},
        heads={2: 4},
    )
    assert shown(doc) == ["山田氏 named subject-before-content"]


def test_in_a_passive_the_agent_speaks(ja_scene: Scene) -> None:
    doc = ja_scene(
        f"首相 は 山田氏 から {AME} と 指摘//サ変 さ/する/補助/未然形-サ れ/れる/助動詞/連用形-一般 た 。",
        names={"山田氏": "person"},
    )
    assert shown(doc) == ["山田氏 named subject-before-content"]
