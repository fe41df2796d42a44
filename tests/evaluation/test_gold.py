import json
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.evaluation.gold import read_gold
from extractor.records import EntityType

DOCUMENT: dict[str, Any] = {
    "doc": "a",
    "sha256": "0" * 64,
    "entities": [{"key": "アメリカ", "type": "COUNTRY", "mentions": [[0, 1]], "iso": "US"}],
    "statements": [
        {
            "content": [[3, 5]],
            "form": "direct",
            "cue": None,
            "source": [{"mention": [0, 1], "key": "アメリカ", "generic": None, "alt": []}],
            "act": "assert",
            "optional": False,
        }
    ],
}
ANNOTATION = 'article = "a.txt"\nstyle = "test"\n[[entity]]\nkey = "首相"\ntype = "person"\nnames = ["首相"]\n'


def write_jsonl(folder: Path, *documents: dict[str, Any]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents), "utf-8")
    return path


def write_corpus(folder: Path, article: str = "首相は来た") -> Path:
    (folder / "articles").mkdir()
    (folder / "gold").mkdir()
    (folder / "articles" / "a.txt").write_text(article, "utf-8")
    (folder / "gold" / "a.toml").write_text(ANNOTATION, "utf-8")
    return folder / "gold"


def test_a_resolved_file_is_read(tmp_path: Path) -> None:
    (document,) = read_gold(write_jsonl(tmp_path, DOCUMENT))
    assert document.entities[0].mentions == ((0, 1),)
    assert document.statements[0].content == ((3, 5),)
    assert document.statements[0].source[0].mention == (0, 1)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("PERSON", EntityType.PERSON, id="PERSON"),
        pytest.param("ORG", EntityType.ORGANIZATION, id="ORG"),
        pytest.param("organization", EntityType.ORGANIZATION, id="our-own"),
    ],
)
def test_types_are_read_in_both_spellings(tmp_path: Path, name: str, kind: EntityType) -> None:
    entity = {"key": "x", "type": name, "mentions": [[0, 1]]}
    (document,) = read_gold(write_jsonl(tmp_path, {**DOCUMENT, "entities": [entity]}))
    assert document.entities[0].type is kind


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        pytest.param([{**DOCUMENT, "lang": "ja"}], "line 1: lang: Extra inputs", id="unknown-field"),
        pytest.param([DOCUMENT, {"doc": "b"}], "line 2: sha256: Field required", id="field-missing"),
        pytest.param([DOCUMENT, DOCUMENT], "the document a is there twice", id="twice"),
        pytest.param([], "no document in it", id="empty"),
    ],
)
def test_a_malformed_resolved_file_is_told(tmp_path: Path, documents: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(GoldError, match=message):
        read_gold(write_jsonl(tmp_path, *documents))


@pytest.mark.parametrize("name", ["", "a.toml"], ids=["folder", "file"])
def test_annotation_is_resolved_against_the_article_beside_it(tmp_path: Path, name: str) -> None:
    (document,) = read_gold(write_corpus(tmp_path) / name)
    assert document.doc == "a"
    assert document.text == "首相は来た"
    assert document.entities[0].mentions == ((0, 2),)


def test_a_missing_article_is_told(tmp_path: Path) -> None:
    gold = write_corpus(tmp_path)
    (tmp_path / "articles" / "a.txt").unlink()
    with pytest.raises(GoldError, match=r"a\.toml: its article .*a\.txt is missing"):
        read_gold(gold)


def test_a_folder_without_annotation_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \.toml file in it"):
        read_gold(tmp_path)
