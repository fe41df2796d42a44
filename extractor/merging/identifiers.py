"""Ids of entries and groups: external ones where there are, else digests of what does not change from run to run."""

import hashlib
from collections.abc import Sequence

_DIGITS = 12


def digest(kind: str, *facts: str) -> str:
    """Return an id such as person:5f2a9c1e77b0, the same for the same facts on every machine."""
    key = "\0".join((kind, *facts)).encode("utf-8", "surrogatepass")
    return f"{kind}:{hashlib.sha256(key).hexdigest()[:_DIGITS]}"


class Identifiers:
    """Gives every entry an id of its own. Entries must come in the order of their first article.

    The first bearer of a full name has an id by the name alone, so that a namesake who comes later changes nothing.
    """

    def __init__(self) -> None:
        """Begin with none taken."""
        self.taken: set[str] = set()

    def give(self, kind: str, name: str, facts: Sequence[Sequence[str]]) -> str:
        """Return the id by the name and the first of ``facts`` that make it one of its own.

        facts: what tells namesakes apart, from what changes least to what is always different.
        """
        for fact in facts:
            made = digest(kind, name, *fact)
            if made not in self.taken:
                break
        self.taken.add(made)
        return made
