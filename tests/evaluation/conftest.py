"""Builders of small gold documents and predictions, by words instead of offsets."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.evaluation.document import GoldDocument
from extractor.evaluation.gold import GoldFile, resolve
from extractor.evaluation.predictions import Prediction


def gold(
    text: str, *, entities: tuple[dict[str, Any], ...] = (), statements: tuple[dict[str, Any], ...] = (), doc: str = "a"
) -> GoldDocument:
    """Resolve an annotation; a statement is on line 1, an indirect assertion, by 誰か, unless it says otherwise."""
    defaults = {"line": 1, "form": "indirect", "act": "assert", "source": [{"generic": "誰か"}]}
    data = {
        "article": f"{doc}.txt",
        "style": "test",
        "entity": [{"key": entity["names"][0], **entity} for entity in entities],
        "statement": [{**defaults, **statement} for statement in statements],
    }
    return resolve(GoldFile.model_validate(data), text)


def prediction(
    text: str, *, entities: tuple[dict[str, Any], ...] = (), statements: tuple[dict[str, Any], ...] = (), doc: str = "a"
) -> Prediction:
    """Make a record. Words stand at their first place in ``text``, and the words of each entity at all of theirs.

    entities: with names, type, iso, id. statements: with content (words or several), speakers, cue, and fields.
    """
    return Prediction.model_validate(
        {
            "source": {"path": f"folder/{doc}.txt"},
            "text": text,
            "entities": [_entity(text, number, entity) for number, entity in enumerate(entities)],
            "statements": [_statement(text, statement) for statement in statements],
        }
    )


def _span(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _entity(text: str, number: int, entity: dict[str, Any]) -> dict[str, Any]:
    starts = [(start, name) for name in entity["names"] for start in range(len(text)) if text.startswith(name, start)]
    return {
        "id": entity.get("id", f"e{number}"),
        "type": entity["type"],
        "name": entity["names"][0],
        "aliases": entity["names"][1:],
        "ids": {"iso3166": entity.get("iso")},
        "mentions": [
            {"start": start, "end": start + len(name), "text": name, "kind": entity.get("kind", "name")}
            for start, name in starts
        ],
    }


def _statement(text: str, statement: dict[str, Any]) -> dict[str, Any]:
    pieces = statement["content"]
    cue = statement.get("cue")
    return {
        "form": "indirect",
        "act": "assert",
        **statement,
        "content": [_span(text, piece) for piece in ([pieces] if isinstance(pieces, str) else pieces)],
        "cue": _span(text, cue) if cue else None,
        "speakers": [
            {"kind": "named", **_span(text, speaker)} if isinstance(speaker, str) else speaker
            for speaker in statement.get("speakers", ())
        ],
    }


def perfect(document: GoldDocument) -> Prediction:
    """Return the prediction that says exactly what ``document`` says."""
    text = document.text or ""

    def span(bounds: tuple[int, int]) -> dict[str, Any]:
        return {"start": bounds[0], "end": bounds[1], "text": text[slice(*bounds)]}

    ids = {entity.key: f"e{number}" for number, entity in enumerate(document.entities)}
    return Prediction.model_validate(
        {
            "source": {"path": f"{document.doc}.txt"},
            "text": text,
            "entities": [
                {
                    "id": ids[entity.key],
                    "type": entity.type.value,
                    "name": entity.key,
                    "ids": {"iso3166": entity.iso},
                    "mentions": [span(mention) for mention in entity.mentions],
                }
                for entity in document.entities
            ],
            "statements": [
                {
                    "content": [span(piece) for piece in statement.content],
                    "form": statement.form.value,
                    "act": statement.act.value,
                    "cue": statement.cue and span(statement.cue),
                    "speakers": [
                        {"entity": ids.get(source.key or ""), "text": source.key or source.generic}
                        for source in statement.source
                    ],
                    "about": [
                        {"topic": topic, "stance": about.stance and {"value": about.stance}}
                        for topic, about in statement.about.items()
                    ],
                    "date": statement.date and {"value": statement.date.value},
                }
                for statement in document.statements
            ],
        }
    )


@pytest.fixture
def make_gold() -> Callable[..., GoldDocument]:
    return gold


@pytest.fixture
def make_prediction() -> Callable[..., Prediction]:
    return prediction


@pytest.fixture
def make_perfect() -> Callable[[GoldDocument], Prediction]:
    return perfect
