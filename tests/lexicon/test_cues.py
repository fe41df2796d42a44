from collections import Counter

import pytest
import spacy
from spacy.language import Language

from extractor.errors import LexiconError
from extractor.lexicon.cues import CueEntry, CueKind, Marker, check_distinct, load_cues
from extractor.lexicon.entry import validate_rows
from extractor.records import Act

CUES = load_cues()
SURFACES = {
    Marker.TO: ("と",),
    Marker.YOU: ("よう",),
    Marker.KOTO: ("こと", "旨"),
    Marker.TONO: ("との", "という"),
    Marker.TOSHITE: ("として",),
    Marker.OBJECT: ("を", "に", "は", "も", "が"),
    Marker.PLAIN: ("",),
    Marker.NONE: ("",),
}


@pytest.fixture(scope="module")
def tokenizer() -> Language:
    return spacy.blank("ja", config={"nlp": {"tokenizer": {"split_mode": "C"}}})


def entry(**changes: object) -> dict[str, object]:
    return {
        "id": "noberu",
        "lemmas": ["述べる"],
        "kind": "verb",
        "markers": ["to"],
        "example": "首相は続けると述べた。",
        **changes,
    }


def contains(lemmas: list[str], wanted: tuple[str, ...]) -> bool:
    return any(tuple(lemmas[i : i + len(wanted)]) == wanted for i in range(len(lemmas)))


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_lemmas_are_those_of_the_tokenizer(tokenizer: Language, cue: CueEntry) -> None:
    for sentence in filter(None, (cue.example, cue.counter)):
        assert contains([token.lemma_ for token in tokenizer(sentence)], cue.lemmas), sentence


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_example_shows_one_of_the_markers(cue: CueEntry) -> None:
    assert any(surface in cue.example for marker in cue.markers for surface in SURFACES[marker])


def test_no_marker_is_given_twice() -> None:
    assert [cue.id for cue in CUES if len(set(cue.markers)) < len(cue.markers)] == []


def test_no_sentence_is_used_twice() -> None:
    sentences = Counter(s for cue in CUES for s in (cue.example, cue.counter) if s)
    assert [s for s, times in sentences.items() if times > 1] == []


def test_every_kind_marker_and_act_is_covered() -> None:
    assert {cue.kind for cue in CUES} == set(CueKind)
    assert {marker for cue in CUES for marker in cue.markers} == {marker for marker in Marker if not marker.is_found}
    assert {cue.act for cue in CUES} == set(Act)


WRONG = [
    pytest.param([entry(), entry()], "twice", id="id given twice"),
    pytest.param([entry(), entry(id="noberu-2")], "same lemmas and kind as noberu", id="words given twice"),
]


@pytest.mark.parametrize(("rows", "message"), WRONG)
def test_entries_that_collide_are_refused(rows: list[dict[str, object]], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        check_distinct(validate_rows("cues.toml", rows, CueEntry, what="cue"))


def test_same_words_of_another_kind_are_allowed() -> None:
    rows = [entry(), entry(id="noberu-phrase", kind="phrase")]
    check_distinct(validate_rows("cues.toml", rows, CueEntry, what="cue"))


MALFORMED = [
    pytest.param({"markers": ["none"]}, "marker none", id="a verb needs a marker"),
    pytest.param({"kind": "source"}, "marker none", id="a source has no marker"),
    pytest.param({"kind": "hearsay", "markers": ["none", "to"]}, "marker none", id="none goes with nothing else"),
    pytest.param({"markers": ["to", "following"]}, "marker following", id="following is not for the lexicon"),
    pytest.param({"lemmas": []}, "lemmas", id="no words"),
    pytest.param({"id": "述べる"}, "id", id="id not in ASCII"),
    pytest.param({"surface": "述べた"}, "surface", id="unknown key"),
]


@pytest.mark.parametrize(("changes", "message"), MALFORMED)
def test_malformed_entry_is_refused_by_name(changes: dict[str, object], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        validate_rows("cues.toml", [entry(**changes)], CueEntry, what="cue")
