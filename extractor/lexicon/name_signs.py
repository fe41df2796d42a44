"""Words beside a name, or in it, that the finders of names ask for one by one, by names that the code calls them."""

from functools import cache

from pydantic import Field

from extractor.lexicon.entry import Entry, by_name, read_toml

NAME_SIGNS_FILE = "name_signs.toml"


class NameSign(Entry):
    """Words with one use. example: a text that names something, with {} in the place of each form."""

    name: str = Field(pattern=r"^[a-z_]+$")
    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(pattern=r".\{\}|\{\}.")


class NameSigns(Entry):
    """The words of each use."""

    match: tuple[str, ...]
    side: tuple[str, ...]
    versus: tuple[str, ...]
    station_group: tuple[str, ...]
    region: tuple[str, ...]
    birthplace: tuple[str, ...]
    chief: tuple[str, ...]
    association: tuple[str, ...]
    age: tuple[str, ...]
    year: tuple[str, ...]
    school_year: tuple[str, ...]
    honorific: tuple[str, ...]
    named: tuple[str, ...]
    mayor: tuple[str, ...]
    former: tuple[str, ...]
    located: tuple[str, ...]
    state_run: tuple[str, ...]


@cache
def load_name_signs() -> NameSigns:
    """Return the words of ``name_signs.toml``. Raises LexiconError where a use is missing or unknown."""
    signs = read_toml(NAME_SIGNS_FILE, "sign", NameSign)
    return by_name(NAME_SIGNS_FILE, [(sign.name, sign.forms) for sign in signs], NameSigns)
