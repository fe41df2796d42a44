"""The sentences of a content and their predicates."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.attribution.content_sentences import split_content
from extractor.layers import ContentFound


@pytest.mark.parametrize(
    ("text", "sentences", "predicates"),
    [
        pytest.param("雨 が 降っ//動詞 た", ["雨が降った"], ["降っ"], id="one"),
        pytest.param("雨 が 降っ//動詞 た 。 寒い//形容詞", ["雨が降った", "寒い"], ["降っ", "寒い"], id="two"),
        pytest.param("寒い//形容詞 。 」", ["寒い"], ["寒い"], id="marks-behind"),
        pytest.param("寒い//形容詞 ⏎ 暑い//形容詞", ["寒い", "暑い"], ["寒い", "暑い"], id="lines"),
        pytest.param("支持//サ変 する//補助 。", ["支持する"], ["支持"], id="noun-with-suru"),
        pytest.param("降っ//動詞 て いる//補助", ["降っている"], ["降っ"], id="te-iru"),
        pytest.param("無理//形状詞 だ//助動詞 。", ["無理だ"], ["無理"], id="adjectival-noun"),
        pytest.param("減税", ["減税"], ["減税"], id="a-noun-alone"),
        pytest.param("。 」", [], [], id="marks-alone"),
    ],
)
def test_sentences(ja_doc: Callable[..., Doc], text: str, sentences: list[str], predicates: list[str]) -> None:
    doc = ja_doc(text)
    whole = (0, len(doc.text))
    content = ContentFound(*whole, pieces=(whole,), cue=-1, form="direct", rule="test")
    found = list(split_content(doc, content))
    assert [doc[each.start : each.end].text for each in found] == sentences
    assert [doc[each.predicate].text for each in found] == predicates
