"""Endings of names that are no organisations, whatever the trained recogniser says."""

from dataclasses import dataclass

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml

FILE = "refused_endings.toml"


class Endings(Entry):
    """Endings. example: a name with one of them."""

    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=2)


@dataclass(frozen=True)
class RefusedEndings:
    """refused: endings of what is no organisation. kept: longer ones of what is one all the same."""

    refused: tuple[str, ...]
    kept: tuple[str, ...]

    def holds(self, name: str) -> bool:
        """Whether ``name`` ends as no organisation does: 港湾事業, but not 青波工業."""
        return name.endswith(self.refused) and not name.endswith(self.kept)


def load_refused_endings() -> RefusedEndings:
    """Read and check the data file. Raises LexiconError with file, entry and reason."""
    return RefusedEndings(*(_forms(key) for key in ("refused", "kept")))


def _forms(key: str) -> tuple[str, ...]:
    return tuple(form for entry in read_toml(FILE, key, Endings) for form in entry.forms)
