"""Long and strange articles: seconds by length, which must grow no faster than the length does.

Run: python -m benchmarks.lengths [--lengths 2500 5000 10000] [--kinds KIND...]
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from extractor.api import Extractor

_PROSE = "首相は「攻撃は許されない」と述べた。外相によると、米国と英国は17日に会談した。同氏は支持を表明した。"

#: What an article of ``length`` characters is made of.
KINDS: dict[str, Callable[[int], str]] = {
    "prose in lines": lambda length: f"{_PROSE}\n" * (length // (len(_PROSE) + 1)),
    "prose in one line": lambda length: _PROSE * (length // len(_PROSE)),
    "one line without 。": lambda length: _PROSE.replace("。", "、") * (length // len(_PROSE)),
    "lines of one character": lambda length: "あ\n" * (length // 2),
    "blank lines": lambda length: "\n" * length,
    "nested 「 that never close": lambda length: "「" * length,
    "nested 「」": lambda length: "「" * (length // 2) + "」" * (length // 2),
    "quotations in a row": lambda length: "「あ」" * (length // 3),
    "a 「 a line, never closed": lambda length: "首相は「行く\n" * (length // 7),
    "only 、": lambda length: "、" * length,
    "only 。、！？": lambda length: "。、！？" * (length // 4),
    "one letter": lambda length: "a" * length,
    "names in a row": lambda length: "田中氏、" * (length // 4),
    "emoji": lambda length: "👨\u200d👩\u200d👧" * (length // 5),
    "half-width kana": lambda length: "ﾊﾞｲﾃﾞﾝ" * (length // 6),
    "turns of an interview": lambda length: "甲： そう思います。\n乙： なぜですか。\n" * (length // 21),
    "NUL": lambda length: "\0" * length,
    "と述べた again and again": lambda length: "と述べた" * (length // 4),
}


def seconds(extractor: Extractor, kind: str, lengths: Sequence[int]) -> Iterator[float]:
    """Yield the processor's seconds for an article of each length."""
    for length in lengths:
        start = time.process_time()
        extractor.extract(KINDS[kind](length))
        yield time.process_time() - start


def main() -> None:
    """Measure and print, a row a kind."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lengths")
    parser.add_argument("--lengths", nargs="+", type=int, default=[2_500, 5_000, 10_000], metavar="N")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=[*KINDS], metavar="KIND")
    options = parser.parse_args()
    extractor = Extractor.load()
    extractor.extract(_PROSE)
    sys.stdout.write("| an article of | " + " | ".join(f"{length:,} characters" for length in options.lengths) + " |\n")
    sys.stdout.write("|---" * (len(options.lengths) + 1) + "|\n")
    for kind in options.kinds:
        taken = " | ".join(f"{found:.2f} s" for found in seconds(extractor, kind, options.lengths))
        sys.stdout.write(f"| {kind} | {taken} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
