"""Numbers in any numerals."""

import pytest

from extractor.numerals import read_number

NUMBERS = [
    pytest.param("17", 17, id="arabic"),
    pytest.param("十七", 17, id="ten and ones"),
    pytest.param("二十", 20, id="tens"),
    pytest.param("三十一", 31, id="tens and ones"),
    pytest.param("十", 10, id="ten"),
    pytest.param("元", 1, id="first year"),
    pytest.param("二〇二五", 2025, id="digit by digit"),
    pytest.param("二五十", 0, id="two digits before ten"),
    pytest.param("十十", 0, id="ten twice"),
    pytest.param("", 0, id="nothing"),
]


@pytest.mark.parametrize(("written", "expected"), NUMBERS)
def test_read_number(written: str, expected: int) -> None:
    assert read_number(written) == expected
