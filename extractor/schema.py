"""The published JSON Schemas, generated from the models: of an article record, and of a registry over articles."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import DataclassField, ModelField, TypedDictField

from extractor.merging.registry import REGISTRY_VERSION, Registry
from extractor.records import SCHEMA_VERSION, ArticleRecord

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class EveryField(GenerateJsonSchema):
    """A field with a default may be left out when a record is made, but is always there when one is written."""

    def field_is_required(self, field: ModelField | DataclassField | TypedDictField, total: bool) -> bool:  # noqa: ARG002
        """Return True: no field is ever left out."""
        return True


def build_schema() -> dict[str, Any]:
    """Return the schema of one article record as it is written: every field is there, null where not known."""
    schema = ArticleRecord.model_json_schema(mode="serialization", schema_generator=EveryField)
    return {"$schema": DIALECT, "$id": f"urn:hatsugen:article-record:{SCHEMA_VERSION}", **schema}


def build_registry_schema() -> dict[str, Any]:
    """Return the schema of a registry as it is written: every field is there, null where not known."""
    schema = Registry.model_json_schema(mode="serialization", schema_generator=EveryField)
    return {"$schema": DIALECT, "$id": f"urn:hatsugen:registry:{REGISTRY_VERSION}", **schema}


def schema_text() -> str:
    """Return the schema of an article record as it stands in ``schema.json`` beside this module."""
    return _as_text(build_schema())


def registry_schema_text() -> str:
    """Return the schema of a registry as it stands in ``registry_schema.json`` beside this module."""
    return _as_text(build_registry_schema())


def _as_text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
