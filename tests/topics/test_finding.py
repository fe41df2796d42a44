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
    """Return the words that a topic with ``patterns``, as TOML writes them, finds in a text; 。 ends its sentences.

    also: its patterns of that name. others: those of a topic beside it.
    """

    def find(
        text: str, patterns: str, *, also: str = "", others: str = '"花見"', links: dict[str, str] | None = None
    ) -> list[str]:
        path = tmp_path / "t.toml"
        own = f'[[topic]]\nid = "t"\nname = "t"\npatterns = [{patterns}]\nalso = [{also}]\n'
        path.write_text(f'{own}[[topic]]\nid = "o"\nname = "o"\npatterns = [{others}]\n', encoding="utf-8")
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
        return [text[place.start : place.end] for place in places if place.topic == "t"]

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


ABOUT_IT = [
    pytest.param("温暖化を語る。風車の町。", ["温暖化", "風車"], id="begins with it"),
    pytest.param("港の朝。船が出た。温暖化を語る。風車の町。", ["温暖化", "風車"], id="its third sentence"),
    pytest.param("風車の町。温暖化を語る。", ["風車", "温暖化"], id="also before"),
    pytest.param("温暖化を語る。花見をした。風車の町。", ["温暖化", "風車"], id="half of it"),
    pytest.param("風車の町。港の朝。", [], id="not about it"),
    pytest.param("港の朝。船が出た。魚が揚がる。温暖化を語る。風車の町。", ["温暖化"], id="shown too late"),
    pytest.param("温暖化を語る。花見をした。花見の客。風車の町。", ["温暖化"], id="mostly about another"),
]


@pytest.mark.parametrize(("text", "expected"), ABOUT_IT)
def test_weaker_words_are_found_in_an_article_about_the_topic_only(
    found: Found, text: str, expected: list[str]
) -> None:
    assert found(text, '"温暖化"', also='"風車"') == expected


def test_what_weaker_words_find_may_have_conditions_and_makes_no_article_about_the_topic(found: Found) -> None:
    assert found("温暖化を語る。海の風車。町の風車。", '"温暖化"', also='{words = "風車", near = ["海の"]}') == [
        "温暖化",
        "風車",
    ]
    assert found("風車の町。風車の村。風車の海。温暖化を語る。", '"温暖化"', also='"風車"') == ["温暖化"]
