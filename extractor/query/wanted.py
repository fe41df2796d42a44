"""Who or what is asked for: a name in every spelling, and the ids that it stands for.

米国 stands for ``iso:US``, so that アメリカ is found too; NATO第5条 for the provision ``nato:5``, however it is cited.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from extractor.folding import fold
from extractor.lexicon.countries import NameKind, load_countries
from extractor.lexicon.organizations import load_organizations
from extractor.lexicon.provisions import load_laws
from extractor.lexicon.topics import load_topics
from extractor.naming.provisions import find_provisions
from extractor.query.spelling import plain, spellings

_ISO, _WIKIDATA, _PROVISION = "iso:", "wikidata:", "provision:"
_PROVISION_ID = re.compile(r"[^\s:]+:[0-9]+")
_PARTS = r"[・･＝=\s]"  # between the parts of a name: ウラジーミル・プーチン


@dataclass(frozen=True)
class Wanted:
    """What is asked for. An entity is it where one of these fits.

    pattern: a regular expression for a whole name, None where only ids are given. iso, wikidata, provision: ids of
    entities. topic: ids of topics.
    """

    pattern: str | None
    iso: tuple[str, ...]
    wikidata: tuple[str, ...]
    provision: tuple[str, ...]
    topic: tuple[str, ...]

    def as_parameter(self) -> dict[str, Any]:
        """Return it as DuckDB takes a structure."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def find_wanted(words: Iterable[str]) -> Wanted | None:
    """Return what any of ``words`` asks for, None where there are none.

    Each is an id (``iso:RU``, ``wikidata:Q7184``, ``nato:5``, ``nato-article-5``) or a name. A name also finds longer
    ones that it is a part of: プーチン finds ウラジーミル・プーチン, not プーチンスキー.
    """
    words = [word.strip() for word in words if word.strip()]
    if not words:
        return None
    found: dict[str, list[str]] = {_ISO: [], _WIKIDATA: [], _PROVISION: []}
    for word in words:
        for id_ in _ids(word):
            kind, _, rest = id_.partition(":")
            found[f"{kind}:"].append(rest)
    names = [spellings(word) for word in words if not word.startswith((_ISO, _WIKIDATA, _PROVISION))]
    return Wanted(
        pattern=rf"(?s)(?:.*{_PARTS})?(?:{'|'.join(names)})(?:{_PARTS}.*)?" if names else None,
        iso=tuple(found[_ISO]),
        wikidata=tuple(found[_WIKIDATA]),
        provision=tuple(found[_PROVISION]),
        topic=tuple(dict.fromkeys([*words, *(topic for word in words for topic in _topics(word))])),
    )


def _ids(word: str) -> Iterable[str]:
    """Return the ids that ``word`` is or stands for, each with its kind before it."""
    if word.startswith(_ISO):
        return [_ISO + word.removeprefix(_ISO).upper()]
    if word.startswith((_WIKIDATA, _PROVISION)):
        return [word]
    if _PROVISION_ID.fullmatch(word):
        return [_PROVISION + word]
    known = _known_names().get(plain(word))
    return filter(None, (known, _provision(word)))


def _topics(word: str) -> Iterable[str]:
    """Yield the ids of the built-in topics whose name holds ``word``: 関税  →  tariffs."""
    wanted = plain(word)
    named = ((topic, plain(topic.name), plain(topic.english)) for topic in load_topics().topics)
    return (topic.id for topic, name, english in named if wanted in name or wanted == english)


def _provision(word: str) -> str | None:
    """Return the id of the provision that ``word`` cites: 北大西洋条約第五条  →  provision:nato:5."""
    text = fold(word).text
    return next((found.link for found in find_provisions(text, load_laws()) if found.end == len(text)), None)


@cache
def _known_names() -> dict[str, str]:
    """Return the ids of countries and of organisations whose id is known, by plain name."""
    countries = load_countries()
    identified = [each for each in load_organizations().names if each.wikidata]
    ids = {plain(form): f"{_WIKIDATA}{each.wikidata}" for each in identified for form in each.all_forms}
    ids |= {plain(character): _ISO + entry.iso for character, entry in countries.by_character.items()}
    return ids | {plain(each.form): _ISO + each.iso for each in countries.names if each.kind is not NameKind.REFUSED}
