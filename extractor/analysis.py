"""How articles are analysed: what whoever starts an analysis chooses, before any of it is loaded."""

from dataclasses import dataclass
from pathlib import Path

DEFAULT_MODEL = "ja_ginza"


@dataclass(frozen=True, slots=True)
class Analysis:
    """model: name of an installed GiNZA pipeline. topics: a TOML file of topics beside those that are built in."""

    model: str = DEFAULT_MODEL
    topics: Path | None = None
