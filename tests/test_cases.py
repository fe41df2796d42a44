"""Sentences with the statements and entities that must be found in them, from tests/cases/*.toml.

An analyst adds a case by adding lines to one of the files; the head of cues.toml says what they mean.
"""

import tomllib
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from extractor.api import Extractor
from extractor.article import normalize_newlines
from extractor.records import Act, ArticleRecord, EntityType, Form, MentionKind, SpeakerKind, Statement

FOLDER = Path(__file__).parent / "cases"
GAPS = "known_gaps"

Found = dict[str, Any]


class Wanted(BaseModel):
    """Base of what a case expects; a key that is misspelt is an error."""

    model_config = ConfigDict(extra="forbid")


class WantedStatement(Wanted):
    content: str | list[str]
    form: Form
    cue: str | None = None
    speakers: list[str]
    kind: SpeakerKind | None = None
    act: Act | None = None
    section: str | None = None
    within: str | None = None
    addressee: str | None = None

    def as_found(self) -> Found:
        """Return it as ``statement_found`` returns a statement: with what is always compared and what is given."""
        given = self.model_dump(mode="json", exclude_unset=True)
        return {"cue": self.cue, **given, "content": [self.content] if isinstance(self.content, str) else self.content}


class WantedEntity(Wanted):
    type: EntityType
    mentions: list[str]
    iso: str | None = None


class Case(Wanted):
    id: str
    text: str
    statements: list[WantedStatement] | None = None
    entities: list[WantedEntity] | None = None
    reason: str = ""


def read_cases(path: Path) -> list[Case]:
    return [Case.model_validate(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def parameters() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.toml")):
        for case in read_cases(path):
            marks = [pytest.mark.xfail(reason=case.reason, strict=True)] if path.stem == GAPS else []
            yield pytest.param(case, id=f"{path.stem}:{case.id}", marks=marks)


def statement_found(statement: Statement, record: ArticleRecord, keys: set[str]) -> Found:
    """Return those of the statement's fields that ``keys`` names, each as a case writes it."""
    outer = {other.id: other.content[0].text for other in record.statements}
    found = {
        "content": [piece.text for piece in statement.content],
        "form": str(statement.form),
        "cue": statement.cue.text if statement.cue else None,
        "speakers": [speaker.text for speaker in statement.speakers],
        "kind": str(statement.speakers[0].kind) if statement.speakers else None,
        "act": str(statement.act),
        "section": statement.section or "",
        "within": outer[statement.within] if statement.within else "",
        "addressee": statement.addressee.text if statement.addressee else "",
    }
    return {key: value for key, value in found.items() if key in keys}


ALWAYS = {"content", "form", "cue", "speakers"}


@pytest.mark.ginza
@pytest.mark.parametrize("case", list(parameters()))
def test_case(case: Case, extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract(case.text)
    if case.statements is not None:
        wanted = [statement.as_found() for statement in case.statements]
        keys = chain((set(each) for each in wanted), repeat(ALWAYS))
        found = [
            statement_found(each, record, compared) for each, compared in zip(record.statements, keys, strict=False)
        ]
        assert found == wanted
    if case.entities is not None:
        assert entities_found(record) == [(each.type, each.mentions) for each in case.entities]
        given = [(each.mentions[0], each.iso) for each in case.entities if each.iso]
        assert [(e.mentions[0].text, e.ids.iso3166) for e in record.entities if e.ids.iso3166] == given


def entities_found(record: ArticleRecord) -> list[tuple[EntityType, list[str]]]:
    named = [(e.type, [m.text for m in e.mentions if m.kind is MentionKind.NAME]) for e in record.entities]
    return [(kind, mentions) for kind, mentions in named if mentions]


def test_cases_have_ids_of_their_own_and_say_what_they_want() -> None:
    for path in FOLDER.glob("*.toml"):
        cases = read_cases(path)
        assert len({case.id for case in cases}) == len(cases), path.name
        for case in cases:
            assert case.statements is not None or case.entities is not None, case.id
            assert bool(case.reason) == (path.stem == GAPS), case.id


def test_what_a_case_wants_stands_in_its_text() -> None:
    for path in FOLDER.glob("*.toml"):
        for case in read_cases(path):
            text = normalize_newlines(case.text)
            for statement in case.statements or ():
                for content in statement.as_found()["content"]:
                    assert content in text, case.id
            for entity in case.entities or ():
                assert all(mention in text for mention in entity.mentions), case.id
