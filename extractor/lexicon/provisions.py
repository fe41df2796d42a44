"""Treaties and laws whose articles are cited by number."""

from dataclasses import dataclass

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml
from extractor.lexicon.forms import FormIndex

FILE = "provisions.toml"


class Law(Entry):
    """A treaty or law. example: a text that cites an article of it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=4)


class LawEnding(Entry):
    """How names of treaties and laws end. example: a text that cites an article of one."""

    ending: str = Field(min_length=1)
    example: str = Field(min_length=4)


class OtherWord(Entry):
    """A word that begins with 条 and cites no article. example: a text in which it follows a number or 同."""

    word: str = Field(pattern="^条.")
    example: str = Field(min_length=4)


@dataclass(frozen=True, eq=False)  # by identity, so that what is compiled from it is kept with it
class Laws:
    """The named ones, from written form to id; how the names of others end; words that look like an article (条件)."""

    index: FormIndex[str]
    endings: tuple[str, ...]
    other_words: tuple[str, ...]


def load_laws() -> Laws:
    """Read ``provisions.toml``. Raises LexiconError with file, entry and reason."""
    return Laws(
        FormIndex((form, law.id) for law in read_toml(FILE, "law", Law) for form in law.forms),
        tuple(entry.ending for entry in read_toml(FILE, "ending", LawEnding)),
        tuple(entry.word for entry in read_toml(FILE, "other", OtherWord)),
    )
