"""Variants of characters that names are written with and dictionaries lack: 髙 for 高, one to one."""

from pydantic import Field

from extractor.lexicon.entry import Entry, read_csv

FILE = "variants.csv"


class Variant(Entry):
    """One variant. example: a name with it, of which the tokeniser knows the surname in its usual form."""

    variant: str = Field(min_length=1, max_length=1)
    usual: str = Field(min_length=1, max_length=1)
    example: str = Field(min_length=3)


def load_variants() -> tuple[Variant, ...]:
    """Read and check the data file. Raises LexiconError with row and reason."""
    return read_csv(FILE, Variant)
