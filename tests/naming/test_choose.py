"""The choice among places that overlap."""

from extractor.naming.candidate import Candidate, Trust, choose
from extractor.records import EntityType


def candidate(start: int, end: int, trust: Trust) -> Candidate:
    return Candidate(start, end, EntityType.ORGANIZATION, "test", trust)


def test_the_more_reliable_stays_even_if_shorter() -> None:
    sure, longer = candidate(2, 4, Trust.KNOWN), candidate(0, 6, Trust.HINT)
    assert choose([longer, sure]) == [sure]


def test_of_equals_the_longer_stays() -> None:
    short, longer = candidate(0, 3, Trust.KNOWN), candidate(0, 6, Trust.KNOWN)
    assert choose([short, longer]) == [longer]


def test_result_is_in_text_order_and_without_empty_places() -> None:
    first, second = candidate(0, 2, Trust.GUESS), candidate(2, 4, Trust.SURE)
    assert choose([second, first, candidate(5, 5, Trust.SURE)]) == [first, second]
