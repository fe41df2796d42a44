"""Examples to learn from: which statements are right, and where annotated articles lie."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.evaluation.document import GoldDocument
from extractor.records import ArticleRecord
from extractor.training.examples import GoldFolder, judge_record

CONTENT = (10, 24)  # of the record of the tests: ルビオ米国務長官は「会談で議論の一部になるだろう」と語った。


def gold(**statement: Any) -> GoldDocument:
    """Return gold with one statement; ルビオ says it, unless it says otherwise."""
    source = {"mention": (0, 8), "key": "ルビオ"}
    values = {"content": [CONTENT], "form": "direct", "act": "assert", "source": [source], **statement}
    return GoldDocument.model_validate({"doc": "a", "sha256": "", "statements": [values]})


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        pytest.param({}, True, id="content-and-speaker"),
        pytest.param({"content": [(10, 18)]}, True, id="overlap-enough"),
        pytest.param({"content": [(20, 24)]}, False, id="overlap-too-small"),
        pytest.param({"source": [{"generic": "市長"}]}, False, id="another-speaker"),
        pytest.param({"optional": True}, True, id="optional-counts"),
        pytest.param({"optional": True, "source": []}, False, id="a-speaker-where-gold-names-none"),
    ],
)
def test_a_statement_is_right_with_its_speakers(
    statement: dict[str, Any], outcome: bool, record: ArticleRecord
) -> None:
    assert judge_record(gold(**statement), record) == [outcome]


def test_where_neither_names_a_speaker_there_is_nothing_to_learn(record: ArticleRecord) -> None:
    nobody = record.statements[0].model_copy(update={"speakers": ()})
    unnamed = record.model_copy(update={"statements": (nobody,)})
    assert judge_record(gold(optional=True, source=[]), unnamed) == [None]
    assert judge_record(gold(), unnamed) == [False]


def test_gold_beside_texts_is_read(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("雨だ。", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(gold().model_dump_json(exclude={"text"}) + "\n", encoding="utf-8")
    found = GoldFolder.read(tmp_path)
    assert [document.doc for document in found.documents] == ["a"]
    assert found.articles == {"a": tmp_path / "texts" / "a.txt"}


def test_our_corpus_is_read() -> None:
    found = GoldFolder.read(Path(__file__).parents[2] / "corpus")
    assert len(found.documents) > 20
    assert found.articles["sri-lanka-debt-deal"].suffix == ".html"


def test_an_article_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps({"doc": "a", "sha256": ""}) + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"texts: the article a is missing; put it there"):
        GoldFolder.read(tmp_path)
