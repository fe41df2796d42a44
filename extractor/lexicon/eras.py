"""Japanese eras: the western year of each era's first year."""

from functools import cache

from pydantic import Field

from extractor.lexicon.entry import Entry, read_csv


class Era(Entry):
    """One era. first_year: the western year of its year 元 (令和 → 2019)."""

    name: str = Field(min_length=2)
    first_year: int = Field(gt=600)
    example: str = Field(min_length=4)


@cache
def load_eras() -> tuple[Era, ...]:
    """Return the eras from 明治 on, oldest first."""
    return read_csv("eras.csv", Era)
