"""Building the pipeline: an installed GiNZA model, our tokenizer, and our components in their order."""

from collections.abc import Mapping
from typing import Any

import spacy
from spacy.language import Language

from extractor.components import register
from extractor.encoder.speeding import speed_up
from extractor.errors import ModelError, PipelineError
from extractor.tokenizer import TOKENIZER, make_tokenizer

#: Our components in the order in which they run: before the parser, straight after it, and at the end.
BEFORE_PARSER = ("extractor_sentences",)
AFTER_PARSER = ("extractor_relations",)
AFTER_MODEL = (
    "extractor_headings",
    "extractor_quotes",
    "extractor_mentions",
    "extractor_entities",
    "extractor_cues",
    "extractor_contents",
    "extractor_speakers",
    "extractor_times",
    "extractor_statements",
    "extractor_topics",
    "extractor_abouts",
)

#: Parts of GiNZA that write what nothing of ours reads. Its recogniser takes longer than its parser, and ours is better
#: in news; the others find coarse parts of speech, shorter words, bunsetsu and clauses.
UNUSED = ("ner", "morphologizer", "compound_splitter", "bunsetu_recognizer")

SPLIT_MODE = "C"  # SudachiPy's longest words; GiNZA was trained on them

#: Settings of components by the component's name, where they are not the factory's own.
Settings = Mapping[str, dict[str, Any]]


def build_pipeline(model: str = "ja_ginza", settings: Settings | None = None) -> Language:
    """Load the spaCy model ``model`` and add our parts to it.

    Raises ModelError where it is not installed or cannot be loaded, PipelineError where it lacks a parser.
    """
    register()
    try:
        nlp = spacy.load(model, exclude=UNUSED)
    except OSError as error:
        raise ModelError(f"{model}: no such pipeline, or its weights are missing; install it with pip") from error
    except (AttributeError, TypeError) as error:  # a package without the load() of a pipeline
        raise ModelError(f"{model}: an installed package, but no spaCy pipeline; name one such as ja_ginza") from error
    if nlp.lang != "ja" or not nlp.has_pipe("parser"):
        raise PipelineError(f"{model}: not a Japanese pipeline with a parser; name a GiNZA model such as ja_ginza")
    speed_up(nlp)
    add_components(nlp, settings or {})
    return nlp


def add_components(nlp: Language, settings: Settings) -> None:
    """Give ``nlp`` our tokenizer and our components. Raises PipelineError where their order does not fit."""
    nlp.tokenizer = make_tokenizer(SPLIT_MODE)(nlp)
    nlp.config["nlp"]["tokenizer"] = {"@tokenizers": TOKENIZER, "split_mode": SPLIT_MODE}  # kept by nlp.to_disk
    for name in BEFORE_PARSER:
        nlp.add_pipe(name, before="parser", config=settings.get(name, {}))
    for name in AFTER_PARSER:
        nlp.add_pipe(name, after="parser", config=settings.get(name, {}))
    for name in AFTER_MODEL:
        nlp.add_pipe(name, config=settings.get(name, {}))
    check_order(nlp)


def check_order(nlp: Language) -> None:
    """Raise PipelineError unless every layer is written once, and before it is read."""
    written: set[type] = set()
    for name, pipe in nlp.pipeline:
        missing = [layer.__name__ for layer in getattr(pipe, "reads", ()) if layer not in written]
        if missing:
            raise PipelineError(f"{name} reads {', '.join(missing)}, which nothing before it writes")
        layer = getattr(pipe, "writes", None)
        if layer in written:
            raise PipelineError(f"{name} writes {layer.__name__} a second time")
        if layer is not None:
            written.add(layer)
