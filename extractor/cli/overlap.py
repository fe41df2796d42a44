"""Would what is written be read, now or the next time?"""

from collections.abc import Iterable
from pathlib import Path

from extractor.cli.options import STDIO


def input_around(output: Path, inputs: Iterable[str]) -> str | None:
    """Return the input that ``output`` is, or the folder among them that it lies in; None where there is none."""
    place = output.resolve()
    read = (name for name in inputs if name != STDIO and Path(name).exists())
    return next((name for name in read if place.is_relative_to(Path(name).resolve())), None)
