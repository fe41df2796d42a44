"""Names of countries and territories, what may stand beside them, and names of one character.

``countries.csv``: common names generated from the Unicode CLDR (source ``cldr``, Unicode licence), the others by hand.
"""

from enum import StrEnum
from functools import cache, cached_property
from typing import Literal

from pydantic import Field

from extractor.errors import LexiconError
from extractor.lexicon.entry import Entry, read_csv, read_toml
from extractor.lexicon.forms import FormIndex

CSV = "countries.csv"
CONTEXTS = "country_contexts.toml"
CHARACTERS = "one_character.toml"


class NameKind(StrEnum):
    """How a name of a country is used."""

    COMMON = "common"  # ウクライナ
    USUAL = "usual"  # the name that an entity gets, where it is not the common one: アメリカ
    FORMAL = "formal"  # ロシア連邦
    SHORT = "short"  # 米国, サウジ
    OLD = "old"  # ビルマ
    ABBREVIATION = "abbreviation"  # UAE
    REFUSED = "refused"  # common in the CLDR, but read as something else in news: ジャージー


class CountryName(Entry):
    """One written form. iso: ISO 3166-1 alpha-2; XK for Kosovo, withdrawn codes for states that are no more."""

    iso: str = Field(pattern=r"^[A-Z]{2}$")
    form: str = Field(min_length=1)
    kind: NameKind
    source: Literal["cldr", "hand"]


class Side(StrEnum):
    """Where a word stands."""

    BEFORE = "before"
    AFTER = "after"


class CountryContext(Entry):
    """Words beside which a country's name means something else.

    forms: the names concerned, all where empty. example: a text in which none of them is a country.
    """

    side: Side
    words: tuple[str, ...] = Field(min_length=1)
    forms: tuple[str, ...] = ()
    example: str = Field(min_length=2)


class NameEnding(Entry):
    """What may follow a country's name within one word of the tokeniser: 人 in 韓国人."""

    ending: str = Field(min_length=1)
    example: str = Field(min_length=2)


class Character(Entry):
    """A country written with one character.

    before_name: also directly before a name in katakana or Latin letters (米アップル), and by itself (米は) in articles
    that name the country otherwise too, unless they have a word of ``rivals``.
    also_word: in lists only beside ・, for it is a word besides: その日、 激化する中、.
    example: a text in which it means the country.
    """

    character: str = Field(min_length=1, max_length=1)
    iso: str = Field(pattern=r"^[A-Z]{2}$")
    before_name: bool = False
    also_word: bool = False
    rivals: tuple[str, ...] = ()
    example: str = Field(min_length=2)


class CharacterPrefix(Entry):
    """A word that makes the characters after it countries: 訪米, 対ロ. counter: where it does not.

    not_before: what may not follow.
    """

    prefix: str = Field(min_length=1, max_length=1)
    characters: str = Field(min_length=1)
    not_before: tuple[str, ...] = ()
    example: str = Field(min_length=2)
    counter: str | None = None


class CharacterHeads(Entry):
    """Words before which, or before nouns that end so, a single character is a country: 米大統領, 米医学|誌.

    not_for: characters that are excepted.
    """

    heads: tuple[str, ...] = Field(min_length=1)
    not_for: str = ""
    example: str = Field(min_length=2)


class GuardedRun(Entry):
    """Characters in a row that are countries only before certain words: 日中首脳, but not 日中は暑い."""

    runs: tuple[str, ...] = Field(min_length=1)
    before: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=2)
    counter: str = Field(min_length=2)


class Countries(Entry):
    """All that is known of names of countries."""

    names: tuple[CountryName, ...]
    contexts: tuple[CountryContext, ...]
    name_endings: tuple[NameEnding, ...]
    characters: tuple[Character, ...]
    prefixes: tuple[CharacterPrefix, ...]
    after_prefixes: tuple[NameEnding, ...]
    heads: tuple[CharacterHeads, ...]
    last_heads: tuple[CharacterHeads, ...]
    guarded: tuple[GuardedRun, ...]

    @cached_property
    def index(self) -> FormIndex[str]:
        """From written form to code, without refused forms."""
        refused = {name.form for name in self.names if name.kind is NameKind.REFUSED}
        kept = [n for n in self.names if n.kind is not NameKind.REFUSED]
        return FormIndex((n.form, n.iso) for n in kept if n.form not in refused or n.source == "hand")

    @cached_property
    def usual(self) -> dict[str, str]:
        """From code to the country's usual Japanese name."""
        by_kind = {kind: {n.iso: n.form for n in reversed(self.names) if n.kind is kind} for kind in NameKind}
        return {**by_kind[NameKind.COMMON], **by_kind[NameKind.USUAL]}

    @cached_property
    def endings(self) -> frozenset[str]:
        """What may follow a country's name within one word."""
        return frozenset(entry.ending for entry in self.name_endings)

    @cached_property
    def prefix_endings(self) -> tuple[str, ...]:
        """What may follow a character after a prefix within one word of the tokeniser: 派 in 親中派."""
        return tuple(entry.ending for entry in self.after_prefixes)

    @cached_property
    def long_heads(self) -> tuple[str, ...]:
        """Words of several characters before which a single character is a country."""
        return tuple(sorted({head for entry in self.heads for head in entry.heads if len(head) > 1}))

    @cached_property
    def by_character(self) -> dict[str, Character]:
        """From character to its entry."""
        return {entry.character: entry for entry in self.characters}


@cache
def load_countries() -> Countries:
    """Read and check the data files. Raises LexiconError with file, entry and reason."""
    countries = Countries(
        names=read_csv(CSV, CountryName),
        contexts=read_toml(CONTEXTS, "context", CountryContext),
        name_endings=read_toml(CONTEXTS, "ending", NameEnding),
        characters=read_toml(CHARACTERS, "character", Character),
        prefixes=read_toml(CHARACTERS, "prefix", CharacterPrefix),
        after_prefixes=read_toml(CHARACTERS, "ending", NameEnding),
        heads=read_toml(CHARACTERS, "heads", CharacterHeads),
        last_heads=read_toml(CHARACTERS, "last_heads", CharacterHeads),
        guarded=read_toml(CHARACTERS, "guarded", GuardedRun),
    )
    nameless = {name.iso for name in countries.names} - countries.usual.keys()
    if nameless:
        raise LexiconError(f"{CSV}: no usual or common name for {', '.join(sorted(nameless))}")
    unknown = {entry.iso for entry in countries.characters} - countries.usual.keys()
    if unknown:
        raise LexiconError(f"{CHARACTERS}: no such country in {CSV}: {', '.join(sorted(unknown))}")
    return countries
