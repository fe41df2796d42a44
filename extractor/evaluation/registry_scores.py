"""Scoring a registry: B-cubed over names in articles, and pairs of copies.

What is counted is a name in an article: 佐藤 in the one and 佐藤健一 in the other are two. B-cubed is that of Bagga and
Baldwin (1998), Algorithms for Scoring Coreference Chains.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import PurePath
from typing import NamedTuple

from extractor.evaluation.figures import Frozen, Retrieval, retrieval, weighed_retrieval
from extractor.evaluation.registry_gold import RegistryGold
from extractor.merging.registry import Registry
from extractor.merging.wording import wording
from extractor.records import ArticleRecord, EntityType, MentionKind

TYPES = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY)


class NameInArticle(NamedTuple):
    """A form that names something of a type in one article."""

    article: str
    type: EntityType
    text: str


class RegistryScores(Frozen):
    """All figures, 0 to 1. n: names in articles, pairs of statements."""

    end_to_end: Retrieval
    linking: Retrieval
    types: dict[str, Retrieval]
    copies: Retrieval


Clusters = Mapping[NameInArticle, str]
Pair = frozenset[tuple[str, int]]


def score_registry(gold: RegistryGold, records: Iterable[ArticleRecord], registry: Registry) -> RegistryScores:
    """Return the figures of a registry. records: those that it was made of.

    end_to_end: a name that the extraction missed is not recalled, one that it made up is not precise. linking: over
    the names alone that are in both. types: end to end, of each type. copies: of pairs of statements.
    """
    right, found = gold_clusters(gold), found_clusters(records, registry)
    both = right.keys() & found.keys()
    return RegistryScores(
        end_to_end=b_cubed(right, found),
        linking=b_cubed({name: right[name] for name in both}, {name: found[name] for name in both}),
        types={
            kind: b_cubed(
                {name: key for name, key in right.items() if name.type is kind},
                {name: key for name, key in found.items() if name.type is kind},
            )
            for kind in TYPES
        },
        copies=_copies(gold, registry),
    )


def gold_clusters(gold: RegistryGold) -> dict[NameInArticle, str]:
    """Return the key of each name that is annotated."""
    return {
        NameInArticle(article, thing.type, text): thing.key
        for thing in gold.entity
        for article, texts in thing.names.items()
        for text in texts
    }


def found_clusters(records: Iterable[ArticleRecord], registry: Registry) -> dict[NameInArticle, str]:
    """Return the id of the entry of each name; of one that names two things in an article the more frequent counts."""
    entries = {(each.article, each.entity): entry.id for entry in registry.entries for each in entry.sightings}
    counts: dict[NameInArticle, Counter[str]] = {}
    for record in records:
        article = PurePath(record.source.path or record.id).stem
        for entity in record.entities:
            if entity.type in TYPES:
                for mention in entity.mentions:
                    if mention.kind is MentionKind.NAME:
                        name = NameInArticle(article, entity.type, mention.text)
                        counts.setdefault(name, Counter())[entries[record.id, entity.id]] += 1
    return {name: min(ids, key=lambda id_: (-ids[id_], id_)) for name, ids in counts.items()}


def b_cubed(right: Clusters, found: Clusters) -> Retrieval:
    """Return B-cubed precision over all names that were found, and recall over all that are annotated."""
    shared = Counter((right[name], found[name]) for name in right.keys() & found.keys())
    rights, founds = Counter(right.values()), Counter(found.values())
    precise = sum(count * count / founds[id_] for (_, id_), count in shared.items())
    recalled = sum(count * count / rights[key] for (key, _), count in shared.items())
    return weighed_retrieval(precise, len(found), recalled, len(right))


def _copies(gold: RegistryGold, registry: Registry) -> Retrieval:
    """Pairs of statements that are copies; a predicted one is the annotated one whose words it shares."""
    numbers = {
        (each.article, wording(each.content)): (each.article, number)
        for number, each in enumerate(each for group in gold.copies for each in group.statements)
    }
    right = set(
        _pairs([numbers[each.article, wording(each.content)] for each in group.statements] for group in gold.copies)
    )
    stems = {article.id: PurePath(article.path or article.id).stem for article in registry.articles}
    found = set(
        _pairs(
            [
                _annotated(numbers, stems[each.article], wording(each.text)) or (each.article, -each.start - 1)
                for each in group.publications
            ]
            for group in registry.copies
        )
    )
    both = len(right & found)
    return retrieval(both, len(found) - both, len(right) - both)


def _annotated(numbers: Mapping[tuple[str, str], tuple[str, int]], article: str, words: str) -> tuple[str, int] | None:
    return next(
        (
            number
            for (other, content), number in numbers.items()
            if other == article and (content in words or words in content)
        ),
        None,
    )


def _pairs(groups: Iterable[list[tuple[str, int]]]) -> Iterator[Pair]:
    for group in groups:
        for pair in combinations(sorted(set(group)), 2):
            yield frozenset(pair)
