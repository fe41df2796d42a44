"""The corpus has the shape that its figures rest on."""

from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation.document import GoldDocument, GoldStatement
from extractor.evaluation.figures import flatten
from extractor.evaluation.gold import load_gold, read_gold
from extractor.evaluation.scoring import evaluate_documents
from extractor.records import Form

CORPUS = Path(__file__).parents[2] / "corpus"
OPENING, CLOSING = tuple("「『“【"), tuple("」』”】")


@pytest.fixture(scope="module")
def documents() -> list[GoldDocument]:
    return read_gold(CORPUS / "gold")


def test_every_article_has_gold_and_every_gold_its_article() -> None:
    annotated = {load_gold(path).article for path in (CORPUS / "gold").glob("*.toml")}
    assert annotated == {path.name for path in (CORPUS / "articles").iterdir()}


def test_the_form_is_what_the_brackets_say(documents: list[GoldDocument]) -> None:
    wrong = [
        f"{document.doc}: {text}"
        for document in documents
        for statement in document.statements
        if statement.form not in (Form.REPORTED, bracket_form(statement, text := document.text or ""))
    ]
    assert wrong == []


def bracket_form(statement: GoldStatement, text: str) -> Form:
    """Return direct where every piece stands in brackets, mixed where brackets stand in one, else indirect."""
    words = "".join(text[start:end] for start, end in statement.content)
    if all(text[start - 1 : start] in OPENING and text[end : end + 1] in CLOSING for start, end in statement.content):
        return Form.DIRECT
    return Form.MIXED if "「" in words or "」" in words else Form.INDIRECT


def test_a_perfect_prediction_of_the_corpus_has_all_figures_at_one(
    documents: list[GoldDocument], make_perfect: Any
) -> None:
    evaluation = evaluate_documents(documents, [make_perfect(document) for document in documents], resamples=0)
    assert set(flatten(evaluation.scores).values()) == {1.0}
    assert evaluation.mistakes == ()
