"""Endings of names that are no organisations, whatever the trained recogniser says."""

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml


class RefusedEndings(Entry):
    """Endings. example: a name with one of them."""

    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=2)


def load_refused_endings() -> tuple[str, ...]:
    """Read and check the data file. Raises LexiconError with file, entry and reason."""
    return tuple(form for entry in read_toml("refused_endings.toml", "refused", RefusedEndings) for form in entry.forms)
