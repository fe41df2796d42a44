"""The front door: what is listed can be had, and asking for one thing does not load the others."""

import inspect
import subprocess
import sys

import pytest

import extractor
from extractor.api import Extractor
from extractor.cli.extract import extract
from extractor.cli.show import show


def test_every_listed_name_can_be_had() -> None:
    assert all(getattr(extractor, name) is not None for name in extractor.__all__)
    assert set(extractor.__all__) <= set(dir(extractor))


def test_names_with_a_home_are_the_listed_ones() -> None:
    assert {*extractor._HOME_OF, "load", "__version__"} == set(extractor.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Extraktor'"):
        _ = extractor.Extraktor  # type: ignore[attr-defined]  # that it is not there is what is tested


def test_the_default_model_is_the_same_everywhere() -> None:
    callables = (extractor.load, Extractor.load, extract, show)
    assert extractor.Analysis().model == "ja_ginza"
    assert {inspect.signature(each).parameters["model"].default for each in callables} == {"ja_ginza"}


def _command(*arguments: str) -> str:
    """Return code that runs the command and goes on after it."""
    return (
        f"import sys; sys.argv[1:] = {list(arguments)}; from extractor.cli import main\n"
        "try: main()\nexcept SystemExit: pass"
    )


LIGHT = {
    "import": "import extractor",
    "records": "from extractor import Article, ArticleRecord, ReadOptions, extract_folder, read_articles",
    "help": _command("--help"),
    "help-of-a-command": _command("extract", "--help"),
    "schema": _command("schema"),
    "writers": "import extractor.writers.folder, extractor.writers.recorded, extractor.writers.destination",
    "convert": "from extractor import convert, read_all_records, write_records",
    "merging": "import extractor; extractor.merge_records([])",
    "evaluation": "import extractor.evaluation.scoring",
    "report": "from extractor import write_report; write_report",
}


@pytest.mark.parametrize("code", LIGHT.values(), ids=LIGHT)
def test_spacy_is_not_imported_for(code: str) -> None:
    heavy = "{name for name in ('spacy', 'ginza', 'sudachipy') if name in sys.modules}"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; sys.exit(str({heavy}))"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.strip() == "set()"


def test_help_imports_neither_pydantic_nor_rich() -> None:
    """It is what makes help quick: 0.25 s rather than 0.45 s."""
    code = f"{LIGHT['help']}\nimport sys; sys.exit(' '.join({{'pydantic', 'rich', 'spacy'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
