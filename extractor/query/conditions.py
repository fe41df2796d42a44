"""What a query asks of a statement, checked before any file is opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from extractor.errors import QueryError
from extractor.query.spelling import spellings
from extractor.query.stretch import first_day, last_day
from extractor.query.wanted import Wanted, find_wanted
from extractor.records import Act, Form, StanceValue


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """All of these must hold; of several values for one, any. What is left out is not asked for.

    who, addressee: a speaker, or to whom it is said, by name or id; every spelling of a name finds the others, 米国
    finds アメリカ, プーチン finds ウラジーミル・プーチン. about: the same for what it is about, and ids of topics.
    since, until: 2025, 2025-08 or 2025-08-17, both inclusive, compared with when it was said, or with the article's
    publication where the text does not tell; a month or year that was told overlaps. act, form: as in records. stance:
    towards what it is about. text: words in what is said, in any spelling. min_confidence: 0 to 1.
    Raises QueryError for dates that are none, and for values that records do not have.
    """

    who: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    act: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    text: str | None = None
    min_confidence: float | None = None

    def __post_init__(self) -> None:
        """Check the values."""
        for name, known in (("act", Act), ("form", Form), ("stance", StanceValue)):
            _check(name, getattr(self, name), known)
        for name in ("who", "addressee", "about"):
            if isinstance(getattr(self, name), str):
                raise QueryError(f"{name} {getattr(self, name)!r}: give several names, or one in a tuple")
        first, last = self.first_day, self.last_day
        if first and last and first > last:
            raise QueryError(f"no day is both since {self.since} and until {self.until}")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise QueryError(f"min_confidence {self.min_confidence:g}: confidence goes from 0 to 1")

    @property
    def first_day(self) -> date | None:
        """The first day asked for."""
        return first_day(self.since) if self.since else None

    @property
    def last_day(self) -> date | None:
        """The last day asked for."""
        return last_day(self.until) if self.until else None

    def as_parameters(self) -> dict[str, Any]:
        """Return the values of the named parameters in ``statements.sql``; null where nothing is asked."""
        return {
            "who": _parameter(find_wanted(self.who)),
            "addressee": _parameter(find_wanted(self.addressee)),
            "about": _parameter(find_wanted(self.about)),
            "since": self.first_day,
            "until": self.last_day,
            "act": list(self.act) or None,
            "form": list(self.form) or None,
            "stance": list(self.stance) or None,
            "text": spellings(self.text) if self.text else None,
            "min_confidence": self.min_confidence,
        }


def _parameter(wanted: Wanted | None) -> dict[str, Any] | None:
    return wanted.as_parameter() if wanted else None


def _check(name: str, values: Iterable[str], known: type[StrEnum]) -> None:
    names = [str(each) for each in known]
    for value in (values,) if isinstance(values, str) else values:
        if value not in names:
            raise QueryError(f"{name} {value!r}: not known; use {', '.join(names)}")
