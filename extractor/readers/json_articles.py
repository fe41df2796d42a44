"""JSON: one article an object, an array of them, or one object a line (JSON Lines).

``text`` is the article with its headline, ``body`` the article without. A title is put before either as a line of its
own unless it already stands in its first lines: headlines state things too. Whoever needs offsets into exactly the
text that was given maps ``title`` to "".
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from extractor.article import normalize_newlines
from extractor.readers.outcomes import FIELDS, Draft, ReadError
from extractor.readers.titles import with_title


def parse_json(text: str) -> Any:
    """Return the value, or raise ReadError that says where it breaks off; raw line breaks in strings are let pass."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise ReadError("json", f"no JSON ({place}: {error.msg}); mend it") from error
    except ValueError as error:  # an integer of more digits than Python reads
        raise ReadError("json", "a number too long to be read; mend it") from error
    except RecursionError as error:
        raise ReadError("json", "brackets too deep; give one article an object") from error


def read_json(text: str, fields: Mapping[str, str]) -> Iterator[tuple[str, Draft | ReadError]]:
    """Yield each article of a JSON file, or why it is none, with its number in the array ("#3"); "" for one alone.

    Raises ReadError where the file is no JSON or an empty array.
    """
    value = parse_json(text)
    if not isinstance(value, list):
        yield "", draft_or_error(value, fields)
        return
    if not value:
        raise ReadError("empty", "there is no article in it; leave it out")
    for number, item in enumerate(value, 1):
        yield f"#{number}", draft_or_error(item, fields)


def draft_or_error(value: Any, fields: Mapping[str, str]) -> Draft | ReadError:
    """Return the article of one object, or why it is none."""
    try:
        return read_object(value, fields)
    except ReadError as error:
        return error


def read_object(value: Any, fields: Mapping[str, str]) -> Draft:
    """Return the article of one object.

    fields: our name → theirs. Where one of text and body is given, the other is not looked for. Raises ReadError where
    ``value`` is no object, or has no text or something else than text in a field.
    """
    if not isinstance(value, dict):
        raise ReadError("json", f"{_kind(value)} where an article was expected; give one article an object")
    names = {name: fields.get(name, name) for name in FIELDS}
    if "text" in fields or "body" in fields:
        names |= {name: fields.get(name, "") for name in ("text", "body")}
    found = {ours: value[theirs] for ours, theirs in names.items() if theirs in value and value[theirs] is not None}
    title = _string(found.get("title"))
    return Draft(
        with_title(title, _text(found, names, value)),
        title=title,
        published=_string(found.get("published")),
        url=_string(found.get("url")),
        publisher=_string(found.get("publisher")),
        id=_string(found.get("id")),
    )


def _text(found: Mapping[str, Any], names: Mapping[str, str], value: Mapping[str, Any]) -> str:
    ours = "text" if "text" in found else "body"
    if ours not in found:
        wanted = " or ".join(repr(names[name]) for name in ("text", "body") if names[name])
        has = ", ".join(list(value)[:8]) or "none"
        raise ReadError("no-article", f"no field {wanted} (fields: {has}); say which one holds the text")
    text = found[ours]
    if not isinstance(text, str):
        raise ReadError("json", f"field {names[ours]!r} is {_kind(text)}; make it a string")
    if not text.strip():
        raise ReadError("empty", f"field {names[ours]!r} is empty; leave the article out")
    return normalize_newlines(text)


def _string(value: Any) -> str | None:
    """Return a string or a number as written, None for anything else and for blanks."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return normalize_newlines(str(value)).strip() or None


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "an array", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
