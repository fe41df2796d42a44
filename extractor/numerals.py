"""Numbers in dates, in Arabic or Japanese numerals."""

from typing import Final

#: Japanese numerals up to ten: 〇 to 九 at the place of their value, then 十.
JAPANESE_NUMERALS: Final = "〇一二三四五六七八九十"

#: One numeral of a folded text, as the inside of a character class; 元 is the first year of an era.
NUMERALS: Final = f"0-9{JAPANESE_NUMERALS}元"

_DIGITS = str.maketrans(JAPANESE_NUMERALS[:10] + "元", "01234567891")


def read_number(written: str) -> int:
    """Return a number below 100 in any numerals, or one written digit by digit; 0 where it is neither.

    written: numerals only, half-width.  十七 → 17, 二〇二五 → 2025, 元 → 1
    """
    tens, ten, ones = written.translate(_DIGITS).partition("十")
    if not ten:
        return int(tens or 0)
    return int(tens or 1) * 10 + int(ones or 0) if len(tens) < 2 and len(ones) < 2 and "十" not in ones else 0
