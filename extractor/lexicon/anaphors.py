"""Words that refer back to something named before: 同社, 同大統領, 彼."""

from functools import cached_property

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml
from extractor.lexicon.forms import FormIndex
from extractor.records import EntityType, MentionKind


class Anaphor(Entry):
    """Forms that refer back alike.

    heads: how a name may end for it to fit, any where empty. role: whether the title that the form ends with must be
    the person's. alone: whether it refers back only where it stands by itself. example: a text with one; {} stands for
    each form.
    """

    forms: tuple[str, ...] = Field(min_length=1)
    type: EntityType
    kind: MentionKind
    heads: tuple[str, ...] = ()
    role: bool = False
    alone: bool = False
    example: str = Field(min_length=4)


class Anaphors(Entry):
    """All forms that refer back."""

    entries: tuple[Anaphor, ...]

    @cached_property
    def index(self) -> FormIndex[Anaphor]:
        """From form to entry."""
        return FormIndex((form, entry) for entry in self.entries for form in entry.forms)


def load_anaphors() -> Anaphors:
    """Read and check the data file. Raises LexiconError with file, entry and reason."""
    return Anaphors(entries=read_toml("anaphors.toml", "anaphor", Anaphor))
