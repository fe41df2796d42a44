"""Whether parses are those of stock GiNZA: the same words and sentences go through its parts as they come, and ours.

Run: python -m benchmarks.parses PATH...
"""

import sys
from collections import Counter
from collections.abc import Iterable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.articles import named
from extractor.folding import fold
from extractor.pipeline import AFTER_PARSER, BEFORE_PARSER, build_pipeline

_STOCK = ("tok2vec", "parser", "morphologizer", "compound_splitter", "bunsetu_recognizer")
_OURS = ("tok2vec", "parser", *AFTER_PARSER)
COMPARED = ("head", "dep_", "tag_", "lemma_")


def through(nlp: Language, parts: Iterable[str], doc: Doc) -> Doc:
    """Return ``doc`` after the named parts of ``nlp``."""
    for name in parts:
        doc = nlp.get_pipe(name)(doc)
    return doc


def agreeing(texts: Iterable[str]) -> tuple[int, Counter[str]]:
    """Return how many tokens ``texts`` have, and for how many stock and ours say the same of each of ``COMPARED``."""
    ours = build_pipeline()
    stock = spacy.load("ja_ginza", exclude=["ner"], vocab=ours.vocab)
    tokens, same = 0, Counter[str]()
    for text in texts:
        words = through(ours, BEFORE_PARSER, ours.tokenizer(fold(text).text))
        expected, found = through(stock, _STOCK, words.copy()), through(ours, _OURS, words.copy())
        tokens += len(words)
        for name in COMPARED:
            same[name] += sum(_value(a, name) == _value(b, name) for a, b in zip(expected, found, strict=True))
    return tokens, same


def _value(token: object, name: str) -> object:
    value = getattr(token, name)
    return value.i if name == "head" else value


def main() -> None:
    """Compare, and say so in a table."""
    tokens, same = agreeing(article.text for article in named())
    sys.stdout.write(f"| of {tokens:,} tokens | the same as stock GiNZA |\n|---|---|\n")
    for name in COMPARED:
        sys.stdout.write(f"| {name.strip('_')} | {same[name] / tokens:.4%} |\n")


if __name__ == "__main__":
    main()
