"""What the documents name is there: files, commands with their options, every field of the records."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer.main

from extractor.cli.app import app
from extractor.field_reference import field_reference
from extractor.lexicon.topics import load_topics, read_topics
from extractor.readers import ReadOptions, read_article

if TYPE_CHECKING:  # most tests here need no model
    from extractor.api import Extractor

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
_COMMAND = re.compile(r"(?:^\$? ?|`|\| |&& )(hatsugen(?! =)(?: [^\n`|#&]*)?)", re.MULTILINE)
_OPTION = re.compile(r"(?<= )--?[a-zA-Z][a-z-]*")
_LONE_OPTION = re.compile(r"`(--[a-z-]+)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_ANCHOR = re.compile(r"\]\(#([^)]+)\)")
_ROW = re.compile(r"^\| \(?(\d{4}-\d\d-\d\d)\)? \| (\S+) \| (\S+) \| \S+:(\d+)-(\d+) \|$", re.MULTILINE)

by_name = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


@by_name
def test_links_lead_to_files(document: Path) -> None:
    missing = [
        link for link in _LINK.findall(document.read_text(encoding="utf-8")) if not (document.parent / link).exists()
    ]
    assert missing == []


@by_name
def test_commands_and_their_options_are_known(document: Path) -> None:
    assert list(unknown(document.read_text(encoding="utf-8"))) == []


@by_name
def test_options_that_stand_alone_are_known(document: Path) -> None:
    known = {option for command in commands(typer.main.get_command(app)) for option in options(command)}
    assert [each for each in _LONE_OPTION.findall(document.read_text(encoding="utf-8")) if each not in known] == []


@by_name
def test_links_within_a_document_lead_to_headings(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    headings = {heading.lower().replace(" ", "-") for heading in _HEADING.findall(text)}
    assert set(_ANCHOR.findall(text)) <= headings


def commands(command: Any) -> Iterator[Any]:
    yield command
    for each in getattr(command, "commands", {}).values():
        yield from commands(each)


def options(command: Any) -> set[str]:
    return {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {"--help", "-h"}


def unknown(text: str) -> Iterator[str]:
    """Yield each command of ``text`` that there is not, and each option that its command does not have."""
    group = typer.main.get_command(app)
    for line in _COMMAND.findall(text):
        command, words = group, line.split()[1:]
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]
        if words and command is group and not words[0].startswith("-"):
            yield line
        yield from (f"{line}: {option}" for option in _OPTION.findall(line) if option not in options(command))


def test_what_is_unknown_is_told() -> None:
    text = "hatsugen ask x\nhatsugen show a.txt --loud\n`hatsugen topics check my.toml --model x`"
    assert list(unknown(text)) == ["hatsugen ask x", "hatsugen show a.txt --loud: --loud"]


def test_the_reference_of_fields_is_current() -> None:
    written = (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
    assert written == field_reference(), "records, registry or tables have changed: run `make docs`"


def test_every_field_has_a_meaning() -> None:
    assert [line for line in field_reference().splitlines() if line.endswith("|  |")] == []


def test_the_example_of_topics_can_be_used() -> None:
    path = ROOT / "docs" / "example-topics.toml"
    assert {topic.id for topic in read_topics(path)} < load_topics(path).by_id.keys()


@pytest.mark.ginza
def test_the_example_of_topics_finds_what_it_says() -> None:
    from extractor.api import Extractor  # noqa: PLC0415  # takes seconds

    path = ROOT / "docs" / "example-topics.toml"
    extractor = Extractor.load(topics=path)
    for topic in read_topics(path):
        assert topic.id in {about.topic for s in extractor.extract(topic.example).statements for about in s.about}
        assert topic.id not in {about.topic for s in extractor.extract(topic.counter).statements for about in s.about}


@pytest.mark.ginza
@pytest.mark.parametrize("name", ["tutorial.en.md", "tutorial.ja.md"])
def test_the_tutorial_shows_what_is_found(extractor_loaded: "Extractor", name: str) -> None:
    article = read_article(
        ROOT / "corpus" / "articles" / "agency-nato-article5.txt", ReadOptions(published="2026-11-15")
    )
    record = extractor_loaded.extract(article)
    found = [
        (
            statement.date.value if statement.date else record.published,
            statement.speakers[0].text,
            statement.content[0].text,
            str(statement.content[0].start),
            str(statement.content[0].end),
        )
        for statement in record.statements
        if "nato-article-5" in {about.topic for about in statement.about}
    ]
    assert _ROW.findall((ROOT / "docs" / name).read_text(encoding="utf-8")) == found
