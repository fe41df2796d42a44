"""What went wrong with the entities of one document."""

from collections.abc import Iterator, Mapping

from extractor.evaluation.document import GoldEntity
from extractor.evaluation.entities import Name, is_linked
from extractor.evaluation.mistakes import Mistake, words_at
from extractor.evaluation.predictions import PredictedEntity
from extractor.evaluation.spans import overlaps
from extractor.records import EntityType

AROUND = 6  # characters of the text shown on either side of a name


def entity_mistakes(
    gold: dict[Name, GoldEntity], predicted: dict[Name, PredictedEntity], doc: str, text: str
) -> Iterator[Mistake]:
    """Yield every mistake of one document.

    A name found with another type, or with other bounds, is one mistake, not one missed and one spurious.
    """
    missed = sorted(gold.keys() - predicted.keys())
    spurious = sorted(predicted.keys() - gold.keys())
    for name in missed:
        kind, other = _nearest_kind(name, spurious)
        got = ""
        if other is not None:
            spurious.remove(other)
            got = f" got {text[other.start : other.end]} ({other.type.value})"
        yield Mistake(f"{kind}: {name.type.value}", doc, _shown(name, text) + got)
    for name in spurious:
        yield Mistake(f"name spurious: {name.type.value}", doc, _shown(name, text))
    yield from _link_mistakes(gold, predicted, doc, text)
    yield from _cluster_mistakes(gold, predicted, doc, text)


def _nearest_kind(name: Name, spurious: list[Name]) -> tuple[str, Name | None]:
    """Return the kind of mistake, and the spurious name that was put in the place of the missed one."""
    for other in spurious:
        if (other.start, other.end) == (name.start, name.end):
            return "name of wrong type", other
    for other in spurious:
        if other.type is name.type and overlaps((other.start, other.end), (name.start, name.end)):
            return "name with wrong bounds", other
    return "name missed", None


def _link_mistakes(
    gold: Mapping[Name, GoldEntity], predicted: Mapping[Name, PredictedEntity], doc: str, text: str
) -> Iterator[Mistake]:
    for name in sorted(gold.keys() & predicted.keys()):
        if name.type is EntityType.COUNTRY and not is_linked(gold[name], predicted[name]):
            ids = predicted[name].ids
            got = f"{gold[name].iso} got {ids.iso3166 if ids else None}"
            yield Mistake("country linked wrongly", doc, f"{_shown(name, text)} {got}")


def _cluster_mistakes(
    gold: Mapping[Name, GoldEntity], predicted: Mapping[Name, PredictedEntity], doc: str, text: str
) -> Iterator[Mistake]:
    """Yield one mistake for each entity that was cut in several, and for each several that were made one."""
    parts: dict[str, dict[str, Name]] = {}  # gold key: predicted id: its first name
    wholes: dict[str, dict[str, Name]] = {}
    for name in sorted(gold.keys() & predicted.keys()):
        if name.type is not EntityType.COUNTRY:
            parts.setdefault(gold[name].key, {}).setdefault(predicted[name].id, name)
            wholes.setdefault(predicted[name].id, {}).setdefault(gold[name].key, name)
    for kind, groups in (("entity split", parts), ("entities merged", wholes)):
        for names in groups.values():
            if len(names) > 1:
                yield Mistake(kind, doc, " | ".join(text[name.start : name.end] for name in names.values()))


def _shown(name: Name, text: str) -> str:
    """Return a name in its context, as 訪[米]した."""
    before, after = text[max(name.start - AROUND, 0) : name.start], text[name.end : name.end + AROUND]
    return f"{before}[{words_at(name.start, name.end, text)}]{after}".replace("\n", "⏎")
