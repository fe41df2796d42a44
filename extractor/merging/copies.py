"""Statements of several articles in the same words or nearly so: an agency's story as the papers print it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from extractor.merging.candidates import alike
from extractor.merging.differences import differences
from extractor.merging.entries import Group
from extractor.merging.gathering import Gathered, Said
from extractor.merging.identifiers import digest
from extractor.merging.names import fold_name
from extractor.merging.registry import Copies, Publication
from extractor.merging.wording import containment, jaccard, shingles, wording

LIKE = 0.4  #: Jaccard index of the trigrams from which two wordings are nearly the same
CONTAINED = 0.9  #: share of a wording's trigrams from which it is a part of another
SHORT = 12  #: letters; shorter ones are said by many: 再発防止に努める
LEAST = 4  #: letters; shorter ones are not compared
_PART = 15  # letters that a part has at least


Place = tuple[int, int]  # rank of the article, index of the statement


class Likeness(NamedTuple):
    """The rule by which two wordings are alike, and their Jaccard index."""

    by: str
    likeness: float


def compare(first: str, other: str) -> Likeness | None:
    """Return how alike two wordings are, None where they are not."""
    if first == other:
        return Likeness("same-words", 1.0)
    if min(len(first), len(other)) < SHORT:
        return None
    one, two = shingles(first), shingles(other)
    index = round(jaccard(one, two), 4)
    if index >= LIKE:
        return Likeness("near-words", index)
    if min(len(first), len(other)) >= _PART and containment(one, two) >= CONTAINED:
        return Likeness("part-of", index)
    return None


def find_copies(gathered: Gathered, rank: Sequence[int], group_of: Mapping[int, Group]) -> list[Copies]:
    """Return the groups of statements that are alike and stand in two articles or more, the largest first.

    In each all are compared with the first, so that a chain of small changes does not make one of two stories.
    rank: place of each article in the order of publication. group_of: from sighting to who it is.
    """

    def place(index: int) -> Place:
        return rank[gathered.said[index].article], index

    by_wording: dict[str, list[int]] = {}
    for index in sorted(range(len(gathered.said)), key=place):
        words = wording(gathered.said[index].text)
        if len(words) >= LEAST:
            by_wording.setdefault(words, []).append(index)
    speakers = _Speakers(gathered, group_of)
    found = [
        _copies(members, gathered, speakers)
        for cluster in _clusters(list(by_wording))
        for members in _led(cluster, by_wording, speakers, place)
        if len({gathered.said[index].article for index, _ in members}) > 1
    ]
    return sorted(found, key=lambda copies: (-len(copies.publications), copies.id))


def _clusters(wordings: Sequence[str]) -> Iterator[list[str]]:
    """Yield wordings that hang together, each in the order in which they first come: disjoint sets, merged by pairs."""
    leader = list(range(len(wordings)))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for one, other in alike(wordings):
        root, other_root = sorted((find(one), find(other)))
        if root != other_root and compare(wordings[one], wordings[other]):
            leader[other_root] = root
    clusters: dict[int, list[str]] = {}
    for index, words in enumerate(wordings):
        clusters.setdefault(find(index), []).append(words)
    yield from clusters.values()


Led = list[tuple[int, Likeness]]


def _led(
    cluster: Sequence[str], by_wording: Mapping[str, list[int]], speakers: "_Speakers", place: Callable[[int], Place]
) -> Iterator[Led]:
    """Yield groups of a cluster: the first statement and those like it, then the first of the others …"""
    if len(cluster[0]) < SHORT:  # which is alone in its cluster
        yield from speakers.divide(by_wording[cluster[0]])
        return
    left = sorted(((words, i) for words in cluster for i in by_wording[words]), key=lambda each: place(each[1]))
    while left:
        (words, first), *others = left
        taken: Led = [(first, Likeness("first", 1.0))]
        left = []
        for other, index in others:
            likeness = compare(words, other)
            if likeness and speakers.may_be_one(first, index):
                taken.append((index, likeness))
            else:
                left.append((other, index))
        yield taken


class _Speakers:
    """Who makes each statement."""

    def __init__(self, gathered: Gathered, group_of: Mapping[int, Group]) -> None:
        self.gathered = gathered
        self.group_of = group_of

    def of(self, said: Said) -> list[Group]:
        """Return the entries behind the speakers of a statement."""
        return [self.group_of[self.gathered.index_of(said.article, speaker)] for speaker in said.speakers]

    def may_be_one(self, first: int, other: int) -> bool:
        """Whether two statements in like words may be one: they are not plainly made by different speakers.

        Two entries whose names are parts of one another may be one person whom the registry keeps apart.
        """
        one, two = (self.of(self.gathered.said[index]) for index in (first, other))
        if not one or not two or {group.id for group in one} & {group.id for group in two}:
            return True
        names, others = ({fold_name(group.name) for group in groups} for groups in (one, two))
        return any(name in long or long in name for name in names for long in others)

    def divide(self, members: Iterable[int]) -> Iterator[Led]:
        """Yield statements in the same short words by who makes them, without those of which it is not known."""
        by_speaker: dict[str, Led] = {}
        for index in members:
            for group in self.of(self.gathered.said[index])[:1]:
                led = by_speaker.setdefault(group.id, [])
                led.append((index, Likeness("same-words" if led else "first", 1.0)))
        yield from by_speaker.values()


def _copies(members: Led, gathered: Gathered, speakers: _Speakers) -> Copies:
    first = gathered.said[members[0][0]]
    publications = tuple(
        _publication(gathered.said[index], first, likeness, gathered, speakers) for index, likeness in members
    )
    dates = [publication.published for publication in publications]
    return Copies(
        id=digest("copies", gathered.articles[first.article].id, first.statement),
        first_is_sure=None not in dates and dates[0] != dates[1],
        publications=publications,
    )


def _publication(said: Said, first: Said, likeness: Likeness, gathered: Gathered, speakers: _Speakers) -> Publication:
    article = gathered.articles[said.article]
    return Publication(
        article=article.id,
        statement=said.statement,
        speakers=tuple(group.id for group in speakers.of(said)),
        publisher=article.publisher,
        published=article.published,
        path=article.path,
        start=said.start,
        end=said.end,
        text=said.text,
        by=likeness.by,
        likeness=likeness.likeness,
        differences=tuple(differences(first.text, said.text)),
    )
