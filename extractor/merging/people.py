"""Which persons of different articles are one: full names first, then surnames among the bearers that are known.

Sightings come in the order of publication, so that a later article changes nothing about the ones before it, unless
it brings the full name to a surname.
"""

from collections.abc import Iterable, Sequence, Set

from extractor.merging.bearers import Bearer, Facts
from extractor.merging.evidence import Verdict, weigh_full_name, weigh_surname
from extractor.merging.names import full_key
from extractor.merging.namesakes import Namesakes

SEVERAL = "several-bearers"  #: the rule that keeps apart what may be two
MOST_APART = 5  #: bearers of a name that are listed as kept apart from another


def merge_people(sightings: Sequence[tuple[int, Facts]]) -> list[Bearer]:
    """Return the persons behind sightings (index, facts), which come in the order of publication."""
    people = _People()
    for index, facts in sightings:
        if facts.full:
            people.add_full_name(index, facts)
    surnames = [each for each in sightings if not each[1].full]
    people.index_surnames({name for _, facts in surnames for name in facts.short})
    for has_office in (True, False):  # a surname with an office says more: it goes first
        for index, facts in surnames:
            if (facts.office is not None) is has_office:
                people.add_surname(index, facts)
    return people.bearers


class _People:
    """Who is found so far, and where each is looked up. Sightings with a full name come first, surnames alone after."""

    def __init__(self) -> None:
        self.bearers: list[Bearer] = []
        self.by_full: dict[str, list[Bearer]] = {}
        self.by_surname: dict[str, Namesakes] = {}

    def add_full_name(self, index: int, facts: Facts) -> None:
        """Give the sighting ``index`` to a bearer of its full name whom the facts fit best, or to a new one."""
        namesakes = self.by_full.setdefault(full_key(facts.full or ""), [])
        verdicts = [(bearer, weigh_full_name(facts, bearer)) for bearer in namesakes]
        bearer, rule = _choose(verdicts)
        if bearer is None:
            bearer = self._new(facts, _without(verdicts, rule))
            namesakes.append(bearer)
        bearer.add(index, facts, rule)

    def index_surnames(self, wanted: Set[str]) -> None:
        """Look nobody up by a surname that no sighting has."""
        self.by_surname = {name: Namesakes() for name in wanted}
        for number, bearer in enumerate(self.bearers):
            self._index(bearer, number)

    def add_surname(self, index: int, facts: Facts) -> None:
        """Give the sighting ``index`` to the one bearer of its surname whom the facts fit, or to a new one."""
        verdicts = [(bearer, weigh_surname(facts, bearer)) for bearer in self._candidates(facts)]
        bearer, rule = _choose(verdicts)
        if bearer is None and (only := _only_bearer(facts, verdicts)):
            bearer, rule = only, "only-bearer-of-surname"
        if bearer:
            bearer.add(index, facts, rule)
            for name in bearer.surnames():
                if name in self.by_surname:
                    self.by_surname[name].learn(bearer, facts)
            return
        bearer = self._new(facts, _without(verdicts, rule))
        bearer.add(index, facts, rule)
        if rule != SEVERAL and (facts.office or facts.body):  # of the others nothing can be told later
            self._index(bearer, len(self.bearers))

    def _candidates(self, facts: Facts) -> list[Bearer]:
        groups = (self.by_surname[name].like(facts, MOST_APART) for name in facts.short)
        return list(dict.fromkeys(bearer for group in groups for bearer in group))

    def _new(self, facts: Facts, apart: list[tuple[Bearer, str]]) -> Bearer:
        bearer = Bearer(facts.full, apart=apart)
        self.bearers.append(bearer)
        return bearer

    def _index(self, bearer: Bearer, number: int) -> None:
        for name in bearer.surnames():
            if name in self.by_surname:
                self.by_surname[name].add(bearer, number)


def _choose(verdicts: Iterable[tuple[Bearer, Verdict]]) -> tuple[Bearer | None, str]:
    """Return the bearer for whom the strongest rule speaks, and the rule; none where it speaks for several.

    One whose full name is known goes before those of whom the articles have the surname alone.
    """
    joining = [(verdict.rank, bearer, verdict.rule) for bearer, verdict in verdicts if verdict.joins]
    if not joining:
        return None, "first"
    rank = min(each[0] for each in joining)
    best = [each for each in joining if each[0] == rank]
    best = [each for each in best if each[1].full] or best
    return (best[0][1], best[0][2]) if len(best) == 1 else (None, SEVERAL)


def _only_bearer(facts: Facts, verdicts: Sequence[tuple[Bearer, Verdict]]) -> Bearer | None:
    """The one bearer there is of a surname in katakana, which few share: トランプ氏."""
    if len(verdicts) != 1:
        return None
    (bearer, verdict), office = verdicts[0], facts.office
    is_open = verdict.rule == "surname-alone" or (
        verdict.rule == "other-role" and office is not None and office.field in {None, *bearer.fields}
    )
    return bearer if is_open and bearer.is_katakana else None


def _without(verdicts: Sequence[tuple[Bearer, Verdict]], rule: str) -> list[tuple[Bearer, str]]:
    """What is said of those that were not chosen; those that might have been come first."""
    ordered = sorted(verdicts, key=lambda each: not each[1].joins)
    return [(bearer, rule if verdict.joins else verdict.rule) for bearer, verdict in ordered[:MOST_APART]]
