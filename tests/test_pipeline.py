"""Building the pipeline: our components by name, in their order, in any pipeline."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib import import_module
from inspect import signature
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.api import Extractor
from extractor.components import register
from extractor.errors import ModelError, PipelineError
from extractor.layers import Heading, Layered, Quote, read_layer, write_layer
from extractor.pipeline import AFTER_MODEL, AFTER_PARSER, BEFORE_PARSER, add_components, build_pipeline, check_order
from extractor.tokenizer import ArticleTokenizer

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENTRY_POINTS: dict[str, str] = PROJECT["entry-points"]["spacy_factories"]


class Part:
    """Stands for a component that reads and writes layers."""

    def __init__(self, writes: type[Layered], *reads: type[Layered]) -> None:
        self.writes = writes
        self.reads = reads


def pipeline(**parts: object) -> SimpleNamespace:
    return SimpleNamespace(pipeline=list(parts.items()))


def test_the_order_fits_where_every_layer_is_written_before_it_is_read() -> None:
    check_order(pipeline(parser=object(), quotes=Part(Quote), headings=Part(Heading, Quote)))


def test_a_missing_component_is_named_with_what_it_should_have_written() -> None:
    with pytest.raises(PipelineError, match=r"^headings reads Quote, which nothing before it writes$"):
        check_order(pipeline(headings=Part(Heading, Quote)))


def test_a_component_in_front_of_what_it_reads_is_named() -> None:
    with pytest.raises(PipelineError, match=r"^headings reads Quote, which"):
        check_order(pipeline(headings=Part(Heading, Quote), quotes=Part(Quote)))


def test_a_layer_that_is_written_twice_is_named() -> None:
    with pytest.raises(PipelineError, match=r"^again writes Quote a second time$"):
        check_order(pipeline(quotes=Part(Quote), again=Part(Quote)))


@pytest.mark.ginza
@pytest.mark.parametrize("name", [name for name in AFTER_MODEL if name != "extractor_statements"])
def test_a_real_pipeline_without_one_of_its_parts_is_refused(extractor_loaded: Extractor, name: str) -> None:
    parts = dict(extractor_loaded.nlp.pipeline)
    layer = parts.pop(name).writes
    if not any(layer in getattr(part, "reads", ()) for part in parts.values()):
        pytest.skip("no component reads its layer")
    with pytest.raises(PipelineError, match=f"reads .*{layer.__name__}"):
        check_order(pipeline(**parts))


@pytest.mark.ginza
def test_the_loaded_pipeline_has_all_parts_in_their_order(extractor_loaded: Extractor) -> None:
    names = extractor_loaded.nlp.pipe_names
    assert names[names.index("parser") - 1 : names.index("parser") + 2] == [*BEFORE_PARSER, "parser", *AFTER_PARSER]
    assert tuple(names[-len(AFTER_MODEL) :]) == AFTER_MODEL
    assert isinstance(extractor_loaded.nlp.tokenizer, ArticleTokenizer)


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelError, match=r"^ja_nowhere: no such pipeline.*install"):
        build_pipeline("ja_nowhere")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_pipeline_that_is_not_japanese_or_has_no_parser_is_refused(tmp_path: Path, language: str) -> None:
    spacy.blank(language).to_disk(tmp_path / "other")
    with pytest.raises(PipelineError, match="not a Japanese pipeline with a parser"):
        build_pipeline(str(tmp_path / "other"))


def factories_in_code() -> set[str]:
    found = (path.read_text(encoding="utf-8") for path in (ROOT / "extractor/components").glob("*.py"))
    return {name for text in found for name in re.findall(r'Language\.factory\(\s*"(\w+)"', text)}


def test_every_factory_is_an_entry_point() -> None:
    assert set(ENTRY_POINTS) == factories_in_code()


def test_the_pipeline_is_made_of_entry_points() -> None:
    assert {*BEFORE_PARSER, *AFTER_MODEL} <= set(ENTRY_POINTS)


@pytest.mark.parametrize("name", ENTRY_POINTS)
def test_an_entry_point_leads_to_its_factory(name: str) -> None:
    module, _, attribute = ENTRY_POINTS[name].partition(":")
    factory = getattr(import_module(module), attribute)
    assert list(signature(factory).parameters)[:2] == ["nlp", "name"]
    assert Language.has_factory(name)


@pytest.mark.parametrize("name", ENTRY_POINTS)
def test_a_factory_makes_a_component_that_says_what_it_writes(name: str, ja_doc: Callable[..., Doc]) -> None:
    register()
    component = spacy.blank("ja").create_pipe(name)
    assert callable(component)
    if name not in (*BEFORE_PARSER, *AFTER_PARSER):
        assert name == "extractor_" + component.writes.LAYER
        doc = ja_doc("雨 だ 。")
        for layer in component.reads:
            write_layer(doc, layer, ())
        assert read_layer(component(doc), component.writes) == ()


def test_a_component_without_those_before_it_says_which_layer_is_missing(ja_doc: Callable[..., Doc]) -> None:
    register()
    component = spacy.blank("ja").create_pipe("extractor_speakers")
    with pytest.raises(PipelineError, match="nothing has written the layer"):
        component(ja_doc("雨 だ 。"))


def test_a_pipeline_that_was_saved_still_has_our_tokenizer(tmp_path: Path) -> None:
    nlp = spacy.blank("ja")
    nlp.add_pipe("sentencizer", name="parser")
    add_components(nlp, {})
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert isinstance(again.tokenizer, ArticleTokenizer)
    assert again.tokenizer.split_mode == "C"


SOMEBODY_ELSES = """
import spacy

nlp = spacy.load("ja_ginza")
nlp.add_pipe({before!r}, before="parser")
for name in {after!r}:
    nlp.add_pipe(name)
doc = nlp("山田花子氏は「税金は上げない」と述べた。")
for key, spans in sorted(doc.spans.items()):
    print(key, *[span.text for span in spans], sep="\\t")
"""


@pytest.mark.ginza
def test_our_components_work_in_a_pipeline_of_somebody_else(tmp_path: Path) -> None:
    """In a process of its own, which never imports us by name: spaCy finds the factories by their entry points.

    They are those of the installed package; after a change of pyproject.toml, make setup installs it anew.
    """
    program = SOMEBODY_ELSES.format(before=BEFORE_PARSER[0], after=AFTER_MODEL)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    layers = dict(line.split("\t", 1) for line in done.stdout.splitlines() if "\t" in line)
    assert layers["extractor_quotes"] == "「税金は上げない」"
    assert layers["extractor_cues"] == "述べた"
    assert layers["extractor_contents"] == layers["extractor_statements"] == "税金は上げない"
    assert layers["extractor_speakers"] == "山田花子氏"
