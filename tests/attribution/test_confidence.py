"""Confidence: the features of a statement, and what the trained weights make of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.api import Extractor
from extractor.attribution.confidence import estimate_confidence, features, load_confidence
from extractor.attribution.evidence import Evidence, EvidenceFinder
from extractor.layers import ContentFound, CueFound, SpeakerFound, StatementFound, read_layer
from extractor.trained import LinearWeights

QUOTED = Evidence(
    content=ContentFound(10, 35, pieces=((10, 35),), cue=0, form="direct", rule="quotation:to"),
    cue=CueFound(
        37, 40, entry="noberu", kind="verb", marker="to", marker_start=36, marker_end=37, lemma="述べる", act="assert",
        passive=False,
    ),
    speakers=(SpeakerFound(0, 8, content=0, kind="named", entity="e1", rule="subject-before-content"),),
    entity_type="person",
    speaker_tied=True,
    speaker_gap=2,
)  # fmt: skip
HEARSAY = Evidence(
    content=ContentFound(10, 16, pieces=((10, 16),), cue=0, form="indirect", rule="clause:none"),
    cue=CueFound(
        17, 20, entry="to-iu", kind="hearsay", marker="none", marker_start=17, marker_end=17, lemma="という",
        act="assert", passive=False,
    ),
    speakers=(SpeakerFound(0, 0, content=0, kind="implicit", entity="e1", rule="running-speaker"),),
    entity_type="person",
    distance=3,
    other_paragraph=True,
    exits=2,
)  # fmt: skip
BARE = Evidence(
    content=ContentFound(0, 9, pieces=((0, 9),), cue=-1, form="direct", rule="quotation-alone"),
    cue=None,
    speakers=(),
    closed=False,
    overlaps=True,
    opens_sentence=True,
    in_heading=True,
)


@pytest.mark.parametrize(
    ("evidence", "names"),
    [
        pytest.param(
            QUOTED,
            "content=quotation form=direct length>=8 length>=20 cue=verb marker=to speaker=subject-before-content "
            "speaker-kind=named speaker-type=person speaker-tied",
            id="quotation-with-a-subject",
        ),
        pytest.param(
            HEARSAY,
            "content=clause form=indirect exits>=2 cue=hearsay marker=none speaker=running-speaker "
            "speaker-kind=implicit speaker-type=person distance>=1 distance>=2 other-paragraph",
            id="hearsay-of-an-omitted-speaker",
        ),
        pytest.param(
            BARE,
            "content=quotation-alone form=direct length>=8 overlaps opens-sentence unclosed in-heading cue=none "
            "speaker=nobody",
            id="quotation-of-nobody",
        ),
    ],
)
def test_features_have_these_names(evidence: Evidence, names: str) -> None:
    found = features(evidence)
    assert set(found) == set(names.split())
    assert {type(value) for value in found.values()} == {float}


@pytest.mark.parametrize(
    ("change", "added", "dropped"),
    [
        pytest.param({"cue": replace(QUOTED.cue, entry="")}, {"cue=open"}, {"cue=verb"}, id="cue-of-no-entry"),
        pytest.param({"cue": replace(QUOTED.cue, passive=True)}, {"passive"}, set(), id="passive"),
        pytest.param({"speakers": QUOTED.speakers * 2}, {"several-speakers"}, set(), id="two-speakers"),
        pytest.param({"entity_type": ""}, {"speaker-type=unlinked"}, {"speaker-type=person"}, id="no-entity"),
        pytest.param({"exits": 3}, set(), set(), id="a-quotation-may-be-several-sentences"),
        pytest.param({"speaker_gap": 20}, {"speaker-gap>=4", "speaker-gap>=16"}, set(), id="far-subject"),
        pytest.param({"distance": 3}, set(), set(), id="no-distance-of-a-stated-speaker"),
        pytest.param({"speaker_in_content": True}, {"speaker-in-content"}, set(), id="subject-of-the-content"),
    ],
)
def test_a_change_of_the_evidence_changes_its_features(
    change: dict[str, object], added: set[str], dropped: set[str]
) -> None:
    before, after = set(features(QUOTED)), set(features(replace(QUOTED, **change)))
    assert (after - before, before - after) == (added, dropped)


def test_confidence_is_the_logistic_function_of_the_weights() -> None:
    weights = LinearWeights(intercept=-1.0, weights={"cue=verb": 2.5, "length>=8": -0.5, "distance>=1": 9.0})
    assert estimate_confidence(QUOTED, weights) == 0.73  # 1 / (1 + e^-1)
    assert estimate_confidence(BARE, weights) == 0.18  # 1 / (1 + e^1.5): a feature without weight counts for nothing


@pytest.mark.parametrize(("intercept", "confidence"), [(50.0, 0.99), (-50.0, 0.01), (-800.0, 0.01)])
def test_nothing_is_certain(intercept: float, confidence: float) -> None:
    assert estimate_confidence(QUOTED, LinearWeights(intercept=intercept, weights={"a": 0})) == confidence


@pytest.mark.parametrize(
    "worse",
    [
        pytest.param(HEARSAY, id="hearsay-of-an-omitted-speaker"),
        pytest.param(replace(QUOTED, speakers=()), id="nobody-named"),
        pytest.param(replace(QUOTED, speaker_tied=False), id="subject-tied-to-another-word"),
        pytest.param(replace(QUOTED, overlaps=True), id="contents-that-compete"),
        pytest.param(replace(QUOTED, content=replace(QUOTED.content, end=14)), id="four-characters"),
        pytest.param(replace(QUOTED, cue=replace(QUOTED.cue, passive=True)), id="passive"),
    ],
)
def test_the_trained_weights_rank_a_quotation_with_its_subject_higher(worse: Evidence) -> None:
    weights = load_confidence()
    assert estimate_confidence(worse, weights) < estimate_confidence(QUOTED, weights)


def test_an_omitted_speaker_is_less_sure_the_further_away() -> None:
    weights = load_confidence()
    near, far = (estimate_confidence(replace(HEARSAY, distance=distance), weights) for distance in (1, 4))
    assert far < near


def deciding(extractor: Extractor) -> Iterator[set[str]]:
    """Yield for each statement in the first sentences of the corpus the features that name what decided."""
    for path in sorted((Path(__file__).parents[2] / "corpus" / "articles").glob("*.txt"))[:6]:
        doc = extractor.nlp(path.read_text(encoding="utf-8")[:1500])
        evidence, speakers = EvidenceFinder(doc), read_layer(doc, SpeakerFound)
        for found in read_layer(doc, StatementFound):
            own = [speaker for speaker in speakers if speaker.content == found.content and not speaker.addressee]
            yield {name for name in features(evidence.gather(found.content, own)) if "=" in name}


@pytest.mark.ginza
def test_rules_that_training_never_saw_decide_few_statements(extractor_loaded: Extractor) -> None:
    weights = load_confidence().weights
    found = list(deciding(extractor_loaded))
    unknown = [names - weights.keys() for names in found if not names <= weights.keys()]
    assert len(found) > 50
    assert len(unknown) <= len(found) / 20, f"train anew: {set().union(*unknown)} have no weight"
