"""Files of topics: read with all that they say, refused with line, topic and reason."""

from pathlib import Path

import pytest

from extractor.errors import LexiconError
from extractor.lexicon.topics import Topic, load_topics, read_topics

TOPICS = load_topics().topics
OWN = """
[[topic]]
id = "budget"
name = "予算"
patterns = ["予算案", {words = "予備費…支出", near = ["内閣"], within = "paragraph"}]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "my.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_a_built_in_topic_shows_where_it_is_and_where_it_is_not(topic: object) -> None:
    assert getattr(topic, "english", "")
    assert getattr(topic, "example", "")
    assert getattr(topic, "counter", "")


def test_there_are_thirty_and_more_nato_article_5_among_them() -> None:
    assert len(TOPICS) >= 30
    assert "nato-article-5" in load_topics().by_id


def test_topics_of_ones_own_stand_beside_the_built_in_ones_and_win(own: Path) -> None:
    topics = load_topics(own).by_id
    assert topics.keys() == load_topics().by_id.keys()
    assert [pattern.words for pattern in topics["budget"].patterns] == ["予算案", "予備費…支出"]


def test_the_built_in_ones_can_be_left_out(own: Path) -> None:
    own.write_text(f"only = true\n{OWN}", encoding="utf-8")
    assert load_topics(own).by_id.keys() == {"budget"}


def test_a_plain_string_is_a_pattern_without_conditions(own: Path) -> None:
    plain, conditional = read_topics(own)[0].patterns
    assert (plain.near, plain.within) == ((), "sentence")
    assert (conditional.near, conditional.within) == (("内閣",), "paragraph")


def test_patterns_of_also_are_read_as_the_others(own: Path) -> None:
    own.write_text(f'{OWN}also = ["債務", {{words = "返済", near = ["国"]}}]\n', encoding="utf-8")
    plain, conditional = read_topics(own)[0].also
    assert (plain.words, plain.near, conditional.near) == ("債務", (), ("国",))


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_what_shows_a_built_in_topic_anywhere_is_not_said_again(topic: Topic) -> None:
    assert topic.also
    assert set(topic.also).isdisjoint(topic.patterns)


MALFORMED = [
    pytest.param("[[topic]", r"my\.toml: no TOML", id="no TOML"),
    pytest.param("", r"my\.toml: topic: Field required", id="empty"),
    pytest.param('topics = "a"', r"my\.toml: topic: Field required", id="another table"),
    pytest.param(OWN.replace("name", "names"), r"my\.toml:2: topic 'budget': name: Field required", id="unknown key"),
    pytest.param(OWN.replace('"budget"', '"Budget Law"'), r"my\.toml:2: topic 'Budget Law': id", id="no id"),
    pytest.param(OWN.replace('"予算案"', '"予"'), r"patterns\.1\.words: String should have at least 2", id="too short"),
    pytest.param(OWN.replace("予算案", "iso:XX"), r"'iso:XX' is no country", id="no country"),
    pytest.param(OWN.replace("予算案", "wikidata:P7"), r"'wikidata:P7' is no identifier", id="no identifier"),
    pytest.param(OWN.replace("予算案", "…予算"), r"words are missing beside …", id="nothing before the gap"),
    pytest.param(OWN.replace("paragraph", "page"), r"patterns\.2\.within", id="unknown reach"),
    pytest.param(f'{OWN}against = ["赤字"]', r"'赤字' is none of the topic's patterns", id="against what it lacks"),
    pytest.param(f'{OWN}against = ["予算案"]\nstance = false', r"leave it out", id="against without stances"),
    pytest.param(f'{OWN}itself = ["予算案"]', r"'予算案' is none of also", id="itself what stands in no also"),
    pytest.param(
        f'{OWN}also = ["修正"]\nagainst = ["修正"]\nitself = ["修正"]', r"or one of against", id="itself and against"
    ),
    pytest.param(OWN + OWN, r"my\.toml:7: topic 'budget' is there already, at line 2", id="twice"),
]


@pytest.mark.parametrize(("text", "message"), MALFORMED)
def test_a_malformed_file_is_refused_with_line_and_reason(own: Path, text: str, message: str) -> None:
    own.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_topics(own)


def test_a_file_that_is_not_there_or_not_utf8_is_said(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.toml: cannot be read \(No such file"):
        load_topics(tmp_path / "none.toml")
    (tmp_path / "sjis.toml").write_bytes("名前".encode("cp932"))
    with pytest.raises(LexiconError, match=r"sjis\.toml: not UTF-8 at byte 0"):
        load_topics(tmp_path / "sjis.toml")
