"""The hand-written annotation of a folder of articles: who is who over all of them, and which statements are copies."""

import hashlib
import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from extractor.errors import GoldError
from extractor.evaluation.annotation import Entry, Words, first_reason
from extractor.records import EntityType


class NamedThing(Entry):
    """One thing over all articles. names: by article (its file without the ending), every form that names it there."""

    key: Words
    type: EntityType
    names: Annotated[dict[str, Annotated[tuple[Words, ...], Field(min_length=1)]], Field(min_length=1)]


class GoldStatement(Entry):
    """A statement by its article and its words."""

    article: Words
    content: Words


class GoldCopies(Entry):
    """Statements that are one another's copies, in whatever words."""

    statements: Annotated[tuple[GoldStatement, ...], Field(min_length=2)]


class RegistryGold(Entry):
    """All of the annotation. sha256: digest of its file."""

    entity: tuple[NamedThing, ...]
    copies: tuple[GoldCopies, ...]
    sha256: str = ""


def load_registry_gold(path: Path) -> RegistryGold:
    """Read the annotation. Raises GoldError, which names the file, where it cannot be read or is malformed."""
    try:
        raw = path.read_bytes()
        table = tomllib.loads(raw.decode("utf-8"))
        return RegistryGold.model_validate(table | {"sha256": hashlib.sha256(raw).hexdigest()})
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror})") from error
    except ValidationError as error:
        raise GoldError(f"{path}: {first_reason(error)}") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise GoldError(f"{path}: not TOML in UTF-8: {error}") from error
