"""How words of an article hang together, for the recogniser: runs of nouns, brackets, what stands elsewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.coded import Array

_PART = load_parts_of_speech()
_NOUNS = (_PART.noun, _PART.prefix, _PART.suffix, _PART.adjectival_noun, _PART.letter)
_JOINTS = frozenset("・＝=&＆")
_OPENING, _CLOSING = frozenset("「『（(【〈《［["), frozenset("」』）)】〉》］]")


def runs(words: Sequence[str], starts: Sequence[int], tags: Sequence[str]) -> tuple[Array, Array]:
    """Return for each word the first and the last word of the unbroken run of nouns that it stands in.

    A word that is no noun is a run of its own. ・ and the like join.

    米|国務|省|は  →  [0, 0, 0, 3], [2, 2, 2, 3]
    """
    is_noun = np.array(list(map(_is_noun, words, tags)), dtype=bool)
    begins, lengths = np.array(starts, dtype=np.intp), np.fromiter(map(len, words), np.intp, len(words))
    goes_on = is_noun[1:] & is_noun[:-1] & (begins[1:] == (begins + lengths)[:-1])
    here = np.arange(len(words))
    first = np.maximum.accumulate(np.where(np.append(False, goes_on)[: len(words)], 0, here))
    last = np.minimum.accumulate(np.where(np.append(goes_on, False)[: len(words)], len(words), here)[::-1])[::-1]
    return first, last


@lru_cache(100_000)
def _is_noun(word: str, tag: str) -> bool:
    return tag.startswith(_NOUNS) or word in _JOINTS


def bracketed(words: Sequence[str]) -> list[str]:
    """Return for each word the bracket that it stands in, with ^ for the first word in it and $ for the last.

    「|東京|」  →  "", "「^$", ""
    """
    found: list[str] = []
    open_: list[str] = []
    for i, word in enumerate(words):
        if not open_ and word not in _OPENING:  # as most words stand
            found.append("")
            continue
        if word in _CLOSING and open_:
            open_.pop()
        if open_ and word not in _OPENING:
            edge = ("^" if words[i - 1] == open_[-1] else "") + (
                "$" if words[i + 1 : i + 2] and words[i + 1] in _CLOSING else ""
            )
            found.append(open_[-1] + edge)
        else:
            found.append("")
        if word in _OPENING:
            open_.append(word)
        elif "\n" in word:
            open_.clear()
    return found


def titled(words: Sequence[str], tags: Sequence[str], titles: Iterable[int]) -> Counter[str]:
    """Return how often each word stands before a title: トランプ in トランプ|大統領. titles: where one begins."""
    return Counter(words[i - 1] for i in titles if i > 0 and _is_noun(words[i - 1], tags[i - 1]))


def chained(words: Sequence[str]) -> frozenset[str]:
    """Return the words that stand beside a ・: ドナルド|・|トランプ → ドナルド, トランプ."""
    joints = (i for i, word in enumerate(words) if word == "・" and 0 < i < len(words) - 1)
    return frozenset(words[j] for i in joints for j in (i - 1, i + 1))
