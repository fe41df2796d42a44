"""spaCy components: each a pure finder in a thin class, one layer one writer."""

from importlib import import_module

_MODULES = (
    "sentences",
    "relations",
    "headings",
    "quotes",
    "mentions",
    "entities",
    "cues",
    "contents",
    "speakers",
    "times",
    "statements",
    "topics",
    "abouts",
)


def register() -> None:
    """Import our tokenizer and every component, so that spaCy knows their factories."""
    import_module("extractor.tokenizer")
    for module in _MODULES:
        import_module(f"extractor.components.{module}")
