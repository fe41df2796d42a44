"""One word in all its spellings, as a regular expression: プーチン also finds ﾌﾟｰﾁﾝ and ぷーちん, NATO also nato.

The patterns are for RE2 and for Python's ``re`` alike. It is the word that is widened, once, rather than the texts, of
which there are many.
"""

import re
from collections.abc import Iterator
from functools import cache

from extractor.folding import fold
from extractor.lexicon.variants import load_variants

_FIRST_HIRAGANA, _LAST_HIRAGANA = 0x3041, 0x3096
_TO_KATAKANA = {code: code + 0x60 for code in range(_FIRST_HIRAGANA, _LAST_HIRAGANA + 1)}
_VOICE_MARKS = "\u3099\u309a\uff9e\uff9f"


def plain(text: str) -> str:
    """Return what all spellings of ``text`` have in common: folded, small letters, katakana.  ﾅﾄー  →  ナトー.

    Wider than ``merging.names.fold_name``, which tells トランプ from とらんぷ: who asks may get too much, who merges
    two people may not.
    """
    return fold(text).text.lower().translate(_TO_KATAKANA)


def spellings(text: str) -> str:
    """Return a regular expression that matches ``text`` in every spelling, and nothing else."""
    return "".join(map(_character, plain(text)))


def _character(char: str) -> str:
    forms = sorted({char, *_forms().get(char, ())})
    return re.escape(char) if len(forms) == 1 else f"(?:{'|'.join(map(re.escape, forms))})"


@cache
def _forms() -> dict[str, set[str]]:
    """Return for each plain character what else is written for it; ﾌﾟ for プ are two characters."""
    forms: dict[str, set[str]] = {}
    for written in _written():
        if len(char := plain(written)) == 1:
            forms.setdefault(char, set()).add(written)
    return forms


def _written() -> Iterator[str]:
    """Yield all that folding changes, and capital letters."""
    yield from (entry.variant for entry in load_variants())
    for first, last in (("A", "Z"), ("À", "Þ"), ("Α", "Ω"), ("Ѐ", "Я"), ("０", "ｚ"), ("ぁ", "ヶ"), ("｡", "ﾝ")):
        for char in map(chr, range(ord(first), ord(last) + 1)):
            yield from (char, *(char + mark for mark in _VOICE_MARKS))
