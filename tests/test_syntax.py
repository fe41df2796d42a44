"""Grammar on tokens, without a model: kinds of words, bunsetsu and their particles."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.bunsetsu import phrases
from extractor.syntax import (
    bracket_units,
    inflection,
    is_closing,
    is_comma,
    is_continuative,
    is_imperative,
    is_nominal,
    is_opening,
    is_particle,
    is_predicate,
    noun_start,
    slice_text,
    token_range,
)

JaDoc = Callable[..., Doc]


def cut(doc: Doc, spans: list[tuple[int, int]] | None = None) -> list[str]:
    """Return the bunsetsu of ``doc`` as texts; spans: bracketed passages in characters."""
    return [doc[p.start : p.end].text for p in phrases(doc, 0, len(doc), bracket_units(doc, spans or []))]


@pytest.mark.parametrize(
    ("is_kind", "yes", "no"),
    [
        pytest.param(
            is_nominal, ["首相", "三//数", "氏//接尾", "彼//代名詞", "・"], ["は", "行く//動詞"], id="nominal"
        ),
        pytest.param(is_particle, ["は", "と", "て", "か"], ["首相", "た"], id="particle"),
        pytest.param(
            is_predicate, ["行く//動詞", "た", "高い//形容詞", "静か//形状詞"], ["首相", "は"], id="predicate"
        ),
        pytest.param(is_comma, ["、"], ["。", "・"], id="comma"),
        pytest.param(is_opening, ["「", "『", "（"], ["」", "首相"], id="opening"),
        pytest.param(is_closing, ["」", "』", "）"], ["「", "首相"], id="closing"),
    ],
)
def test_kinds_of_words(ja_doc: JaDoc, is_kind: Callable[..., bool], yes: list[str], no: list[str]) -> None:
    assert [word for word in yes + no if is_kind(ja_doc(word)[0])] == yes


def test_a_verb_that_is_part_of_a_compound_particle_is_a_function_word(ja_doc: JaDoc) -> None:
    doc = ja_doc("記者 に 対し/対する/動詞", deps={2: "fixed"})
    assert [phrase.particle for phrase in phrases(doc, 0, 3, {})] == ["に対し"]


@pytest.mark.parametrize(
    ("word", "form", "continuative"),
    [("述べ/述べる/動詞/連用形-一般", "連用形-一般", True), ("た", "終止形-一般", False), ("首相", "", False)],
    ids=["continuative", "final", "noun"],
)
def test_inflection(ja_doc: JaDoc, word: str, form: str, continuative: bool) -> None:
    token = ja_doc(word)[0]
    assert inflection(token) == form
    assert is_continuative(token) is continuative


def test_phrases_end_before_the_next_content_word(ja_doc: JaDoc) -> None:
    doc = ja_doc("同//接頭辞 協会 の 山田//人名 花子//人名 氏//接尾 は 東京 で 述べ/述べる/動詞 た 。")
    assert cut(doc) == ["同協会の", "山田花子氏は", "東京で", "述べた。"]


def test_a_comma_ends_a_phrase(ja_doc: JaDoc) -> None:
    assert cut(ja_doc("十八//数 日//接尾 、 首相 は")) == ["十八日、", "首相は"]


def test_a_bracketed_passage_is_one_word(ja_doc: JaDoc) -> None:
    doc = ja_doc("首相 は 「 雨 は 降る/降る/動詞 」 と 述べ/述べる/動詞 た")
    assert cut(doc, [(3, 9)]) == ["首相は", "「雨は降る」と", "述べた"]


def test_parentheses_belong_to_the_name_before_them(ja_doc: JaDoc) -> None:
    doc = ja_doc("山田//人名 さん//接尾 （ 五十//数 ） は 話す/話す/動詞")
    assert cut(doc, [(4, 8)]) == ["山田さん（五十）は", "話す"]


@pytest.mark.parametrize(
    ("text", "deps", "particle", "comma"),
    [
        pytest.param("首相 は", {}, "は", False, id="one"),
        pytest.param("東京 に は 、", {}, "には", True, id="two-and-a-comma"),
        pytest.param("記者 に 対し/対する/動詞 、", {2: "fixed"}, "に対し", True, id="compound"),
        pytest.param("警察 に よる/よる/動詞 と", {2: "fixed"}, "によると", False, id="source"),
        pytest.param("首相 、", {}, "", True, id="none"),
        pytest.param("述べ/述べる/動詞 た と", {}, "と", False, id="after-a-predicate"),
    ],
)
def test_particle_of_a_phrase(ja_doc: JaDoc, text: str, deps: dict[int, str], particle: str, comma: bool) -> None:
    doc = ja_doc(text, deps=deps)
    (phrase,) = phrases(doc, 0, len(doc), {})
    assert (phrase.particle, phrase.comma) == (particle, comma)


def test_the_head_is_the_last_content_word(ja_doc: JaDoc) -> None:
    doc = ja_doc("山田//人名 氏//接尾 は")
    assert [doc[phrase.head].text for phrase in phrases(doc, 0, 3, {})] == ["氏"]


def test_phrases_cover_all_words_once(ja_doc: JaDoc) -> None:
    doc = ja_doc("・ 首相 は 「 雨 」 、 （ 風 ） と 述べ/述べる/動詞 た 。 」 ⏎ 氏//接尾")
    found = list(phrases(doc, 0, len(doc), bracket_units(doc, [(4, 7), (8, 11)])))
    assert [token for phrase in found for token in range(phrase.start, phrase.end)] == list(range(len(doc)))


@pytest.mark.parametrize(
    ("start", "end", "tokens"),
    [(0, 2, (0, 1)), (1, 2, (0, 1)), (1, 4, (0, 3)), (2, 3, (1, 2))],
    ids=["whole", "inside", "touches", "one"],
)
def test_token_range(ja_doc: JaDoc, start: int, end: int, tokens: tuple[int, int]) -> None:
    assert token_range(ja_doc("首相 は 雨 だ"), start, end) == tokens


def test_token_range_outside_the_text(ja_doc: JaDoc) -> None:
    with pytest.raises(IndexError, match="0 to 99"):
        token_range(ja_doc("首相 は"), 0, 99)


def test_noun_start_takes_the_whole_compound(ja_doc: JaDoc) -> None:
    doc = ja_doc("英国 の 元//接頭辞 労働党 関係 者//接尾 が")
    assert doc[noun_start(doc, 5, 0)].text == "元"
    assert doc[noun_start(doc, 5, 4)].text == "関係"


def test_text_is_cut_at_blanks_too() -> None:
    words = ["首相", "は", "、", "「", "行く", "」", "と"]
    doc = Doc(Vocab(), words=words, spaces=[False, True, True, True, False, True, False])
    for start in range(len(doc.text)):
        for end in range(start, len(doc.text) + 1):
            assert slice_text(doc, start, end) == doc.text[start:end]


def test_what_a_tag_or_a_form_tells_holds_in_every_vocabulary(ja_doc: JaDoc) -> None:
    for _ in range(2):
        doc = ja_doc("雨 が 降れ//動詞/命令形 降り//動詞/連用形")
        assert [is_particle(token) for token in doc] == [False, True, False, False]
        assert [is_imperative(token) for token in doc] == [False, False, True, False]
