"""The words of the page itself, in each of its languages: ``strings.toml``."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class Language(StrEnum):
    """What the page's own words can be in."""

    JAPANESE = "ja"
    ENGLISH = "en"


@cache
def load_words() -> MappingProxyType[str, MappingProxyType[str, str]]:
    """Return by language what each key says; both languages have the same keys."""
    text = files("extractor.report").joinpath("strings.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    return MappingProxyType(
        {str(language): MappingProxyType({key: said[language] for key, said in rows.items()}) for language in Language}
    )
