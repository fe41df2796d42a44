"""The groups of an article, indexed by name: a book names thousands of things, and looks for each again and again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from extractor.layers import MentionFound
from extractor.records import EntityType, MentionKind

_JOINT = "・"
_LONGEST_EDGE = (
    100  # characters of a name that is a part of another's; no real name is longer, but a broken file has some
)


@dataclass(eq=False)
class Group:
    """Mentions that name one thing. number: how many were made before.

    forms, roles, honorifics (what stood behind a name, as 容疑者): each once, in text order.

    While the text is read: last: where its last mention so far ends. is_topic: whether a particle of topic or subject
    follows there. is_in_story: whether it was mentioned elsewhere than in a credit or a dateline.
    """

    number: int
    label: EntityType
    link: str
    forms: dict[str, None] = field(default_factory=dict)
    mentions: list[int] = field(default_factory=list)
    roles: dict[str, None] = field(default_factory=dict)
    honorifics: dict[str, None] = field(default_factory=dict)
    last: int = 0
    is_topic: bool = False
    is_in_story: bool = False

    @property
    def fullest(self) -> str:
        """The longest name, the first of those as long."""
        return max(self.forms, key=len)


class Groups:
    """The groups of one article while they are made."""

    def __init__(self) -> None:
        """Begin without groups."""
        self.all: list[Group] = []
        self.of_mention: dict[int, Group] = {}
        self._linked: dict[tuple[EntityType, str], Group] = {}
        self._named: dict[tuple[EntityType, str], Group] = {}
        self._bearing: defaultdict[tuple[EntityType, str], list[Group]] = defaultdict(list)  # by a name
        self._edged: defaultdict[tuple[EntityType, str], list[Group]] = defaultdict(list)  # by an edge of a name
        self._lately: defaultdict[EntityType, dict[Group, None]] = defaultdict(dict)  # the one named last is the last

    def make(self, label: EntityType, link: str) -> Group:
        """Make a group and return it."""
        group = Group(len(self.all), label, link)
        self.all.append(group)
        return group

    def add(self, group: Group, index: int, mention: MentionFound, text: str) -> None:
        """Let ``group`` take in the mention ``index``, a name in ``text``."""
        group.mentions.append(index)
        self.of_mention[index] = group
        group.last = mention.end
        self._lately[group.label].pop(group, None)
        self._lately[group.label][group] = None
        self._bear(group, text[mention.start : mention.end])
        if mention.kind == MentionKind.NAME:
            group.honorifics[text[mention.end : mention.wide_end]] = None
        if mention.role_start >= 0:
            group.roles[text[mention.role_start : mention.role_end]] = None
        group.link = group.link or mention.link
        self._linked[group.label, group.link] = _later(group, self._linked.get((group.label, group.link)))

    def _bear(self, group: Group, name: str) -> None:
        if name in group.forms:
            return
        group.forms[name] = None
        self._named[group.label, name] = _later(group, self._named.get((group.label, name)))
        self._bearing[group.label, name].append(group)
        for edge in {*_edges(name), *_ends(name)}:
            self._edged[group.label, edge].append(group)

    def linked(self, label: EntityType, link: str) -> Group | None:
        """Return the group made last that has ``link``."""
        return self._linked.get((label, link))

    def named(self, label: EntityType, name: str) -> Group | None:
        """Return the group made last that bears ``name``."""
        return self._named.get((label, name))

    def alike(self, label: EntityType, name: str) -> list[Group]:
        """Return the groups one of whose names begins or ends with ``name``, or ``name`` with it, and some more.

        The one that was named last comes first.
        """
        found = {group for edge in (name, *_ends(name)) for group in self._edged.get((label, edge), ())}
        found.update(group for edge in _edges(name) for group in self._bearing.get((label, edge), ()))
        return sorted(found, key=lambda group: (-group.last, -group.number))

    def lately(self, label: EntityType) -> Iterator[Group]:
        """Yield the groups of ``label``, the one that was named last first."""
        return reversed(self._lately[label])


class Seen:
    """The groups that have been mentioned up to a place of the text."""

    def __init__(self, groups: Iterable[Group], tails: Set[str], *, longest: int) -> None:
        """groups: of the article, with all their names. tails: that will be asked for. longest: of its mentions."""
        self._longest = longest
        organizations = (group for group in groups if group.label is EntityType.ORGANIZATION)
        self._tails = {group: tails & _tails(group.forms) for group in organizations} if tails else {}
        self._lately: defaultdict[EntityType, dict[Group, None]] = defaultdict(dict)
        self._ending: dict[str, Group] = {}

    def add(self, group: Group) -> None:
        """Take note that ``group`` is mentioned here."""
        self._lately[group.label].pop(group, None)
        self._lately[group.label][group] = None
        self._ending.update(dict.fromkeys(self._tails.get(group, ()), group))

    def near(self, label: EntityType, start: int) -> Iterator[Group]:
        """Yield the groups of ``label`` that were mentioned behind the character ``start``, the last one first."""
        for group in reversed(self._lately[label]):
            if group.last >= start:
                yield group
            elif group.last < start - self._longest:  # one mention may lie within another, and so end before it
                return

    def ending(self, tail: str) -> Group | None:
        """Return the organisation mentioned last that bears a name with ``tail`` at its end: 豊沢町振興会."""
        return self._ending.get(tail)


def _later(group: Group, other: Group | None) -> Group:
    return group if other is None or other.number < group.number else other


def _edges(name: str) -> Iterator[str]:
    """Yield what ``name`` begins and ends with, itself left out."""
    for size in range(1, min(len(name), _LONGEST_EDGE + 1)):
        yield name[:size]
        yield name[-size:]


def _ends(name: str) -> Iterator[str]:
    """Yield first and last part of a name of several, as no name has them: デニス・M・ケレハー is デニス・ケレハー."""
    first, joint, rest = name.partition(_JOINT)
    if joint:
        yield f"{first}{_JOINT}{_JOINT}{rest.rpartition(_JOINT)[2]}"


def _tails(names: Iterable[str]) -> set[str]:
    """Return all that one of ``names`` ends with, nothing among it."""
    return {name[place:] for name in names for place in range(max(len(name) - _LONGEST_EDGE, 0), len(name) + 1)}
