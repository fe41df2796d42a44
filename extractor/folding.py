"""Folding with an offset map: the text is analysed as its folded form and reported in its own offsets.

Folded are variants of characters in names (髙 → 高), full-width letters and digits (ＮＡＴＯ → NATO, ５条 → 5条), the
half-width katakana block with its marks and punctuation (ﾊﾞｲﾃﾞﾝ → バイデン, ｢｣ → 「」), kana with combining voice
marks, and a dash mistyped for the ー of a name (ダニ−・スミス → ダニー・スミス). Everything else stays, full-width
punctuation （）！？ and signs such as ㈱ among it. Clusters of the latter kinds are folded by NFKC (UAX #15).
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.variants import load_variants

_VARIANTS = {entry.variant: entry.usual for entry in load_variants()}
_CLUSTER = re.compile(
    f"[{''.join(_VARIANTS)}]"
    "|[０-９Ａ-Ｚａ-ｚ]"  # full-width letters and digits, one to one
    "|[\uff61-\uff9f][\uff9e\uff9f]?"  # half-width katakana with a voice mark of its own
    "|[\u3041-\u30fe][\u3099\u309a]"  # kana with a combining voice mark
    f"|(?<=[ァ-ヺ])[−―‐–—─](?=・[ァ-ヺ]|{'|'.join(load_name_signs().honorific)})"  # a dash mistyped for ー
    "|[\ud800-\udfff]"  # a lone surrogate, which no tokeniser takes
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    text: the folded form. starts: for every place where lengths drift, (offset in ``text``, offset in the
    original) of the first character after it, in ascending order; empty where all lengths are kept.
    """

    text: str
    starts: tuple[tuple[int, int], ...] = ()

    def original(self, offset: int) -> int:
        """Return the offset in the original text of ``offset`` in the folded text (0 to its length)."""
        place = bisect_right(self.starts, (offset, 1 << 62)) - 1
        if place < 0:
            return offset
        folded, original = self.starts[place]
        return original + offset - folded


def fold(text: str) -> Folded:
    """Fold ``text``. Takes time linear in its length.

    ﾊﾞｲﾃﾞﾝ氏はＮＡＴＯ  →  バイデン氏はNATO
    """
    parts: list[str] = []
    starts: list[tuple[int, int]] = []
    done = length = 0
    for match in _CLUSTER.finditer(text):
        parts.append(text[done : match.start()])
        cluster = _fold_cluster(match.group())
        parts.append(cluster)
        length += match.start() - done + len(cluster)
        done = match.end()
        if len(cluster) != match.end() - match.start():
            starts.append((length, done))
    parts.append(text[done:])
    return Folded("".join(parts), tuple(starts))


def _fold_cluster(cluster: str) -> str:
    if "\ud800" <= cluster <= "\udfff":
        return "\ufffd"
    if cluster in _DASHES:
        return "ー"
    if cluster in _VARIANTS:
        return _VARIANTS[cluster]
    return unicodedata.normalize("NFKC", cluster) if cluster not in _LONE_MARKS else cluster


_DASHES = frozenset("−―‐–—─")
# NFKC would turn a mark without a letter into a combining one, which then joins the letter before it.
_LONE_MARKS = frozenset("\uff9e\uff9f")
