"""Who said what in Japanese news: attributed-statement records from articles.

    import extractor

    hatsugen = extractor.load()
    record = hatsugen.extract("首相は「攻撃は許されない」と述べた。")

What is listed in ``__all__`` is imported when it is first asked for: nobody who only reads records, or asks the
command for help, waits for spaCy or for pydantic.
"""

import logging
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.analysis import Analysis
    from extractor.api import Extractor
    from extractor.article import Article
    from extractor.batch import Failure, extract_folder
    from extractor.entity_counts import EntityCount, count_entities
    from extractor.errors import (
        ArticleError,
        AssemblyError,
        ExtractorError,
        GoldError,
        LexiconError,
        ModelError,
        OutputError,
        PipelineError,
        QueryError,
    )
    from extractor.merging import Copies, Registry, RegistryEntry, merge_records
    from extractor.query import (
        Conditions,
        FoundAbout,
        FoundName,
        FoundStatement,
        Selected,
        ViewColumn,
        describe_views,
        query_statements,
        select,
    )
    from extractor.readers import ReadFailure, ReadOptions, read_articles
    from extractor.records import (
        About,
        Act,
        ArticleRecord,
        Cue,
        DateAnchor,
        DecidedBy,
        Entity,
        EntityIds,
        EntityType,
        Form,
        Mention,
        MentionKind,
        Place,
        Precision,
        SaidDate,
        Source,
        Speaker,
        SpeakerKind,
        Stance,
        StanceValue,
        Statement,
        TextSpan,
    )
    from extractor.report import write_report
    from extractor.tables.names import TableName
    from extractor.writers.converting import convert
    from extractor.writers.destination import write_records
    from extractor.writers.formats import Format
    from extractor.writers.recorded import read_all_records

_HOMES = {
    "extractor.analysis": ("Analysis",),
    "extractor.api": ("Extractor",),
    "extractor.article": ("Article",),
    "extractor.batch": ("Failure", "extract_folder"),
    "extractor.entity_counts": ("EntityCount", "count_entities"),
    "extractor.errors": (
        "ArticleError",
        "AssemblyError",
        "ExtractorError",
        "GoldError",
        "LexiconError",
        "ModelError",
        "OutputError",
        "PipelineError",
        "QueryError",
    ),
    "extractor.query": (
        "Conditions",
        "FoundAbout",
        "FoundName",
        "FoundStatement",
        "Selected",
        "ViewColumn",
        "describe_views",
        "query_statements",
        "select",
    ),
    "extractor.merging": ("Copies", "Registry", "RegistryEntry", "merge_records"),
    "extractor.readers": ("ReadFailure", "ReadOptions", "read_articles"),
    "extractor.records": (
        "About",
        "Act",
        "ArticleRecord",
        "Cue",
        "DateAnchor",
        "DecidedBy",
        "Entity",
        "EntityIds",
        "EntityType",
        "Form",
        "Mention",
        "MentionKind",
        "Place",
        "Precision",
        "SaidDate",
        "Source",
        "Speaker",
        "SpeakerKind",
        "Stance",
        "StanceValue",
        "Statement",
        "TextSpan",
    ),
    "extractor.report": ("write_report",),
    "extractor.tables.names": ("TableName",),
    "extractor.writers.converting": ("convert",),
    "extractor.writers.destination": ("write_records",),
    "extractor.writers.formats": ("Format",),
    "extractor.writers.recorded": ("read_all_records",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "About",
    "Act",
    "Analysis",
    "Article",
    "ArticleError",
    "ArticleRecord",
    "AssemblyError",
    "Conditions",
    "Copies",
    "Cue",
    "DateAnchor",
    "DecidedBy",
    "Entity",
    "EntityCount",
    "EntityIds",
    "EntityType",
    "Extractor",
    "ExtractorError",
    "Failure",
    "Form",
    "Format",
    "FoundAbout",
    "FoundName",
    "FoundStatement",
    "GoldError",
    "LexiconError",
    "Mention",
    "MentionKind",
    "ModelError",
    "OutputError",
    "PipelineError",
    "Place",
    "Precision",
    "QueryError",
    "ReadFailure",
    "ReadOptions",
    "Registry",
    "RegistryEntry",
    "SaidDate",
    "Selected",
    "Source",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "StanceValue",
    "Statement",
    "TableName",
    "TextSpan",
    "ViewColumn",
    "__version__",
    "convert",
    "count_entities",
    "describe_views",
    "extract_folder",
    "load",
    "merge_records",
    "query_statements",
    "read_all_records",
    "read_articles",
    "select",
    "write_records",
    "write_report",
]

__version__ = version("hatsugen")

logging.getLogger(__name__).addHandler(logging.NullHandler())  # the library is silent unless it is asked


def load(model: str = "ja_ginza", *, topics: "str | Path | None" = None) -> "Extractor":
    """Load the pipeline; spaCy is imported only now.

    model: name of an installed GiNZA pipeline. topics: a TOML file of topics of your own, beside those built in.
    Raises ModelError or LexiconError where one cannot be loaded.
    """
    from extractor.api import Extractor  # noqa: PLC0415 - it imports spaCy: importing the package must not

    return Extractor.load(model, topics=topics)


def __getattr__(name: str) -> Any:
    """Import a public name from its home the first time that it is asked for."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
