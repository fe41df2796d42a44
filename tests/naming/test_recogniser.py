"""The trained recogniser: it finds names in sentences of ours, and is refused where it does not fit."""

import json
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
import spacy
from spacy.tokens import Doc
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from extractor.errors import ModelError
from extractor.naming import name_dictionary
from extractor.naming.doc_words import DocWords
from extractor.naming.recogniser import (
    CLUSTERS,
    FIELD,
    LAYERS,
    NETWORK,
    PART,
    NameFound,
    Recogniser,
    load_recogniser,
    spans,
)
from extractor.tokenizer import ArticleTokenizer
from extractor.trained import models_folder

#: Most that the weights may take on disk, in bytes.
MOST = 15_000_000


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return load_recogniser()


@pytest.fixture(scope="module")
def make_doc() -> Callable[[str], Doc]:
    parts = ["tok2vec", "parser", "ner", "morphologizer", "compound_splitter", "bunsetu_recognizer"]
    nlp = spacy.load("ja_ginza", exclude=parts)
    nlp.tokenizer = ArticleTokenizer(nlp.vocab, "C")
    return nlp.make_doc


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with a copy of the part, to be spoilt."""
    for part in (PART, name_dictionary.PART):
        shutil.copytree(Path(str(models_folder())) / part, tmp_path / part)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        pytest.param("会見で岸田文雄氏は増税を否定した。", "岸田文雄", "person", id="japanese-person"),
        pytest.param("マリア・ロドリゲスさんは驚いたと話した。", "マリア・ロドリゲス", "person", id="katakana-person"),
        pytest.param("車を作る本田技研工業は値上げを発表した。", "本田技研工業", "organization", id="company"),
        pytest.param("外務省は声明を出した。", "外務省", "organization", id="ministry"),
        pytest.param("ブラジルで選挙があった。", "ブラジル", "country", id="country"),
    ],
)
@pytest.mark.ginza
def test_names_in_sentences(
    recogniser: Recogniser, make_doc: Callable[[str], Doc], text: str, name: str, label: str
) -> None:
    found = {(text[n.start : n.end], n.label): n.score for n in recogniser.find(DocWords.of(make_doc(text)))}
    assert (name, label) in found
    assert 0 < found[name, label] <= 1


@pytest.mark.ginza
def test_the_same_text_twice_gives_the_same(recogniser: Recogniser, make_doc: Callable[[str], Doc]) -> None:
    first, other = (DocWords.of(make_doc(t)) for t in ("山田太郎氏は国連で述べた。\n国連は歓迎した。", "雨が降った。"))
    once = recogniser.find(first)
    recogniser.find(other)
    assert recogniser.find(first) == once


@pytest.mark.ginza
@pytest.mark.parametrize("text", ["", "\n", "は", "。。。"])
def test_texts_without_names(recogniser: Recogniser, make_doc: Callable[[str], Doc], text: str) -> None:
    assert recogniser.find(DocWords.of(make_doc(text))) == []


@pytest.mark.ginza
def test_it_survives_being_sent_to_another_process(recogniser: Recogniser, make_doc: Callable[[str], Doc]) -> None:
    doc = DocWords.of(make_doc("外務省は声明を出した。"))
    again: Recogniser = pickle.loads(pickle.dumps(recogniser))
    assert again.find(doc) == recogniser.find(doc)


def test_other_word_vectors_are_refused(recogniser: Recogniser) -> None:
    other = Vocab()
    other.vectors = Vectors(data=numpy.zeros((7, 300), dtype="float32"), keys=range(7))
    with pytest.raises(ModelError, match="the pipeline has 7; use ja_ginza"):
        recogniser.find(DocWords.of(Doc(other, words=["外務省"])))


def test_a_pipeline_without_word_vectors_will_do(recogniser: Recogniser) -> None:
    recogniser.find(DocWords.of(Doc(Vocab(), words=["外務省", "は"])))


def test_weights_are_small() -> None:
    folders = [Path(str(models_folder())) / part for part in (PART, name_dictionary.PART)]
    assert sum(file.stat().st_size for folder in folders for file in folder.iterdir()) < MOST


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param(["B-person", "I-person", "O", "B-place"], [(0, 1, "person"), (3, 3, "place")], id="two"),
        pytest.param(["B-person", "B-person"], [(0, 0, "person"), (1, 1, "person")], id="side-by-side"),
        pytest.param(["I-person", "I-place"], [(0, 0, "person"), (1, 1, "place")], id="no-beginning"),
        pytest.param(["O"], [], id="none"),
        pytest.param([], [], id="empty"),
    ],
)
def test_spans_of_labels(labels: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert list(spans(labels)) == expected


@pytest.mark.parametrize("name", [FIELD, CLUSTERS, NETWORK, LAYERS])
def test_a_changed_file_is_refused(copied: Path, name: str) -> None:
    (copied / PART / name).write_bytes(b"changed")
    with pytest.raises(ModelError, match=f"recogniser/{name}: not the file that its passport describes; make it"):
        load_recogniser(copied)


def test_a_missing_file_is_refused(copied: Path) -> None:
    (copied / PART / FIELD).unlink()
    with pytest.raises(ModelError, match=f"recogniser/{FIELD}: missing"):
        load_recogniser(copied)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        pytest.param("feature_set", 0, "made for feature set 0", id="features"),
        pytest.param("made_for", {"spacy": "2.1"}, "made for spacy 2.1", id="spacy"),
        pytest.param("made_for", {"ja-ginza": "4.0"}, "made for ja-ginza 4.0", id="vectors"),
    ],
)
def test_another_version_is_refused(copied: Path, key: str, value: object, message: str) -> None:
    passport = copied / PART / "meta.json"
    content = json.loads(passport.read_text(encoding="utf-8"))
    passport.write_text(json.dumps({**content, key: value}), encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        load_recogniser(copied)


def test_a_name_found_is_plain_data() -> None:
    assert NameFound(0, 2, "person", 0.5) == (0, 2, "person", 0.5)
