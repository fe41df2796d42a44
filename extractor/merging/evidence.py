"""The rules by which a sighting of a name is taken for a person who is known already, or kept apart.

Namesakes are told apart by role, affiliation, seat and company (who and what else is named in the same articles).
Rules are tried in the order in which they stand; the first that applies decides.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from extractor.lexicon.offices import FieldOfLife, Reach
from extractor.merging.bearers import Bearer, Facts
from extractor.merging.titles import is_same_office

_HOUSED = {FieldOfLife.BUSINESS, FieldOfLife.ACADEMIA}  # where an office is one of a firm or a school


class Verdict(NamedTuple):
    """rank: the lower, the stronger; only among those that join."""

    joins: bool
    rule: str
    rank: int = 0


Rule = Callable[[Facts, Bearer], bool]


def _same_office(facts: Facts, bearer: Bearer) -> bool:
    return bearer.holds(facts.office)


def _same_body(facts: Facts, bearer: Bearer) -> bool:
    return facts.body in bearer.bodies


def _same_seat(facts: Facts, bearer: Bearer) -> bool:
    return facts.seat in bearer.seats


def _other_seat(facts: Facts, bearer: Bearer) -> bool:
    return facts.seat is not None and bool(bearer.seats) and not _same_seat(facts, bearer)


def _other_body(facts: Facts, bearer: Bearer) -> bool:
    """Two countries, or two organisations; a country and an organisation in it may be one man's."""
    if facts.body is None or _same_body(facts, bearer):
        return False
    of_a_state = facts.body.startswith("iso3166:")
    return any(body.startswith("iso3166:") is of_a_state for body in bearer.bodies)


def _has_company(facts: Facts, bearer: Bearer) -> bool:
    return not facts.company.isdisjoint(bearer.company)


def _other_accused(facts: Facts, bearer: Bearer) -> bool:
    """One is accused of a crime, and the other holds an office."""
    if facts.accused == bearer.accused or _same_office(facts, bearer):
        return False
    return bool(bearer.offices) if facts.accused else facts.office is not None


def _only_one_accused(facts: Facts, bearer: Bearer) -> bool:
    """As above, but of a surname: whoever has an office may be accused in one article and not in another."""
    if facts.accused:
        return not bearer.accused
    return bearer.accused and not bearer.offices


def _other_field(facts: Facts, bearer: Bearer) -> bool:
    known = facts.office.field if facts.office else None
    return known is not None and bool(bearer.fields) and known not in bearer.fields


def _other_house(facts: Facts, bearer: Bearer) -> bool:
    """An officer of a firm or a school, where each is named among firms and schools of their own."""
    if facts.office is None or facts.office.field not in _HOUSED:
        return False
    return bool(facts.house) and bool(bearer.house) and facts.house.isdisjoint(bearer.house)


def _of_one_state(facts: Facts, bearer: Bearer) -> bool:
    """An office that a state or a body has once; also by its last part alone: 長官 where somebody is 官房長官."""
    office = facts.office
    return office is not None and any(
        Reach.ONE in (office.reach, own.reach) and is_same_office(office, own) for own in bearer.offices.values()
    )


def _local_paper(facts: Facts, bearer: Bearer) -> bool:
    """A paper that calls somebody 高橋市長, and says no more, means the one of whom it wrote before."""
    is_local = facts.office is not None and facts.office.reach is Reach.LOCAL
    return is_local and facts.publisher in bearer.publishers and _same_office(facts, bearer)


def _may_share_an_office(facts: Facts, bearer: Bearer) -> bool:
    return facts.office is None or not bearer.fields or facts.office.field in bearer.fields


#: Rules on two sightings of one full name: (name, whether it joins, when).
FULL_NAME: tuple[tuple[str, bool, Rule], ...] = (
    ("same-full-name-and-affiliation", True, _same_body),
    ("other-place", False, _other_seat),
    ("same-full-name-and-company", True, _has_company),
    ("one-is-accused", False, _other_accused),
    ("other-field", False, _other_field),
    ("other-affiliation", False, lambda facts, bearer: _other_body(facts, bearer) and not _same_office(facts, bearer)),
    ("other-house", False, _other_house),
    ("same-full-name-and-role", True, _same_office),
)

#: Rules on a surname, of which there are many bearers; in the order of their strength.
SURNAME: tuple[tuple[str, bool, Rule], ...] = (
    ("one-is-accused", False, _only_one_accused),
    ("other-place", False, _other_seat),
    ("other-affiliation", False, _other_body),
    ("surname-role-and-affiliation", True, lambda f, b: _same_body(f, b) and _same_office(f, b)),
    ("surname-role-and-place", True, lambda f, b: _same_seat(f, b) and _same_office(f, b)),
    ("surname-and-role", True, _of_one_state),
    ("surname-role-and-company", True, lambda f, b: _has_company(f, b) and _same_office(f, b)),
    ("surname-role-and-publisher", True, _local_paper),
    (
        "surname-and-affiliation",
        True,
        lambda f, b: _same_body(f, b) and not str(f.body).startswith("iso3166:") and _may_share_an_office(f, b),
    ),
    ("other-field", False, _other_field),
    ("other-house", False, _other_house),
    ("surname-and-company", True, lambda f, b: len(f.company & b.company) > 1 and _may_share_an_office(f, b)),
)


def weigh_full_name(facts: Facts, bearer: Bearer) -> Verdict:
    """Return whether a sighting with the full name is the bearer: it is, unless something speaks against it."""
    return _first(FULL_NAME, facts, bearer) or Verdict(joins=True, rule="same-full-name", rank=len(FULL_NAME))


def weigh_surname(facts: Facts, bearer: Bearer) -> Verdict:
    """Return whether a sighting with the surname is the bearer: it is not, unless something speaks for it."""
    if verdict := _first(SURNAME, facts, bearer):
        return verdict
    if facts.office and bearer.offices:
        return Verdict(joins=False, rule="role-of-many" if _same_office(facts, bearer) else "other-role")
    return Verdict(joins=False, rule="surname-alone")


def _first(rules: Sequence[tuple[str, bool, Rule]], facts: Facts, bearer: Bearer) -> Verdict | None:
    for rank, (name, joins, applies) in enumerate(rules):
        if applies(facts, bearer):
            return Verdict(joins, name, rank)
    return None
