"""The published JSON Schema is current, is a schema, and records pass it."""

import json
from importlib.resources import files

import jsonschema
import pytest

from extractor.merging import Registry
from extractor.records import ArticleRecord
from extractor.schema import build_registry_schema, build_schema, registry_schema_text, schema_text


def test_the_published_file_is_current() -> None:
    published = files("extractor").joinpath("schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "the records have changed: run `make schema`, and see to SCHEMA_VERSION"


def test_the_published_schema_of_a_registry_is_current() -> None:
    published = files("extractor").joinpath("registry_schema.json").read_text(encoding="utf-8")
    assert published == registry_schema_text(), "the registry has changed: run `make schema`, see to REGISTRY_VERSION"


def test_the_schema_of_a_registry_is_one() -> None:
    schema = build_registry_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "urn:hatsugen:registry:1.0"
    jsonschema.validate(json.loads(Registry().model_dump_json()), schema)


def test_it_is_a_schema_with_dialect_and_name() -> None:
    schema = build_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    assert schema["$id"] == "urn:hatsugen:article-record:1.1"


def test_a_record_passes(record: ArticleRecord) -> None:
    jsonschema.validate(json.loads(record.model_dump_json()), build_schema())


@pytest.mark.parametrize(
    "change",
    [{"extra": 1}, {"statements": [{"id": "s1"}]}, {"schema_version": "2.0"}, {"published_from": "guess"}],
    ids=["unknown-field", "half-a-statement", "other-version", "unknown-value"],
)
def test_what_is_no_record_does_not_pass(record: ArticleRecord, change: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(record.model_dump_json()) | change, build_schema())


def test_every_field_is_there_even_where_nothing_is_known() -> None:
    schema = build_schema()
    assert set(schema["required"]) == set(ArticleRecord.model_fields)
