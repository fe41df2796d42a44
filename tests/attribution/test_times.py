"""Expressions of time: which are found, how far they reach, what they mean in an article of Sunday 2025-08-17."""

from datetime import date

import pytest
import spacy
from spacy.language import Language

from extractor.attribution.times import find_times
from extractor.components import register
from extractor.components.quotes import find_quotes
from extractor.dates import resolve_times
from extractor.lexicon.times import Sign, SignClass, load_times
from extractor.tokenizer import ArticleTokenizer

TIMES = load_times()


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Tokens and sentences, no model."""
    register()
    nlp = spacy.blank("ja")
    nlp.tokenizer = ArticleTokenizer(nlp.vocab, "C")
    nlp.add_pipe("extractor_sentences")
    return nlp


def found_in(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    times = list(find_times(nlp(text), TIMES, find_quotes(text)))
    meanings = resolve_times(times, date(2025, 8, 17))
    return [
        (text[time.start : time.end], meaning.value if meaning else None)
        for time, meaning in zip(times, meanings, strict=True)
    ]


FOUND = [
    ("首相は2025年8月15日、辞任した。", [("2025年8月15日", "2025-08-15")]),
    ("首相は令和7年8月15日、辞任した。", [("令和7年8月15日", "2025-08-15")]),
    ("令和元年五月一日に即位した。", [("令和元年五月一日", "2019-05-01")]),
    ("平成三十一年四月三十日に退位した。", [("平成三十一年四月三十日", "2019-04-30")]),
    ("2025年(令和7年)8月15日に会談した。", [("2025年(令和7年)8月15日", "2025-08-15")]),
    ("二〇二四年十二月に公開された。", [("二〇二四年十二月", "2024-12")]),
    ("会談は2025/8/15に開いた。", [("2025/8/15", "2025-08-15")]),
    ("8月15日（金）夜に会談した。", [("8月15日（金）夜", "2025-08-15")]),
    ("8月15日金曜日に会談した。", [("8月15日金曜日", "2025-08-15")]),
    ("15日未明に会談した。", [("15日未明", "2025-08-15")]),
    ("十五日夜に会談した。", [("十五日夜", "2025-08-15")]),
    ("24年3月に会談した。", [("24年3月", "2024-03")]),
    ("2024年末に会談した。", [("2024年末", "2024-12")]),
    ("昨年末に会談した。", [("昨年末", "2024-12")]),
    ("昨年の調査を公表した。", [("昨年", "2024")]),
    ("昨年12月15日に会談した。", [("昨年12月15日", "2024-12-15")]),
    ("今月上旬に会談した。", [("今月上旬", "2025-08")]),
    ("先月末に会談した。", [("先月末", "2025-07")]),
    ("先週の金曜日の夜に会談した。", [("先週の金曜日の夜", "2025-08-08")]),
    ("日曜に会談した。", [("日曜", "2025-08-17")]),
    ("きのう午後、会談した。", [("きのう午後", "2025-08-16")]),
    ("一昨日会談した。", [("一昨日", "2025-08-15")]),
    ("3日前に会談した。", [("3日前", "2025-08-14")]),
    ("2週間前に会談した。", [("2週間前", "2025-W31")]),
    ("3カ月前に会談した。", [("3カ月前", "2025-05")]),
    ("15日に会い、翌16日に別れた。", [("15日", "2025-08-15"), ("翌16日", "2025-08-16")]),
    ("7月3日に会い、同月15日に別れた。", [("7月3日", "2025-07-03"), ("同月15日", "2025-07-15")]),
    ("7月3日に会い、同15日に別れた。", [("7月3日", "2025-07-03"), ("同15日", "2025-07-15")]),
    ("2019年に会い、同年5月に別れた。", [("2019年", "2019"), ("同年5月", "2019-05")]),
    ("14日に「10日だ」と言い、同日去った。", [("14日", "2025-08-14"), ("10日", "2025-08-10"), ("同日", "2025-08-14")]),
    (
        "警察は14日に男を捕らえた。盗んだのは5月2日の疑い。" + "男は黙っている。" * 12 + "弁護士は同日、抗議した。",
        [("14日", "2025-08-14"), ("5月2日", "2025-05-02"), ("同日", "2025-08-14")],
    ),
    ("18日に会談が予定されている。", [("18日", "2025-08-18")]),
    ("18日に予定されていた会談は流れた。", [("18日", "2025-07-18")]),
    ("18日に「来る予定だ」と述べた。", [("18日", "2025-07-18")]),
    ("次の日曜日に会う。", [("日曜日", "2025-08-17")]),
    ("15〜17日に開く。", []),
    ("15、16日に開く。", []),
    ("15日〜17日に開く。", []),
    ("元日に会う。", []),
    ("一日も早く会いたい。", []),
    ("13月40日に会う。", []),
    ("182・44日かかる。", []),
    ("三日坊主の生年月日を聞く。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=case[0]) for case in FOUND])
def test_times_are_found_and_resolved(nlp: Language, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found_in(nlp, text) == expected


WORDED = [*TIMES.words, *TIMES.weekdays, *TIMES.parts, *TIMES.ago]


@pytest.mark.parametrize("entry", WORDED, ids=lambda entry: entry.example)
def test_the_example_of_a_word_holds_a_time_with_it(nlp: Language, entry: object) -> None:
    word, example = getattr(entry, "word"), getattr(entry, "example")  # noqa: B009  # any of four kinds of entries
    assert any(word in text for text, _ in found_in(nlp, example))


COUNTERS = [word for word in TIMES.words if word.counter]


@pytest.mark.parametrize("word", COUNTERS, ids=lambda word: word.counter)
def test_the_counter_of_a_word_holds_no_time(nlp: Language, word: object) -> None:
    assert found_in(nlp, getattr(word, "counter")) == []  # noqa: B009


LENGTHS = [sign for sign in TIMES.signs if sign.sign in (SignClass.LENGTH_AFTER, SignClass.LENGTH_BEFORE)]
AHEAD = [sign for sign in TIMES.signs if sign.sign in (SignClass.FUTURE, SignClass.NEXT)]


@pytest.mark.parametrize("sign", LENGTHS, ids=lambda sign: sign.example)
def test_a_length_of_time_is_no_time(nlp: Language, sign: Sign) -> None:
    assert sign.word in sign.example
    assert found_in(nlp, sign.example) == []


@pytest.mark.parametrize("sign", AHEAD, ids=lambda sign: sign.example)
def test_a_sign_of_the_future_is_seen(nlp: Language, sign: Sign) -> None:
    assert [time.ahead for time in find_times(nlp(sign.example), TIMES)] == [True]
