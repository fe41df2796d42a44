"""Organisations: the most-named by name, the others by how their names are built."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache, cached_property

from pydantic import Field

from extractor.errors import LexiconError
from extractor.lexicon.entry import Entry, read_toml
from extractor.lexicon.forms import FormIndex

NAMES = "organizations.toml"
PATTERNS = "organization_patterns.toml"


class OrganizationKind(Entry):
    """A kind of organisation. example: a text in which each of its kind is found in the place of {}."""

    id: str = Field(pattern=r"^[a-z]+$")
    example: str = Field(min_length=4)


class OrganizationName(Entry):
    """One organisation. name: in full. forms: its other names. wikidata: only where certain.

    only_in: forms that name it only in articles of a field, each with the field's id (リバプール: sport).
    """

    name: str = Field(min_length=2)
    kind: str
    forms: tuple[str, ...] = ()
    only_in: dict[str, str] = Field(default_factory=dict)
    wikidata: str | None = Field(None, pattern=r"^Q[1-9][0-9]*$")

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every name."""
        return self.name, *self.forms, *self.only_in

    @property
    def id(self) -> str:
        """The Wikidata item, else the name."""
        return f"wikidata:{self.wikidata}" if self.wikidata else f"org:{self.name}"


class FieldOfNews(Entry):
    """A field, known by its words. least: how many different ones an article of the field has at least."""

    id: str = Field(pattern=r"^[a-z]+$")
    words: tuple[str, ...] = Field(min_length=1)
    least: int = Field(ge=1)
    example: str = Field(min_length=4)


class Needs(StrEnum):
    """What must stand before the head of a name."""

    NOUN = "noun"  # 外務省
    COUNTRY = "country"  # 米軍
    PROPER = "proper"  # 静岡県警
    INSTITUTIONAL = "institutional"  # a proper noun or an institutional word: 国立気象局
    ADJACENT = "adjacent"  # a proper noun directly before it: 鶴岡署
    TOWN = "town"  # a place in characters directly before it: 緑丘中
    BRAND = "brand"  # a proper noun that is no place: サムスン電子


class Head(Entry):
    """Words that end names.

    not_after: words directly before them that make no name (同省). not_before: words directly after (電子|版).
    after_person: whether a person's full name may stand in front (アントニオ・マルケス財団).
    after_name: whether a name that the lexicon has may (日産|労組).
    after_surname, after_middle: whether a surname alone may (宮之上|小), a word from the middle of names (中央|小).
    after_country: whether a country alone before them makes a name (ギリシャ議会, but not 米国ニュース).
    after_host: whether 在 and the country where it is belong to the name (在インド日本|大使館).
    again: whether it names by itself what the article has with its country (中国商務部 … |商務部).
    """

    forms: tuple[str, ...] = Field(min_length=1)
    needs: Needs
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after_country: bool = False
    after_host: bool = False
    after_person: bool = False
    after_name: bool = False
    after_surname: bool = False
    after_middle: bool = False
    again: bool = False
    example: str = Field(min_length=4)
    counter: str = Field(min_length=4)


class OrganizationWords(Entry):
    """A list of words with one use. example: a text with {} in the place of each."""

    forms: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=2)


_WORDS = tuple[OrganizationWords, ...]


