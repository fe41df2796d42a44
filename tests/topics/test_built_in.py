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


PACT = "日韓は半導体の供給網で覚書を交わした。半導体の不足に備える。\n佐藤氏は天気の話をした。\n"
TAKEN_OVER = [
    pytest.param(f"{PACT}山田首相は覚書を「前進だ」と評した。", {"semiconductors"}, id="by its name"),
    pytest.param(f"{PACT}山田首相は港の覚書を「前進だ」と評した。", set(), id="another of that name"),
    pytest.param(
        "県は地震の被災者の支援をまとめた。\nこれに対し、佐藤町長は「遅すぎる」と話した。",
        {"disasters"},
        id="behind これに",
    ),
    pytest.param(
        "県は地震の被災者の支援をまとめた。佐藤氏は、NATO第5条の発動は遅すぎると話した。",
        set(),
        id="not beside a provision",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_OVER)
def test_what_an_article_is_about_is_taken_up_again(extractor_loaded: Extractor, text: str, expected: set[str]) -> None:
    last = extractor_loaded.extract(text).statements[-1]
    assert {topic for topic, (where, *_) in told(last).items() if where is Place.INHERITED} == expected


def test_a_quotation_is_about_what_its_speaker_says_without_one(extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract("山田首相は「時が来た」と述べ、輸入車に関税を課す考えを明らかにした。")
    assert [told(statement)["tariffs"][0] for statement in record.statements] == [Place.SENTENCE, Place.CONTENT]


def test_a_headline_is_about_what_is_refused_in_it(extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract("ロシア、停戦案を拒否　外務省「協議の余地なし」\n")
    assert "ukraine-ceasefire" in told(record.statements[-1])


STANCES = [
    pytest.param("山田首相は、ロシアが撤退すれば対ロ制裁を解除する用意があると述べた。", None, id="on a condition"),
    pytest.param("山田首相は、対ロ制裁を解除する用意があると述べた。", StanceValue.OPPOSE, id="an offer"),
    pytest.param("山田首相は、ロシア産原油の輸入を減らすべきだと述べた。", StanceValue.SUPPORT, id="less oil"),
]


@pytest.mark.parametrize(("text", "expected"), STANCES)
def test_a_stance_towards_sanctions(extractor_loaded: Extractor, text: str, expected: StanceValue | None) -> None:
    assert told(extractor_loaded.extract(text).statements[-1])["russia-sanctions"][2] == expected


def test_a_provision_carries_the_stance_towards_it(extractor_loaded: Extractor) -> None:
    (statement,) = extractor_loaded.extract("山田首相は、NATO第5条の発動に強く反対した。").statements
    (provision,) = (about for about in statement.about if about.entity and about.text == "NATO第5条")
    assert provision.stance is not None
    assert (provision.stance.value, provision.stance.text) == ("oppose", "反対")
