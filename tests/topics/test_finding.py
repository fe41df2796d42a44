"""Topics in texts: wordings in any inflection and any numerals, whole words only, and what must stand near."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from extractor.layers import MentionFound, TopicFound
from extractor.lexicon.topics import Topics, read_topics
from extractor.tokenizer import ArticleTokenizer
from extractor.topics.finding import TopicFinder
from extractor.topics.normal_forms import short_words_of

Found = Callable[..., list[str]]


@pytest.fixture(scope="module")
def tokenizer() -> ArticleTokenizer:
    return ArticleTokenizer(spacy.blank("ja").vocab, "C")


@pytest.fixture
def found(tokenizer: ArticleTokenizer, tmp_path: Path) -> Found:
    """Return the words that a topic with ``patterns``, as TOML writes them, finds in a text; 。 ends its sentences."""

    def find(text: str, patterns: str, *, links: dict[str, str] | None = None) -> list[str]:
        path = tmp_path / "t.toml"
        path.write_text(f'[[topic]]\nid = "t"\nname = "t"\npatterns = [{patterns}]\n', encoding="utf-8")
        finder = TopicFinder.make(
            Topics(read_topics(path)), tokenizer.normal_forms, short_words_of(tokenizer.short_words)
        )
        mentions = [
            MentionFound(text.index(name), text.index(name) + len(name), "country", "name", "test", link)
            for name, link in (links or {}).items()
        ]
        places: list[TopicFound] = sorted(
            finder.find(sentences(tokenizer(text)), mentions), key=lambda each: each.start
        )
        return [text[place.start : place.end] for place in places]

    return find


def sentences(doc: Doc) -> Doc:
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in "。\n"
    return doc


CASES = [
    pytest.param("条約を発動した。", '"発動する"', ["発動し"], id="inflected"),
    pytest.param("発動しなかった。", '"発動する"', ["発動し"], id="negated"),
    pytest.param(
        "NATO第五条とＮＡＴＯ第５条。", '"NATO第5条"', ["NATO第五条", "ＮＡＴＯ第５条"], id="numerals and width"
    ),
    pytest.param(
        "「安全の保証」の枠組み。", '"安全の保証の枠組み"', ["安全の保証」の枠組み"], id="over quotation marks"
    ),
    pytest.param("日米安全保障条約を結ぶ。", '"安全保障"', ["安全保障"], id="within a compound"),
    pytest.param("東京都は反対した。", '"京都"', [], id="not across words"),
    pytest.param("安全で確かな保証を求めた。", '"安全…保証"', ["安全で確かな保証"], id="a gap"),
    pytest.param("安全だ。保証はない。", '"安全…保証"', [], id="no gap over sentences"),
    pytest.param("停戦。ガザの病院。", '{words = "停戦", near = ["ガザ"]}', [], id="not near enough"),
    pytest.param("ガザの停戦。", '{words = "停戦", near = ["ガザ"]}', ["停戦"], id="near"),
    pytest.param("停戦。ガザの病院。", '{words = "停戦", near = ["ガザ"], within = "article"}', ["停戦"], id="wider"),
    pytest.param("加盟国と加盟。", '{words = "加盟", not_near = ["加盟国"]}', [], id="what must not be near"),
    pytest.param("加盟国の弾薬。", '{words = "加盟", not_near = ["加盟国"]}', [], id="what must not go on"),
    pytest.param("国会で審議する。", '"国会", "国会で審議"', ["国会で審議"], id="the longest counts"),
]


@pytest.mark.parametrize(("text", "patterns", "expected"), CASES)
def test_wordings_are_found(found: Found, text: str, patterns: str, expected: list[str]) -> None:
    folded = text.replace("ＮＡＴＯ", "NATO").replace("５", "5")
    assert found(folded, patterns) == [words.replace("ＮＡＴＯ", "NATO").replace("５", "5") for words in expected]


def test_identifiers_are_found_where_their_entity_is_named(found: Found) -> None:
    links = {"台湾": "iso:TW"}
    assert found("台湾の演習。", '"iso:TW"', links=links) == ["台湾"]
    assert found("演習と台湾。", '{words = "演習", near = ["iso:TW"]}', links=links) == ["演習"]
    assert found("演習と台湾。", '{words = "演習", not_near = ["iso:TW"]}', links=links) == []


def test_a_text_without_words_shows_nothing(found: Found) -> None:
    assert found("", '"停戦"') == []
