"""Which countries, organisations and provisions of different articles are one: by id, by list, by name.

Every key is the same in every run: it is made of the id or the name alone.
"""

from collections.abc import Mapping
from typing import NamedTuple

from extractor.lexicon.organizations import load_organizations
from extractor.merging.gathering import Seen
from extractor.merging.names import body_name, is_relative
from extractor.records import EntityType


class Placed(NamedTuple):
    """Where something belongs.

    key: what sightings of one thing share. by: the rule that says so. apart: the rule that keeps it from namesakes.
    """

    key: str
    by: str
    apart: str | None = None


def place_body(seen: Seen, article: str, abbreviations: Mapping[str, set[str]]) -> Placed:
    """Return where an entity that is no person belongs.

    article: id of the article. abbreviations: folded short form → names that articles set beside it.
    One with several names is left as it is.

    日銀, listed as 日本銀行 → organization:日本銀行, listed-name; 株式会社みなと → organization:みなと, same-name
    """
    if seen.id:
        return Placed(seen.id, "same-id")
    if seen.type is not EntityType.ORGANIZATION:
        return Placed(f"{seen.type}:{seen.name}", "same-name")
    name = body_name(seen.name)
    if is_relative(name):
        return Placed(f"{seen.type}:{name}:{article}:{seen.entity}", "first", apart="name-of-many-bodies")
    if placed := _listed(name):
        return placed
    long = abbreviations.get(name, ())
    if len(long) == 1:
        (full,) = long
        return _listed(full, by="defined-abbreviation") or Placed(f"{seen.type}:{full}", "defined-abbreviation")
    if len(long) > 1:
        return Placed(f"{seen.type}:{name}", "same-name", apart="abbreviation-of-several")
    return Placed(f"{seen.type}:{name}", "same-name" if name == seen.name else "same-name-but-legal-form")


def _listed(name: str, by: str = "listed-name") -> Placed | None:
    """Where the lexicon has the name among those of one organisation."""
    entry = load_organizations().index.get(name)
    if entry is None or name in entry.only_in:
        return None
    return Placed(f"wikidata:{entry.wikidata}" if entry.wikidata else f"{EntityType.ORGANIZATION}:{entry.name}", by)
