"""The built-in topics hold what they say of themselves, and what is told of statements is told with its words."""

import pytest

from extractor.api import Extractor
from extractor.lexicon.topics import Topic, load_topics
from extractor.records import Place, StanceValue, Statement

pytestmark = pytest.mark.ginza


def topics_in(extractor: Extractor, text: str) -> set[str]:
    from extractor.folding import fold  # noqa: PLC0415
    from extractor.layers import TopicFound, read_layer  # noqa: PLC0415
    from extractor.pieces import analyse  # noqa: PLC0415

    return {found.topic for found in read_layer(analyse(extractor.nlp, fold(text).text), TopicFound)}


@pytest.mark.parametrize("topic", load_topics().topics, ids=lambda topic: topic.id)
def test_a_topic_is_in_its_example_and_not_in_its_counter(extractor_loaded: Extractor, topic: Topic) -> None:
    assert topic.id in topics_in(extractor_loaded, topic.example)
    assert topic.id not in topics_in(extractor_loaded, topic.counter)


def told(statement: Statement) -> dict[str, tuple[Place, str, str | None]]:
    """Return topic → where, the words that show it, the stance."""
    return {
        about.topic: (about.where, about.text, about.stance and about.stance.value)
        for about in statement.about
        if about.topic
    }


PLACES = [
    pytest.param(
        "山田首相は、NATO第5条の発動は不可欠だと述べた。",
        ("nato-article-5", Place.CONTENT, "NATO第5条", StanceValue.SUPPORT),
        id="in what is said",
    ),
    pytest.param(
        "山田首相は、NATO第5条について「ためらわない」と述べた。",
        ("nato-article-5", Place.SENTENCE, "NATO第5条", None),
        id="in its sentence",
    ),
    pytest.param(
        "各国の首脳はウクライナへの安全の保証を協議する。山田首相は「18日の会談で議論の一部になるだろう」と語った。",
        ("ukraine-security-guarantee", Place.INHERITED, "安全の保証", None),
        id="taken over from the sentence before",
    ),
    pytest.param(
        "山田首相は、米国がウクライナに新たな防衛体制を約束すれば大きな動きだと述べた。",
        ("ukraine-security-guarantee", Place.CONTENT, "防衛体制", None),
        id="with the country in the same sentence",
    ),
    pytest.param(
        "山田首相は、利上げに反対しなければならないと述べた。",
        ("monetary-policy", Place.CONTENT, "利上げ", StanceValue.OPPOSE),
        id="a duty is no condition",
    ),
    pytest.param(
        "山田首相は利上げに強く反対した。",
        ("monetary-policy", Place.CONTENT, "利上げ", StanceValue.OPPOSE),
        id="an act without a clause",
    ),
    pytest.param(
        "山田首相は、関税の引き上げを容認しないと述べた。",
        ("tariffs", Place.CONTENT, "関税", StanceValue.OPPOSE),
        id="negated support",
    ),
    pytest.param(
        "山田首相は、消費税の減税を検討すると述べた。",
        ("consumption-tax", Place.CONTENT, "消費税", StanceValue.NEUTRAL),
        id="undecided",
    ),
    pytest.param(
        "山田首相は、地震への警戒が必要だと述べた。", ("disasters", Place.CONTENT, "地震", None), id="nobody is for it"
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_statement_is_about_a_topic(
    extractor_loaded: Extractor, text: str, expected: tuple[str, Place, str, StanceValue | None]
) -> None:
    topic, *rest = expected
    statement = extractor_loaded.extract(text).statements[-1]
    assert told(statement).get(topic) == tuple(rest)


def test_what_another_says_in_the_same_sentence_is_not_meant(extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract("山田首相は「利上げは早い」と述べ、佐藤外相は「桜がきれいだ」と話した。")
    assert [sorted(told(statement)) for statement in record.statements] == [["monetary-policy"], []]


OPENING = "県は地震の被災者の支援をまとめた。山田知事は「5年で復興を終える」と述べた。"
GOING_ON = [
    pytest.param("佐藤町長は「それでは遅すぎる」と話した。", {"disasters"}, id="in the same line"),
    pytest.param("\n佐藤町長は「5年では遅すぎる」と話した。", set(), id="in the next line"),
    pytest.param("\n佐藤町長は「これでは遅すぎる」と話した。", {"disasters"}, id="in the next line, pointing back"),
    pytest.param("佐藤町長は祭りについて「来年も開きたい」と話した。", set(), id="with a matter of its own"),
    pytest.param("佐藤町長はこの問題について「遅すぎる」と話した。", {"disasters"}, id="with the same matter"),
]


@pytest.mark.parametrize(("statement", "expected"), GOING_ON)
def test_a_statement_goes_on_with_what_the_one_before_is_about(
    extractor_loaded: Extractor, statement: str, expected: set[str]
) -> None:
    last = extractor_loaded.extract(f"{OPENING}{statement}").statements[-1]
    assert {topic for topic, (where, *_) in told(last).items() if where is Place.INHERITED} == expected


def test_a_provision_carries_the_stance_towards_it(extractor_loaded: Extractor) -> None:
    (statement,) = extractor_loaded.extract("山田首相は、NATO第5条の発動に強く反対した。").statements
    (provision,) = (about for about in statement.about if about.entity and about.text == "NATO第5条")
    assert provision.stance is not None
    assert (provision.stance.value, provision.stance.text) == ("oppose", "反対")
