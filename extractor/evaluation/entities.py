"""Counting what is right and wrong in the entities of one document: names by exact span and type."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from extractor.evaluation.document import GoldDocument, GoldEntity
from extractor.evaluation.predictions import PredictedEntity, Prediction
from extractor.records import EntityType, MentionKind

TYPES = (EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANIZATION)


class Name(NamedTuple):
    """A mention by name. Offsets count code points, end exclusive."""

    start: int
    end: int
    type: EntityType


class EntityCounts(NamedTuple):
    """Counts of one document or, added up, of several."""

    person_right: int = 0
    person_spurious: int = 0
    person_missed: int = 0
    country_right: int = 0
    country_spurious: int = 0
    country_missed: int = 0
    organization_right: int = 0
    organization_spurious: int = 0
    organization_missed: int = 0
    linked: int = 0  # right country mentions with the right ISO code
    cluster_precision: float = 0.0  # sums of B-cubed over right mentions of persons and organizations
    cluster_recall: float = 0.0
    clustered: int = 0  # number of those mentions


def gold_names(gold: GoldDocument) -> dict[Name, GoldEntity]:
    """Return the entity of each gold mention."""
    return {Name(*span, entity.type): entity for entity in gold.entities for span in entity.mentions}


def predicted_names(prediction: Prediction) -> dict[Name, PredictedEntity]:
    """Return the entity of each predicted mention by name, of the types that gold has."""
    return {
        Name(*mention.span, EntityType(entity.type)): entity
        for entity in prediction.entities
        if entity.type in TYPES
        for mention in entity.mentions
        if mention.kind == MentionKind.NAME
    }


def count_entities(gold: dict[Name, GoldEntity], predicted: dict[Name, PredictedEntity]) -> EntityCounts:
    """Return the counts of one document."""
    both = gold.keys() & predicted.keys()
    of_types: dict[str, int] = {}
    for kind in TYPES:
        right = sum(name.type is kind for name in both)
        of_types[f"{kind}_right"] = right
        of_types[f"{kind}_spurious"] = sum(name.type is kind for name in predicted) - right
        of_types[f"{kind}_missed"] = sum(name.type is kind for name in gold) - right
    named = sorted(name for name in both if name.type is not EntityType.COUNTRY)
    precision, recall = b_cubed(named, gold, predicted)
    return EntityCounts(
        **of_types,
        linked=sum(is_linked(gold[name], predicted[name]) for name in both if name.type is EntityType.COUNTRY),
        cluster_precision=precision,
        cluster_recall=recall,
        clustered=len(named),
    )


def is_linked(gold: GoldEntity, predicted: PredictedEntity) -> bool:
    """Whether a country has the right ISO code."""
    return gold.iso == (predicted.ids.iso3166 if predicted.ids else None)


def b_cubed(
    names: Collection[Name], gold: Mapping[Name, object], predicted: Mapping[Name, object]
) -> tuple[float, float]:
    """Return the sums over ``names`` of B-cubed precision and recall.

    For each mention: the share of its predicted cluster that is in its gold cluster, and the reverse
    (Bagga and Baldwin, 1998, Algorithms for Scoring Coreference Chains).
    """
    precision = recall = 0.0
    for name in names:
        same_gold = {other for other in names if gold[other] is gold[name]}
        same_predicted = {other for other in names if predicted[other] is predicted[name]}
        shared = len(same_gold & same_predicted)
        precision += shared / len(same_predicted)
        recall += shared / len(same_gold)
    return precision, recall
