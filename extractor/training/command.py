"""The command of a training that learns from annotated articles: its arguments, one call, what is shown."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from extractor.errors import ExtractorError


class Train(Protocol):
    """What trains a part: from folders of gold to its figures as text."""

    def __call__(
        self, learn: Path, *, also: Path | None = None, score: Path | None = None, out: Path | None = None
    ) -> str:
        """Train, write the part to ``out``, and return its figures."""


def run(train: Train, module: str, what: str, arguments: Sequence[str] | None = None) -> int:
    """Train by the arguments of the command; return 0, or 2 where something cannot be read or written.

    module: the last part of its name. what: what is trained, as its help says it.
    """
    options = _parser(module, what).parse_args(arguments)
    try:
        summary = train(options.learn, also=options.also, score=options.score, out=options.out)
    except (ExtractorError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(summary)
    return 0


def _parser(module: str, what: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"python -m extractor.training.{module}",
        description=f"Train {what}. A folder of gold has gold.jsonl, texts/ or gold/, articles/.",
    )
    parser.add_argument("learn", type=Path, help="gold to learn from, and to choose the settings on")
    parser.add_argument("--also", type=Path, help="further gold to learn from")
    parser.add_argument("--score", type=Path, help="gold that is only scored, once, at the end")
    parser.add_argument("--out", type=Path, help="folder to write to; the program's own where it is not given")
    return parser
