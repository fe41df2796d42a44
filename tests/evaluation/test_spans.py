import pytest

from extractor.evaluation.spans import characters, dice, overlaps


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param((0, 2), (1, 3), True, id="one-character-shared"),
        pytest.param((0, 2), (2, 3), False, id="touching"),
        pytest.param((0, 9), (3, 4), True, id="inside"),
        pytest.param((5, 6), (0, 2), False, id="apart"),
    ],
)
def test_spans_overlap_where_they_share_a_character(a: tuple[int, int], b: tuple[int, int], expected: bool) -> None:
    assert overlaps(a, b) is expected
    assert overlaps(b, a) is expected


def test_characters_of_overlapping_spans_are_counted_once() -> None:
    assert characters([(0, 3), (2, 4)]) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param({1, 2}, {1, 2}, 1.0, id="same"),
        pytest.param({1, 2, 3}, {3}, 0.5, id="one-of-three"),  # 2 * 1 / (3 + 1)
        pytest.param({1}, {2}, 0.0, id="nothing-shared"),
        pytest.param(set(), set(), 0.0, id="both-empty"),
    ],
)
def test_dice_is_twice_the_shared_over_both(a: set[int], b: set[int], expected: float) -> None:
    assert dice(a, b) == expected
