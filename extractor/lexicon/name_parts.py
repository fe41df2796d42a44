"""What names are made of: long surnames, particles, names that many bodies have, endings of places."""

from functools import cache, cached_property

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml

FILE = "name_parts.toml"


class NamePartWords(Entry):
    """Words with one use. example: words with {} in the place of each form."""

    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(pattern=r"\{\}")


class NameParts(Entry):
    """All that is known of the parts of names."""

    long_surnames: tuple[NamePartWords, ...]
    particles: tuple[NamePartWords, ...]
    east_asian: tuple[NamePartWords, ...]
    relative: tuple[NamePartWords, ...]
    seats: tuple[NamePartWords, ...]

    @cached_property
    def long_surname_forms(self) -> frozenset[str]:
        """Surnames of three characters: 佐々木."""
        return _all(self.long_surnames)

    @cached_property
    def particle_forms(self) -> frozenset[str]:
        """What begins a surname in katakana: フォン."""
        return _all(self.particles)

    @cached_property
    def east_asian_codes(self) -> frozenset[str]:
        """ISO codes of states in whose names two characters may be a full name: 王毅."""
        return _all(self.east_asian)

    @cached_property
    def relative_forms(self) -> frozenset[str]:
        """Names that bodies of many towns or states have: 県警."""
        return _all(self.relative)

    @cached_property
    def seat_forms(self) -> tuple[str, ...]:
        """How the names of places end that somebody is mayor or governor of."""
        return tuple(sorted(_all(self.seats)))


def _all(words: tuple[NamePartWords, ...]) -> frozenset[str]:
    return frozenset(form for entry in words for form in entry.forms)


@cache
def load_name_parts() -> NameParts:
    """Read and check the data file. Raises LexiconError with file, entry and reason."""
    return NameParts(
        long_surnames=read_toml(FILE, "long_surnames", NamePartWords),
        particles=read_toml(FILE, "particles", NamePartWords),
        east_asian=read_toml(FILE, "east_asian", NamePartWords),
        relative=read_toml(FILE, "relative", NamePartWords),
        seats=read_toml(FILE, "seats", NamePartWords),
    )
