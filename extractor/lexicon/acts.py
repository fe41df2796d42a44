"""Endings of contents that show what is done in saying them."""

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml
from extractor.records import Act


class ActWord(Entry):
    """Words at the end of a content, and the act that they show."""

    words: tuple[str, ...] = Field(min_length=1)
    act: Act
    example: str


def load_act_words() -> tuple[ActWord, ...]:
    """Read ``acts.toml`` in its order. Raises LexiconError where it is malformed."""
    return read_toml("acts.toml", "ending", ActWord)
