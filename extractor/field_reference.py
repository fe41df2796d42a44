"""The reference of all fields as Markdown: ``python -m extractor.field_reference > docs/fields.md``.

It is made of the same models and columns that records, registry and tables are made of, so that it cannot differ.
"""

import sys
from collections.abc import Iterator
from typing import Any

from extractor.schema import build_registry_schema, build_schema
from extractor.tables.every import TABLES

Schema = dict[str, Any]

_HEAD = """# Fields

Made by `make docs` from the models; do not edit. `hatsugen schema`, `hatsugen schema registry` and `hatsugen schema
tables` print the same for programs. Offsets count Unicode code points of the article's `text`, end exclusive.
"""


def field_reference() -> str:
    """Return the whole reference."""
    return "\n".join(
        [_HEAD, *_section("Article record", build_schema()), *_section("Registry", build_registry_schema()), *_tables()]
    )


def _section(title: str, schema: Schema) -> Iterator[str]:
    """Yield the outermost object, then each object and each list of values that it is made of."""
    yield f"## {title}\n"
    yield from _object(schema)
    for name, part in schema.get("$defs", {}).items():
        yield f"### {name}\n"
        yield from _values(part) if "enum" in part else _object(part)


def _object(schema: Schema) -> Iterator[str]:
    yield f"{schema.get('description', '')}\n"
    yield "| field | type | meaning |\n|---|---|---|"
    for name, field in schema.get("properties", {}).items():
        yield f"| `{name}` | {_type(field)} | {_cell(field.get('description', ''))} |"
    yield ""


def _values(schema: Schema) -> Iterator[str]:
    yield f"{schema.get('description', '')}\n"
    yield f"One of {', '.join(f'`{value}`' for value in schema['enum'])}.\n"


def _type(field: Schema) -> str:
    """Return the type in words: list of Speaker, Cue or null."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_type(each) for each in field["anyOf"])
    if "allOf" in field:
        return _type(field["allOf"][0])
    if "const" in field or "enum" in field:
        return " or ".join(f"`{value}`" for value in field.get("enum", [field.get("const")]))
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}" if "items" in field else "list"
    return str(field.get("type", "any"))


def _tables() -> Iterator[str]:
    yield "## Tables\n"
    yield "Of `.csv`, `.xlsx` and `.parquet`. Several things in one cell of CSV or a workbook have ` / ` between.\n"
    for table in TABLES.values():
        yield f"### Table {table.name}\n"
        yield "| column | type | meaning |\n|---|---|---|"
        yield from (f"| `{each.name}` | {each.kind} | {_cell(each.meaning)} |" for each in table.columns)
        yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(field_reference())
