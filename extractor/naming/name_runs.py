"""How words of an article hang together, for the recogniser: runs of nouns, brackets, what stands elsewhere."""

from collections import Counter
from collections.abc import Sequence

from extractor.lexicon.parts_of_speech import load_parts_of_speech

_PART = load_parts_of_speech()
_NOUNS = (_PART.noun, _PART.prefix, _PART.suffix, _PART.adjectival_noun, _PART.letter)
_JOINTS = frozenset("・＝=&＆")
_OPENING, _CLOSING = frozenset("「『（(【〈《［["), frozenset("」』）)】〉》］]")


def runs(words: Sequence[str], starts: Sequence[int], tags: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return for each word the first and the last word of the unbroken run of nouns that it stands in.

    A word that is no noun is a run of its own. ・ and the like join.

    米|国務|省|は  →  [0, 0, 0, 3], [2, 2, 2, 3]
    """
    first, is_noun = list(range(len(words))), [_is_noun(words, tags, i) for i in range(len(words))]
    for i in range(1, len(words)):
        if is_noun[i] and is_noun[i - 1] and starts[i] == starts[i - 1] + len(words[i - 1]):
            first[i] = first[i - 1]
    last = list(range(len(words)))
    for i in range(len(words) - 2, -1, -1):
        if first[i + 1] == first[i]:
            last[i] = last[i + 1]
    return first, last


def _is_noun(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    return tags[index].startswith(_NOUNS) or words[index] in _JOINTS


def bracketed(words: Sequence[str]) -> list[str]:
    """Return for each word the bracket that it stands in, with ^ for the first word in it and $ for the last.

    「|東京|」  →  "", "「^$", ""
    """
    found: list[str] = []
    open_: list[str] = []
    for i, word in enumerate(words):
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


def titled(words: Sequence[str], tags: Sequence[str], begins_title: Sequence[bool]) -> Counter[str]:
    """Return how often each word stands before a title: トランプ in トランプ|大統領."""
    return Counter(words[i] for i in range(len(words) - 1) if begins_title[i + 1] and _is_noun(words, tags, i))


def chained(words: Sequence[str]) -> frozenset[str]:
    """Return the words that stand beside a ・: ドナルド|・|トランプ → ドナルド, トランプ."""
    return frozenset(words[j] for i in range(1, len(words) - 1) if words[i] == "・" for j in (i - 1, i + 1))
