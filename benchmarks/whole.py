"""The whole of our extraction, from articles in memory to lines of JSON, by stage.

Run: python -m benchmarks.whole PATH...
"""

import time
from collections import defaultdict

from spacy.tokens import Doc

from benchmarks.articles import named
from benchmarks.measuring import tell
from extractor.api import Extractor
from extractor.article import Article

_REST = "rest"  # folding, freeing words, assembling records, JSON


class Stopwatch:
    """Runs a part of the pipeline, and keeps how long it took."""

    def __init__(self, name: str, part: object, seconds: dict[str, float]) -> None:
        """seconds: where the time goes, under ``name``."""
        self._name, self._part, self._seconds = name, part, seconds

    def __call__(self, given: object) -> Doc:
        """Run the part."""
        start = time.process_time()
        doc = self._part(given)  # type: ignore[operator]  # a part of a pipeline can be called
        self._seconds[self._name] += time.process_time() - start
        return doc  # type: ignore[no-any-return]

    def __getattr__(self, name: str) -> object:
        return getattr(self._part, name)


def extract_all(extractor: Extractor, articles: list[Article]) -> int:
    """Extract from each article as a batch does, write the records nowhere; return how many characters they take."""
    return sum(len(record.model_dump_json()) for article in articles for record in extractor.extract_many((article,)))


def main() -> None:
    """Measure and tell."""
    articles = named()
    extractor = Extractor.load()
    nlp, seconds = extractor.nlp, defaultdict[str, float](float)
    tokens = sum(len(nlp.tokenizer(article.text)) for article in articles)
    extractor.extract(articles[0])
    nlp.tokenizer = Stopwatch("tokenizer", nlp.tokenizer, seconds)
    nlp._components = [(name, Stopwatch(name, part, seconds)) for name, part in nlp._components]
    seconds.clear()
    start = time.process_time()
    extract_all(extractor, articles)
    whole = time.process_time() - start
    tell(whole, tokens, {**seconds, _REST: whole - sum(seconds.values())})


if __name__ == "__main__":
    main()
