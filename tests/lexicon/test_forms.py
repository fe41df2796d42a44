"""Finding any of many forms."""

import pytest

from extractor.lexicon.forms import FormIndex

INDEX = FormIndex([("米国", 1), ("米", 2), ("米国務省", 3), ("米", 4)])


def test_longest_first_and_the_first_of_two() -> None:
    assert list(INDEX.at("米国務省は", 0)) == [(4, 3), (2, 1), (1, 2)]


def test_ending_at() -> None:
    assert list(INDEX.ending_at("対米国", 3)) == [(1, 1)]


@pytest.mark.parametrize("offset", [-1, 3, 99])
def test_nothing_outside_the_text(offset: int) -> None:
    assert list(INDEX.at("対米国", offset)) == []


def test_an_empty_form_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        FormIndex([("", 1)])
