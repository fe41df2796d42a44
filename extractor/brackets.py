"""Pairing of brackets in Japanese text, in time linear in its length."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_INSERTION = re.compile(r"[＝=][^＝=\n。「」]{1,30}[＝=](?=[はがもを、])")
QUOTE_PAIRS = {"」": "「", "』": "『"}
OPENING_QUOTES, CLOSING_QUOTES = "".join(QUOTE_PAIRS.values()), "".join(QUOTE_PAIRS)
OPENING_PARENTHESES = ("（", "(")
PARENTHESIS_PAIRS = {"）": "（", ")": "(", "】": "【", "］": "［", "〉": "〈"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of brackets. start: of the opening one. end: after the closing one. depth: 0 for the outermost.

    closed: False where the closing bracket is missing; the pair then ends with its line.
    """

    start: int
    end: int
    depth: int
    closed: bool


def quote_pairs(text: str) -> list[Pair]:
    """Return every 「…」 and 『…』 of ``text`` in text order; they may run over several lines.

    A closing bracket closes the nearest opening one of its kind; a closing one with no partner is passed over.
    An opening one that is never closed ends with its line; with its sentence where another quotation follows there.

    首相は「嫌だと述べた。大臣は「良い」と述べた。  →  「嫌だと述べた。, not closed, and 「良い」
    """
    return _pairs(text, QUOTE_PAIRS, per_line=False)


def parenthesis_pairs(text: str) -> list[Pair]:
    """Return every （…）, (…), 【…】, ［…］ and 〈…〉 of ``text`` that closes on its own line, in text order."""
    return _pairs(text, PARENTHESIS_PAIRS, per_line=True)


def insertion_pairs(text: str) -> list[tuple[int, int]]:
    """Return start and end of each ＝…＝ that is put in between a name and its particle: 代表＝東京都＝は."""
    return [match.span() for match in _INSERTION.finditer(text)]


def outermost(pairs: list[Pair]) -> list[Pair]:
    """Return the pairs that stand in no other pair."""
    return [pair for pair in pairs if pair.depth == 0]


def _pairs(text: str, partners: dict[str, str], *, per_line: bool) -> list[Pair]:
    spans = [(start, end, True) for start, end in _closed_spans(text, partners, per_line=per_line)]
    if not per_line:
        spans += _unclosed_spans(text, frozenset(partners.values()), frozenset(start for start, _, _ in spans))
    return _nested(sorted(spans))


def _unclosed_spans(text: str, openings: frozenset[str], closed: frozenset[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield from each opening bracket that is not among ``closed`` to where it is taken to end, on its line."""
    line_start = line_end = len(text)
    limits: dict[str, int] = {}  # where the next quotation of a kind begins on the line
    for start in reversed(list(_places(text, openings))):
        if start < line_start:
            line_start, line_end, limits = text.rfind("\n", 0, start) + 1, text.find("\n", start), {}
        if start not in closed:
            limit = limits.get(text[start], -1)
            end = _sentence_end(text, start, limit) if limit >= 0 else line_end
            yield start, end if end >= 0 else len(text), False
        limits[text[start]] = start


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Return the offset after the first 。 from ``start`` on, ``limit`` where none stands before it."""
    end = text.find("。", start, limit) + 1
    return end or limit


def _closed_spans(text: str, partners: dict[str, str], *, per_line: bool) -> Iterator[tuple[int, int]]:
    stacks: dict[str, list[int]] = {opening: [] for opening in partners.values()}
    for index in _places(text, [*partners, *stacks, "\n"]):
        character = text[index]
        if character in stacks:
            stacks[character].append(index)
        elif character in partners and stacks[partners[character]]:
            start = stacks[partners[character]].pop()
            for other in stacks.values():  # what opened inside and never closed cannot close outside
                while other and other[-1] > start:
                    other.pop()
            yield start, index + 1
        elif per_line and character == "\n":
            for stack in stacks.values():
                stack.clear()


def _places(text: str, characters: Iterable[str]) -> Iterator[int]:
    """Yield where in ``text`` one of ``characters`` stands."""
    return (match.start() for match in re.finditer(f"[{re.escape(''.join(characters))}]", text))


def _nested(spans: list[tuple[int, int, bool]]) -> list[Pair]:
    """Return ``spans``, in the order of their starts, as pairs that nest: closed ones do so as they are."""
    pairs: list[Pair] = []
    around: list[int] = []  # indexes of the pairs that are open where the span begins
    for start, end, closed in spans:
        while around and pairs[around[-1]].end <= start:
            around.pop()
        # 「行く「帰る\n必ず」: the first, never closed, ends where the second begins
        while closed and around and pairs[around[-1]].end < end:
            last = around.pop()
            pairs[last] = replace(pairs[last], end=start)
        limit = pairs[around[-1]].end if around else end
        around.append(len(pairs))
        pairs.append(Pair(start, min(end, limit), len(around) - 1, closed))
    return pairs
