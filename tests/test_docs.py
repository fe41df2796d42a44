"""What the documents name is there: files, commands with their options, every field of the records."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from extractor.cli.app import app
from extractor.field_reference import field_reference
from extractor.lexicon.topics import load_topics, read_topics

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
_COMMAND = re.compile(r"(?:^\$? ?|`|\| |&& )(hatsugen(?! =)(?: [^\n`|#&]*)?)", re.MULTILINE)
_OPTION = re.compile(r"(?<= )--?[a-zA-Z][a-z-]*")

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


def unknown(text: str) -> Iterator[str]:
    """Yield each command of ``text`` that there is not, and each option that its command does not have."""
    group = typer.main.get_command(app)
    for line in _COMMAND.findall(text):
        command, words = group, line.split()[1:]
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]
        if words and command is group and not words[0].startswith("-"):
            yield line
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        yield from (f"{line}: {option}" for option in _OPTION.findall(line) if option not in {*known, "--help", "-h"})


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
