"""Acts: the features of content and cue, and what rules and trained weights make of them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.attribution.act_features import act_features, show_act
from extractor.attribution.acts import decide_act, load_act
from extractor.layers import ContentFound, CueFound
from extractor.lexicon.acts import load_acts
from extractor.records import Act
from extractor.trained import ClassWeights, LinearWeights

CUE = CueFound(
    90, 93, entry="noberu", kind="verb", marker="to", marker_start=89, marker_end=90, lemma="述べる", act="assert",
    passive=False,
)  # fmt: skip
UNFAIR = "法案 は 不当/不当/形状詞 だ//助動詞"
HELP = "県 が 支援/支援/サ変 する//補助"


def whole(doc: Doc) -> ContentFound:
    """Return all of ``doc`` as one content."""
    place = (0, len(doc.text))
    return ContentFound(*place, pieces=(place,), cue=0, form="direct", rule="test")


@pytest.fixture
def features_of(ja_doc: Callable[..., Doc]) -> Callable[..., dict[str, float]]:
    def find(text: str, cue: CueFound | None = CUE, **options: object) -> dict[str, float]:
        doc = ja_doc(text, **options)
        return act_features(doc, whole(doc), cue, load_acts())

    return find


def test_features_have_these_names(features_of: Callable[..., dict[str, float]]) -> None:
    found = features_of(UNFAIR, heads={0: 2}, deps={0: "nsubj"})
    assert set(found) == {
        "form=direct", "cue=assert", "cue-kind=verb", "marker=to", "cue=assert, marker=to", "ending=none", "rule=open",
        "predicate=adjectival-noun", "tense=now", "subject=bare", "predicate=adjectival-noun, tense=now",
        "subject=bare, predicate=adjectival-noun, tense=now", "open, predicate=adjectival-noun, tense=now",
        "open, marker=to", "word=blame", "last-word=blame", "judging>=1", "has=adjectival-noun",
    }  # fmt: skip
    assert {type(value) for value in found.values()} == {float}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(HELP, {"predicate=done-noun", "tense=now"}, id="noun-with-suru"),
        pytest.param("県 が 支援/支援/サ変", {"predicate=bare-verbal-noun"}, id="headline"),
        pytest.param("雨 が 降っ//動詞 た", {"predicate=verb, tense=past"}, id="past"),
        pytest.param("雨 が 降っ//動詞 て いる//補助", {"predicate=verb, tense=state"}, id="state"),
        pytest.param("雨 は 降ら//動詞 ない//助動詞", {"predicate=verb, tense=now, negated"}, id="negated"),
        pytest.param("早く 帰れ//動詞/命令形", {"inflection=命令形"}, id="command"),
        pytest.param("説明 す/する/補助 べき//助動詞 だ//助動詞", {"ending=duty", "ending-act=demand"}, id="ending"),
        pytest.param("行く//動詞 の か ？", {"ending=question", "rule=question"}, id="the-mark-is-read-too"),
        pytest.param("無念 だ//助動詞 。 帰り//動詞 たい//助動詞", {"several-sentences", "ending=wish"}, id="two"),
        pytest.param(
            "帰り//動詞 たい//助動詞 。 無念 だ//助動詞", {"earlier-ending=wish", "word=feeling"}, id="before"
        ),
        pytest.param("三//数 人", {"has=numeral"}, id="numeral"),
        pytest.param("。", {"cue=assert"}, id="no-words"),
    ],
)
def test_a_content_has_the_feature(text: str, names: set[str], features_of: Callable[..., dict[str, float]]) -> None:
    assert names <= features_of(text).keys()


def test_without_a_cue_there_are_no_features_of_one(features_of: Callable[..., dict[str, float]]) -> None:
    assert {name for name in features_of(HELP, None) if name.startswith("cue")} == {"cue=none"}


def test_words_with_a_meaning_give_the_mean_of_their_vectors() -> None:
    vocab = Vocab(vectors_name="test")
    vocab.set_vector("値段", np.array([2.0, 0.0], dtype="f"))
    vocab.set_vector("高い", np.array([0.0, 4.0], dtype="f"))
    vocab.set_vector("は", np.array([9.0, 9.0], dtype="f"))
    tags = ["名詞-普通名詞-一般", "助詞-係助詞", "形容詞-一般"]
    doc = Doc(vocab, words=["値段", "は", "高い"], spaces=[False] * 3, tags=tags, heads=[2, 0, 2], deps=["dep"] * 3)
    found = act_features(doc, whole(doc), None, load_acts())
    assert (found["vector-000"], found["vector-001"]) == (1.5, 1.5)


@pytest.mark.parametrize(
    ("cue", "ending", "act"),
    [
        pytest.param(replace(CUE, act="deny"), "べきだ", Act.DENY, id="the-cue-first"),
        pytest.param(replace(CUE, marker="you"), "", Act.DEMAND, id="you"),
        pytest.param(CUE, "べきだ", Act.DEMAND, id="the-ending"),
        pytest.param(None, "べきだ", Act.DEMAND, id="no-cue"),
        pytest.param(CUE, "", None, id="neither"),
    ],
)
def test_what_cue_and_ending_show(cue: CueFound | None, ending: str, act: Act | None) -> None:
    assert show_act(cue, load_acts().find_ending(ending)) == act


def test_without_weights_the_rules_decide(ja_doc: Callable[..., Doc]) -> None:
    for text, act in (
        ("帰る//動詞 べき//助動詞 だ//助動詞", Act.DEMAND),
        ("雨 が 降っ//動詞 た", Act.ASSERT),
        ("。", Act.ASSERT),
    ):
        doc = ja_doc(text)
        assert decide_act(doc, whole(doc), CUE, load_acts(), None) is act


def test_with_weights_the_likeliest_act_is_taken(ja_doc: Callable[..., Doc]) -> None:
    weights = ClassWeights(
        classes={
            "assert": LinearWeights(intercept=0.5, weights={"word=blame": 0.0}),
            "evaluate": LinearWeights(intercept=0.0, weights={"word=blame": 1.0}),
        }
    )
    unfair, rain = ja_doc(UNFAIR), ja_doc("雨 が 降っ//動詞 た")
    assert decide_act(unfair, whole(unfair), CUE, load_acts(), weights) is Act.EVALUATE
    assert decide_act(rain, whole(rain), CUE, load_acts(), weights) is Act.ASSERT


def test_the_trained_weights_know_every_act() -> None:
    assert load_act().classes.keys() == set(Act)


def test_the_trained_weights_know_every_ending() -> None:
    known = {name for weights in load_act().classes.values() for name in weights.weights}
    names = {f"ending={entry.name}" for entry in load_acts().endings.values()}
    assert len(names - known) <= len(names) / 5, f"train anew: {sorted(names - known)} have no weight"
