"""Figures of merging: B-cubed over names in articles, pairs of copies, floors, and the gold that they rest on."""

import json
from pathlib import Path

import pytest

from extractor.evaluation.registry import check, main
from extractor.evaluation.registry_gold import load_registry_gold
from extractor.evaluation.registry_scores import NameInArticle, b_cubed, score_registry
from extractor.merging import Registry, merge_records
from extractor.merging.wording import wording
from extractor.records import ArticleRecord, EntityType
from extractor.writers.jsonl import write_jsonl

CORPUS = Path(__file__).parents[2] / "corpus" / "registry"


def name(number: int) -> NameInArticle:
    return NameInArticle(str(number), EntityType.PERSON, "佐藤")


def test_b_cubed_of_what_is_all_right_is_one() -> None:
    clusters = {name(1): "a", name(2): "a", name(3): "b"}
    assert b_cubed(clusters, clusters).f1 == 1.0


def test_b_cubed_counts_what_is_missed_and_what_is_made_up() -> None:
    """Of a, a, b: both a are apart, b is missed, and one name is made up."""
    right = {name(1): "a", name(2): "a", name(3): "b"}
    found = {name(1): "x", name(2): "y", name(4): "z"}
    score = b_cubed(right, found)
    assert score.p == pytest.approx(2 / 3, abs=1e-4)
    assert score.r == pytest.approx((0.5 + 0.5) / 3, abs=1e-4)


def test_one_entry_of_two_people_is_not_precise() -> None:
    assert b_cubed({name(1): "a", name(2): "b"}, {name(1): "x", name(2): "x"}).p == 0.5


def test_every_annotated_name_and_statement_stands_in_its_article() -> None:
    gold = load_registry_gold(CORPUS / "gold.toml")
    articles = {path.stem: json.loads(path.read_text("utf-8")) for path in (CORPUS / "articles").iterdir()}
    texts = {stem: f"{article['title']}\n{article['text']}" for stem, article in articles.items()}
    for thing in gold.entity:
        assert all(text in texts[stem] for stem, forms in thing.names.items() for text in forms), thing.key
    for each in (each for group in gold.copies for each in group.statements):
        assert each.content in texts[each.article]
    assert len(articles) == 40


def test_no_name_of_an_article_is_two_things() -> None:
    gold = load_registry_gold(CORPUS / "gold.toml")
    names = [(stem, thing.type, text) for thing in gold.entity for stem, forms in thing.names.items() for text in forms]
    assert len(names) == len(set(names))


@pytest.fixture(scope="module")
def empty() -> Registry:
    return merge_records([])


def test_nothing_found_scores_nothing(empty: Registry) -> None:
    scores = score_registry(load_registry_gold(CORPUS / "gold.toml"), [], empty)
    assert (scores.end_to_end.f1, scores.copies.f1) == (0.0, 0.0)
    assert scores.end_to_end.n > 200


def test_a_fallen_figure_fails(record: ArticleRecord, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (tmp_path / "r.jsonl").open("wb") as stream:
        write_jsonl([record], stream)
    arguments = [str(CORPUS / "gold.toml"), str(tmp_path / "r.jsonl"), str(CORPUS / "floors.toml")]
    assert main(arguments) == 1
    assert "end_to_end.f1 is 0.0000, below its floor" in capsys.readouterr().out
    assert main([*arguments, "--pin"]) == 2
    assert "a floor is not lowered unless told to" in capsys.readouterr().err


def test_a_missing_gold_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "gold.toml"), "r.jsonl", "floors.toml"]) == 2
    assert "gold.toml: cannot be read" in capsys.readouterr().err


@pytest.mark.ginza
def test_no_figure_on_the_corpus_is_below_its_floor(extractor_loaded: object) -> None:
    from extractor.api import Extractor  # noqa: PLC0415 - it imports spaCy
    from extractor.readers import ReadFailure, read_articles  # noqa: PLC0415

    assert isinstance(extractor_loaded, Extractor)
    articles = [each for each in read_articles([str(CORPUS / "articles")]) if not isinstance(each, ReadFailure)]
    records = list(extractor_loaded.extract_many(articles))
    gold = load_registry_gold(CORPUS / "gold.toml")
    scores = score_registry(gold, records, merge_records(records))
    assert check(scores, gold.sha256, CORPUS / "floors.toml") == []


def test_copies_are_compared_by_their_words() -> None:
    gold = load_registry_gold(CORPUS / "gold.toml")
    words = [(each.article, wording(each.content)) for group in gold.copies for each in group.statements]
    assert len(words) == len(set(words))
