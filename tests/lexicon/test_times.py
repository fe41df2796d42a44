"""Words of time: distinct, shown by their examples, refused where they are malformed."""

from collections import Counter

import pytest

from extractor.errors import LexiconError
from extractor.lexicon.entry import validate_rows
from extractor.lexicon.times import Sign, TimeWord, Unit, load_times

TIMES = load_times()


def test_no_form_is_given_twice() -> None:
    forms = Counter(entry.word for entry in (*TIMES.words, *TIMES.weekdays, *TIMES.ago))
    forms.update((part.word, unit) for part in TIMES.parts for unit in part.of)
    forms.update((sign.word, sign.sign) for sign in TIMES.signs)
    assert [form for form, count in forms.items() if count > 1] == []


def test_all_days_of_the_week_and_all_units_are_there() -> None:
    assert {day.number for day in TIMES.weekdays} == set(range(7))
    assert {word.unit for word in TIMES.words} == {entry.unit for entry in TIMES.ago} == set(Unit)


@pytest.mark.parametrize("sign", TIMES.signs, ids=lambda sign: f"{sign.sign} {sign.word}")
def test_the_example_holds_the_sign(sign: Sign) -> None:
    assert sign.word in sign.example


def entry(**changes: object) -> dict[str, object]:
    usual = {"word": "昨日", "anchor": "published", "unit": "day", "count": -1, "example": "昨日の会見で述べた。"}
    return {**usual, **changes}


MALFORMED = [
    pytest.param({"anchor": "none"}, "counted from", id="counted from nothing"),
    pytest.param({"count": -400}, "count", id="too far"),
    pytest.param({"unit": "hour"}, "unit", id="unit unknown"),
    pytest.param({"word": ""}, "word", id="empty"),
    pytest.param({"days": 1}, "days", id="unknown key"),
]


@pytest.mark.parametrize(("changes", "message"), MALFORMED)
def test_a_malformed_word_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        validate_rows("times.toml", [entry(**changes)], TimeWord, what="word")
