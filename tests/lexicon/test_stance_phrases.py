from collections import Counter

import pytest
import spacy
from spacy.language import Language

from extractor.lexicon.cues import load_cues
from extractor.lexicon.stance_phrases import StanceNoun, StanceVerb, load_all_cues, load_stance_nouns, load_stance_verbs

NOUNS, VERBS = load_stance_nouns(), load_stance_verbs()


@pytest.fixture(scope="module")
def tokenizer() -> Language:
    return spacy.blank("ja", config={"nlp": {"tokenizer": {"split_mode": "C"}}})


@pytest.mark.parametrize("entry", [*NOUNS, *VERBS], ids=lambda entry: entry.id)
def test_example_shows_a_noun_with_a_verb(tokenizer: Language, entry: StanceNoun | StanceVerb) -> None:
    lemmas = [token.lemma_ for token in tokenizer(entry.example)]
    nouns = [entry] if isinstance(entry, StanceNoun) else NOUNS
    verbs = [entry] if isinstance(entry, StanceVerb) else VERBS
    pairs = [[noun.lemma, "を", *verb.lemmas] for noun in nouns for verb in verbs]
    assert any(lemmas[i : i + len(pair)] == pair for pair in pairs for i in range(len(lemmas)))


def test_no_sentence_is_used_twice() -> None:
    sentences = Counter(entry.example for entry in (*NOUNS, *VERBS, *load_cues()))
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_each_noun_goes_with_each_verb() -> None:
    composed = {cue.lemmas: cue for cue in load_all_cues()[len(load_cues()) :]}
    assert len(composed) == len(NOUNS) * len(VERBS)
    told = composed["考え", "を", "示唆"]
    assert (told.id, told.markers) == ("kangae-wo-shisa", next(n.markers for n in NOUNS if n.lemma == "考え"))


def test_every_pair_of_the_lists_stands_once() -> None:
    assert len({cue.id for cue in load_all_cues()}) == len(load_all_cues())
