"""What of a statement is compared: its letters and digits in one form, and the runs of three of them."""

import unicodedata

SHINGLE = 3  #: characters


def wording(text: str) -> str:
    """Return ``text`` without blanks and punctuation, folded by NFKC and case.

    「ＮＡＴＯは、守る。」 → natoは守る
    """
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def shingles(words: str) -> frozenset[str]:
    """Return every run of three characters of a wording; the wording itself where it is shorter."""
    if len(words) <= SHINGLE:
        return frozenset((words,))
    return frozenset(words[start : start + SHINGLE] for start in range(len(words) - SHINGLE + 1))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Jaccard index: the share of all shingles that both have."""
    return len(one & other) / len(one | other)


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set's shingles that the other has too."""
    return len(one & other) / min(len(one), len(other))
