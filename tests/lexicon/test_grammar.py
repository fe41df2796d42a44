"""Word classes, particles and parts of speech: every entry holds in its example."""

import dataclasses

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Token

from extractor.errors import LexiconError
from extractor.lexicon.entry import by_name, read_toml
from extractor.lexicon.function_words import FUNCTION_WORDS_FILE, FunctionWord, load_function_words
from extractor.lexicon.grammar import Grammar, Word, WordClass, load_grammar, read_words
from extractor.lexicon.name_signs import NAME_SIGNS_FILE, NameSign, load_name_signs
from extractor.lexicon.particles import Particle, Particles, ParticleUse, read_particles
from extractor.lexicon.parts_of_speech import (
    PARTS_FILE,
    InflectedForms,
    Label,
    load_inflected_forms,
    load_parts_of_speech,
)
from extractor.syntax import inflection
from extractor.tokenizer import ArticleTokenizer

PARTS = read_toml(PARTS_FILE, "part", Label)
FORMS = read_toml(PARTS_FILE, "form", Label)
NAME_SIGNS = read_toml(NAME_SIGNS_FILE, "sign", NameSign)
FUNCTION_WORDS = read_toml(FUNCTION_WORDS_FILE, "word", FunctionWord)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Our tokenizer, no model."""
    nlp = spacy.blank("ja")
    nlp.tokenizer = ArticleTokenizer(nlp.vocab, "C")
    return nlp


def words(nlp: Language, label: Label) -> list[Token]:
    return [token for token in nlp(label.example) if token.text == label.word]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_the_word_of_a_part_of_speech_has_its_tag(nlp: Language, part: Label) -> None:
    assert any(token.tag_.startswith(part.tag) for token in words(nlp, part))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_word_of_a_form_is_inflected_so(nlp: Language, form: Label) -> None:
    assert any(inflection(token).startswith(form.tag) for token in words(nlp, form))


def test_parts_of_speech_and_forms_are_read_by_name() -> None:
    assert {part.tag for part in PARTS} == set(load_parts_of_speech().model_dump().values())
    assert load_inflected_forms().continuative == "連用形"


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        pytest.param((*FORMS, FORMS[0]), "irrealis is given twice", id="twice"),
        pytest.param(FORMS[1:], "irrealis: in the file or in InflectedForms", id="missing"),
        pytest.param((*FORMS, PARTS[0]), "noun: in the file or in InflectedForms", id="unknown"),
    ],
)
def test_other_names_are_refused(labels: tuple[Label, ...], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        by_name(PARTS_FILE, [(label.name, label.tag) for label in labels], InflectedForms)


def is_in(nlp: Language, wanted: str, sentence: str) -> bool:
    """Whether ``wanted`` is a word, or several whole ones, of ``sentence``, as written or in dictionary form."""
    doc = nlp(sentence)
    edges = {token.idx for token in doc} | {len(sentence)}
    place = sentence.find(wanted)
    whole = place >= 0 and {place, place + len(wanted)} <= edges
    return whole or wanted in [token.lemma_ for token in doc] or f"{wanted}する" in sentence


@pytest.mark.parametrize("word", read_words(), ids=lambda word: f"{word.word_class}-{word.word}")
def test_a_word_stands_in_its_example(nlp: Language, word: Word) -> None:
    assert is_in(nlp, word.word, word.example)


@pytest.mark.parametrize("particle", read_particles(), ids=lambda entry: entry.particle)
def test_a_particle_stands_in_its_example(nlp: Language, particle: Particle) -> None:
    assert is_in(nlp, particle.particle, particle.example)
    assert particle.uses or particle.agent


@pytest.mark.parametrize("word", FUNCTION_WORDS, ids=lambda word: word.name)
def test_a_function_word_stands_in_its_example(nlp: Language, word: FunctionWord) -> None:
    assert is_in(nlp, word.word, word.example)


@pytest.mark.parametrize(("form", "example"), [(form, sign.example) for sign in NAME_SIGNS for form in sign.forms])
def test_a_sign_beside_names_stands_in_its_example(nlp: Language, form: str, example: str) -> None:
    assert is_in(nlp, form, example.format(form))


def test_every_use_of_a_sign_is_read() -> None:
    assert load_name_signs().match == ("戦",)


def test_function_words_are_read_by_name() -> None:
    assert load_function_words().subjects == ("は", "が", "も")


def test_every_class_and_use_is_a_field_with_words_in_it() -> None:
    grammar = load_grammar()
    assert {field.name for field in dataclasses.fields(Grammar)} == {"particles", *WordClass}
    assert {field.name for field in dataclasses.fields(Particles)} == {
        "subject_weights",
        "agent_weights",
        "written_weights",
        *ParticleUse,
    }
    assert [name for name in WordClass if not getattr(grammar, name)] == []
    assert [use for use in ParticleUse if not getattr(grammar.particles, use)] == []


def test_particles_weigh_as_they_mark_who_speaks() -> None:
    particles = load_grammar().particles
    assert particles.subject_weights["は"] > particles.subject_weights["では"]
    assert "は" not in particles.agent_weights