class Organizations(Entry):
    """All that is known of organisations."""

    kinds_of_name: tuple[OrganizationKind, ...]
    fields: tuple[FieldOfNews, ...]
    names: tuple[OrganizationName, ...]
    heads: tuple[Head, ...]
    institutional: tuple[OrganizationWords, ...]
    trimmed: tuple[OrganizationWords, ...]
    own: tuple[OrganizationWords, ...]
    same: tuple[OrganizationWords, ...]
    kinds: tuple[OrganizationWords, ...]
    firms: tuple[OrganizationWords, ...]
    advisers: tuple[OrganizationWords, ...]
    no_brands: tuple[OrganizationWords, ...]
    introduced: tuple[OrganizationWords, ...]
    party_kinds: tuple[OrganizationWords, ...]
    of_parties: tuple[OrganizationWords, ...]
    demands: tuple[OrganizationWords, ...]
    joined: tuple[OrganizationWords, ...]
    group_endings: tuple[OrganizationWords, ...]
    shops: tuple[OrganizationWords, ...]
    of_shops: tuple[OrganizationWords, ...]
    middles: tuple[OrganizationWords, ...]
    such: tuple[OrganizationWords, ...]
    seated: tuple[OrganizationWords, ...]
    addresses: tuple[OrganizationWords, ...]
    headed: tuple[OrganizationWords, ...]
    schools: tuple[OrganizationWords, ...]
    players: tuple[OrganizationWords, ...]
    teachers: tuple[OrganizationWords, ...]
    of_schools: tuple[OrganizationWords, ...]
    hiragana_heads: tuple[OrganizationWords, ...]
    after: tuple[OrganizationWords, ...]
    legal: tuple[OrganizationWords, ...]
    towns: tuple[OrganizationWords, ...]
    leagues: tuple[OrganizationWords, ...]
    cited: tuple[OrganizationWords, ...]
    roles: tuple[OrganizationWords, ...]
    latin: tuple[OrganizationWords, ...]
    datelines: tuple[OrganizationWords, ...]
    suffixes: tuple[OrganizationWords, ...]
    particles: tuple[OrganizationWords, ...]
    places: tuple[OrganizationWords, ...]
    platforms: tuple[OrganizationWords, ...]
    acting: tuple[OrganizationWords, ...]
    venues: tuple[OrganizationWords, ...]
    quakes: tuple[OrganizationWords, ...]

    @cached_property
    def index(self) -> FormIndex[OrganizationName]:
        """From every form to its organisation."""
        return FormIndex((form, entry) for entry in self.names for form in entry.all_forms)

    def fields_of(self, text: str) -> tuple[str, ...]:
        """Return the ids of the fields that ``text`` is of."""
        return tuple(f.id for f in self.fields if sum(word in text for word in f.words) >= f.least)

    @cached_property
    def by_id(self) -> dict[str, OrganizationName]:
        """From id to organisation."""
        return {entry.id: entry for entry in self.names}

    @cached_property
    def head_index(self) -> FormIndex[Head]:
        """From the last word of a name to what is known of it."""
        return FormIndex((form, head) for head in self.heads for form in head.forms)

    @cached_property
    def institutional_forms(self) -> frozenset[str]:
        """Words that make an institution of what follows."""
        return _all(self.institutional)

    @cached_property
    def trimmed_forms(self) -> frozenset[str]:
        """Words before a name that are no part of it."""
        return _all(self.trimmed)

    @cached_property
    def town_forms(self) -> frozenset[str]:
        """Words that end the name of a town before an institution in it."""
        return _all(self.towns)

    @cached_property
    def league_index(self) -> FormIndex[str]:
        """Leagues before the name of a team."""
        return FormIndex((form, form) for form in _all(self.leagues))

    @cached_property
    def cited_forms(self) -> tuple[str, ...]:
        """What follows a medium in 『』 that is a source."""
        return tuple(sorted(_all(self.cited)))

    @cached_property
    def role_forms(self) -> tuple[str, ...]:
        """Roles that someone has in an organisation: 最高経営責任者."""
        return tuple(sorted(_all(self.roles)))

    @cached_property
    def latin_forms(self) -> frozenset[str]:
        """Words in Latin letters that names of organisations contain."""
        return _all(self.latin)

    @cached_property
    def dateline_index(self) -> FormIndex[str]:
        """Agencies at the end of a dateline."""
        return FormIndex((form, form) for form in _all(self.datelines))

    @cached_property
    def suffix_forms(self) -> tuple[str, ...]:
        """What may follow a name within one word of the tokeniser."""
        return tuple(sorted(_all(self.suffixes)))

    @cached_property
    def particle_forms(self) -> frozenset[str]:
        """First letters of the particles that follow names."""
        return _all(self.particles)

    @cached_property
    def place_forms(self) -> tuple[str, ...]:
        """What follows the name of a place: 州 after タミル・ナドゥ."""
        return tuple(sorted(_all(self.places)))

    @cached_property
    def platform_forms(self) -> frozenset[str]:
        """Platforms, which are organisations only where they act."""
        return _all(self.platforms)

    @cached_property
    def acting_forms(self) -> tuple[str, ...]:
        """What follows a platform that acts."""
        return tuple(sorted(_all(self.acting)))

    @cached_property
    def venue_forms(self) -> tuple[str, ...]:
        """What makes a venue of the name of a firm: ドーム."""
        return tuple(sorted(_all(self.venues)))

    @cached_property
    def quake_forms(self) -> tuple[str, ...]:
        """By what a report on an earthquake is known."""
        return tuple(sorted(_all(self.quakes)))

    @cached_property
    def same_forms(self) -> tuple[str, ...]:
        """What stands before a word for an organisation that was named before."""
        return tuple(sorted(_all(self.same)))

    @cached_property
    def own_forms(self) -> frozenset[str]:
        """Countries that are part of whatever name follows."""
        return _all(self.own)

    @cached_property
    def kind_index(self) -> FormIndex[str]:
        """Words for kinds of organisation that stand before a name."""
        return FormIndex((form, form) for form in _all(self.kinds))

    @cached_property
    def firm_forms(self) -> tuple[str, ...]:
        """How kinds of firms end behind which two common words in katakana are a name: 投資会社."""
        return tuple(sorted(_all(self.firms)))

    @cached_property
    def adviser_forms(self) -> tuple[str, ...]:
        """How kinds of firms end that make nothing, so that what の joins to them is no product: 調査会社."""
        return tuple(sorted(_all(self.advisers)))

    @cached_property
    def no_brand_forms(self) -> tuple[str, ...]:
        """How such words end where they are no name."""
        return tuple(sorted(_all(self.no_brands)))

    @cached_property
    def party_kind_forms(self) -> tuple[str, ...]:
        """What stands before the name of a party in 「」."""
        return tuple(sorted(_all(self.party_kinds)))

    @cached_property
    def of_party_forms(self) -> tuple[str, ...]:
        """What follows the name of a party in 「」."""
        return tuple(sorted(_all(self.of_parties)))

    @cached_property
    def demand_forms(self) -> tuple[str, ...]:
        """What follows a demand of a party in 「」."""
        return tuple(sorted(_all(self.demands)))

    @cached_property
    def introduced_forms(self) -> tuple[str, ...]:
        """What stands before the name of a group or business in 「」."""
        return tuple(sorted(_all(self.introduced)))

    @cached_property
    def middle_forms(self) -> frozenset[str]:
        """What stands between a place and the last character of a school or a police station."""
        return _all(self.middles)

    @cached_property
    def joined_forms(self) -> tuple[str, ...]:
        """What stands before a name in 「」 that ends as names of groups do: 市民団体の."""
        return tuple(sorted(_all(self.joined)))

    @cached_property
    def group_ending_forms(self) -> tuple[str, ...]:
        """How names of groups end: ネット."""
        return tuple(sorted(_all(self.group_endings)))

    @cached_property
    def shop_forms(self) -> tuple[str, ...]:
        """How names of shops in 「」 begin: カフェ."""
        return tuple(sorted(_all(self.shops)))

    @cached_property
    def of_shop_forms(self) -> tuple[str, ...]:
        """What follows the name of a shop in 「」: では."""
        return tuple(sorted(_all(self.of_shops)))

    @cached_property
    def teacher_forms(self) -> tuple[str, ...]:
        """What somebody is at a university: 教授."""
        return tuple(sorted(_all(self.teachers)))

    @cached_property
    def such_forms(self) -> tuple[str, ...]:
        """What follows the name of a group or business in 「」."""
        return tuple(sorted(_all(self.such)))

    @cached_property
    def seated_forms(self) -> tuple[str, ...]:
        """What stands first in the brackets behind the name of a firm."""
        return tuple(sorted(_all(self.seated)))

    @cached_property
    def address_forms(self) -> tuple[str, ...]:
        """What ends an address in brackets."""
        return tuple(sorted(_all(self.addresses)))

    @cached_property
    def headed_forms(self) -> tuple[str, ...]:
        """What someone is who is at the head of an organisation."""
        return tuple(sorted(_all(self.headed)))

    @cached_property
    def school_forms(self) -> tuple[str, ...]:
        """How names of schools end."""
        return tuple(sorted(_all(self.schools)))

    @cached_property
    def hiragana_head_forms(self) -> frozenset[str]:
        """Words in names of firms alone, before which a word in hiragana makes a name."""
        return _all(self.hiragana_heads)

    @cached_property
    def of_school_forms(self) -> tuple[str, ...]:
        """What follows the name of a school and is no part of it: 出身."""
        return tuple(sorted(_all(self.of_schools)))

    @cached_property
    def player_forms(self) -> tuple[str, ...]:
        """What somebody is in a team: 投手."""
        return tuple(sorted(_all(self.players)))

    @cached_property
    def after_forms(self) -> tuple[str, ...]:
        """Words that follow a name and are no part of it."""
        return tuple(sorted(_all(self.after)))

    @cached_property
    def legal_forms(self) -> tuple[str, ...]:
        """Legal forms, the longest first."""
        return tuple(sorted(_all(self.legal), key=lambda form: (-len(form), form)))


def _all(words: Iterable[OrganizationWords]) -> frozenset[str]:
    return frozenset(form for entry in words for form in entry.forms)


@cache
def load_organizations() -> Organizations:
    """Read and check the data files. Raises LexiconError with file, entry and reason."""
    of_words = [name for name, field in Organizations.model_fields.items() if field.annotation == _WORDS]
    words = {name: read_toml(PATTERNS, name, OrganizationWords) for name in of_words}
    organizations = Organizations(
        kinds_of_name=read_toml(NAMES, "kind", OrganizationKind),
        fields=read_toml(NAMES, "field", FieldOfNews),
        names=read_toml(NAMES, "organization", OrganizationName),
        heads=read_toml(PATTERNS, "head", Head),
        **words,
    )
    kinds = {kind.id for kind in organizations.kinds_of_name}
    for entry in organizations.names:
        if entry.kind not in kinds:
            raise LexiconError(f"{NAMES}: {entry.name}: kind {entry.kind!r} is not described")
    return organizations
