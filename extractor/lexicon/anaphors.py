"""Words that refer back to something named before: 同社, 同大統領, 彼."""

from collections.abc import Iterable
from functools import cache, cached_property

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml
from extractor.lexicon.forms import FormIndex
from extractor.records import EntityType, MentionKind

SAME = "同"  #: "the same": before the end of a name it refers to what bears the name


class Anaphor(Entry):
    """Forms that refer back alike; what each field means stands at the head of the data file.

    example: a text with one; {} stands for each form.
    """

    forms: tuple[str, ...] = Field(min_length=1)
    type: EntityType
    kind: MentionKind
    heads: tuple[str, ...] = ()
    same: bool = False
    latin: bool = False
    not_heads: tuple[str, ...] = ()
    role: bool = False
    bearers: tuple[str, ...] = ()
    alone: bool = False
    not_before: tuple[str, ...] = ()
    topical: bool = False
    example: str = Field(min_length=4)

    def fits(self, names: Iterable[str], form: str) -> bool:
        """Whether something of these ``names`` can be meant by ``form``, one of ours.

        同連盟, [日本サッカー連盟] → True; 同社, [外務省] → False
        """
        names = list(names)
        if self.not_heads and all(name.endswith(self.not_heads) for name in names):
            return False
        heads = (*self.heads, form.removeprefix(SAME)) if self.same else self.heads
        if not heads:
            return True
        return any(name.endswith(heads) or (self.latin and name.isascii()) for name in names)


class Anaphors(Entry):
    """All forms that refer back."""

    entries: tuple[Anaphor, ...]

    @cached_property
    def index(self) -> FormIndex[Anaphor]:
        """From form to entry."""
        return FormIndex((form, entry) for entry in self.entries for form in entry.forms)


@cache
def load_anaphors() -> Anaphors:
    """Read and check the data file. Raises LexiconError with file, entry and reason."""
    return Anaphors(entries=read_toml("anaphors.toml", "anaphor", Anaphor))
