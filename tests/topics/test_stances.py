"""Stances on sentences of our own, from stances/*.toml, and each word of stance in its example.

An analyst adds a case by adding a line to stances/own.toml; the heads of the files say when they were written.
"""

import tomllib
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from pydantic import BaseModel, ConfigDict

from extractor.api import Extractor
from extractor.folding import fold
from extractor.lexicon.stances import PLACE, StanceEntry, load_stances, read_stances
from extractor.lexicon.topics import load_topics
from extractor.pieces import analyse
from extractor.tokenizer import tokenizer_of
from extractor.topics.normal_forms import short_words_of
from extractor.topics.stance_words import StanceWords

FOLDER = Path(__file__).parent / "stances"
FILES = sorted(FOLDER.glob("*.toml"))

#: Least share of the stances given that is right, and of those wanted that is given: as measured, a little below.
FLOORS = {
    "first": (0.94, 0.9),
    "last": (0.95, 0.78),
    "own": (0.97, 0.93),
    "unseen": (0.95, 0.85),
    "wider": (0.95, 0.85),
}


class Case(BaseModel):
    """A text, a topic that its last statement is about, and the stance towards it."""

    model_config = ConfigDict(extra="forbid")

    topic: str
    stance: Literal["support", "oppose", "neutral", "none"]
    text: str


class Count(NamedTuple):
    given: int = 0
    right: int = 0
    wanted: int = 0
    covered: int = 0


def read_cases(path: Path) -> list[Case]:
    return [Case.model_validate(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]]


def stance_found(extractor: Extractor, case: Case) -> str:
    statements = extractor.extract(case.text).statements
    abouts = statements[-1].about if statements else ()
    return next((str(about.stance.value) for about in abouts if about.topic == case.topic and about.stance), "none")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_name_topics_and_come_once(path: Path) -> None:
    cases = read_cases(path)
    assert {case.topic for case in cases} <= load_topics().by_id.keys()
    assert len({(case.topic, case.text) for case in cases}) == len(cases)


@pytest.mark.ginza
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_stances_given_are_right_and_many_are_given(extractor_loaded: Extractor, path: Path) -> None:
    count, wrong = Count(), []
    for case in read_cases(path):
        found = stance_found(extractor_loaded, case)
        given, wanted = found != "none", case.stance != "none"
        each = Count(given, given and found == case.stance, wanted, given and wanted)
        count = Count(*map(sum, zip(count, each, strict=True)))
        wrong += [f"{case.text} {found}"] if given and found != case.stance else []
    accuracy, coverage = FLOORS[path.stem]
    assert count.right >= accuracy * count.given, wrong
    assert count.covered >= coverage * count.wanted, count


@pytest.mark.ginza
@pytest.mark.parametrize("entry", read_stances(), ids=lambda entry: f"{entry.value} {entry.kind} {entry.words[0]}")
def test_each_word_is_found_in_its_example(extractor_loaded: Extractor, entry: StanceEntry) -> None:
    tokenizer = tokenizer_of(extractor_loaded.nlp)
    words = StanceWords.make(load_stances(), tokenizer.normal_forms, short_words_of(tokenizer.short_words))
    missed = []
    for word in entry.words:
        start = entry.example.index(PLACE)
        doc = analyse(extractor_loaded.nlp, fold(entry.example.replace(PLACE, word)).text)
        found = [each for each in words.find(doc, 0, len(doc)) if each.start <= start < each.end]
        kinds = {(meaning.value, meaning.kind) for each in found for meaning in each.meanings}
        missed += [] if (entry.value, entry.kind) in kinds else [word]
    assert missed == []
