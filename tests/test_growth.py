"""Work grows with the length of an article and no faster: function calls are counted, for they are the same every time.

What is looked up for each find by going over all of the article would be four times as much a line in an article four
times as long.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from spacy.tokens import Doc

from extractor.api import Extractor
from extractor.article import Article
from extractor.assemble import Assembler
from extractor.dates import resolve_times
from extractor.folding import fold
from extractor.layers import TimeFound
from extractor.lexicon.times import Anchor, Unit
from extractor.pieces import analyse

_LINES, _TIMES = 24, 4
_MORE = 1.3  # what a line of the long article may take more: sentences begin to be remembered, tables to be cleared

_DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")


def lines(count: int) -> Iterator[str]:
    """Yield lines with names of their own, of all that is sought in an article."""
    for number in range(count):
        own = f"{number:03}".translate(_DIGITS)  # no name is the beginning of another
        yield f"■ 第{own}の会見\n"
        yield f"佐藤{own}首相は8月15日、「増税はしない」と述べ、翌日の会談で「中止する」と強調した。"
        yield f"「何も決めていない」。青{own}町振興会によると、同振興会は昨年5月に国連憲章第{number + 1}条を支持した。"
        yield "町田容疑者は「頼まれた」と供述しているという。約束は守るとしている。\n"
        yield f"アオナミ{own}社（社長・高橋{own}氏）は計画を来月発表する方針だ。彼は「必ず勝つ」と話した：警察\n"


class Calls:
    """Counts the calls of functions, built-in ones too, and of items that generators give, by what they are for."""

    def __init__(self) -> None:
        self.of: defaultdict[str, int] = defaultdict(int)

    @contextmanager
    def counted(self, name: str) -> Iterator[None]:
        """Count what is called until the end under ``name``."""
        found = 0

        def count(_: FrameType, event: str, __: object) -> None:
            nonlocal found
            found += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            yield
        finally:
            sys.setprofile(None)
            self.of[name] += found

    def counting(self, name: str, part: Callable[[Doc], Doc]) -> Callable[[Doc], Doc]:
        """Return what does as ``part`` and counts."""

        def run(doc: Doc) -> Doc:
            with self.counted(name):
                return part(doc)

        return run


def calls_of(extractor: Extractor, text: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Return how much is called for ``text`` by each component and in assembling the record."""
    calls, article = Calls(), Article.from_text(text)
    parts = extractor.nlp._components
    with monkeypatch.context() as patch:
        counting = [(name, calls.counting(name, part) if "extractor" in name else part) for name, part in parts]
        patch.setattr(extractor.nlp, "_components", counting)
        patch.setattr(extractor.nlp, "get_pipe", dict(counting).__getitem__)
        doc = analyse(extractor.nlp, text)
    with calls.counted("assemble"):
        Assembler(article, fold(text), doc).assemble()
    return calls.of


@pytest.mark.ginza
def test_no_part_looks_over_the_article_for_each_find(
    extractor_loaded: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = ("".join(lines(count)) for count in (_LINES, _TIMES * _LINES))
    calls_of(extractor_loaded, few, monkeypatch)  # what is read only once is read now
    short, long = (calls_of(extractor_loaded, text, monkeypatch) for text in (few, many))
    growth = {name: long[name] / short[name] / _TIMES for name in short}
    assert {name: round(grown, 2) for name, grown in growth.items() if grown > _MORE} == {}


def test_times_are_not_counted_from_one_another_by_looking_back_over_all() -> None:
    def calls(count: int) -> int:
        may = TimeFound(0, 1, str(Anchor.NONE), year=2020, month=5, day=1)
        back = [TimeFound(1000 * n, 1000 * n + 1, str(Anchor.NAMED), str(Unit.DAY), 1) for n in range(1, count)]
        found = Calls()
        with found.counted("times"):
            resolve_times([may, *back], None)
        return found.of["times"]

    assert calls(400) < _MORE * 4 * calls(100)
