"""Stock GiNZA as anyone would run it: ``nlp.pipe`` over the texts of articles.

Run: python -m benchmarks.stock PATH...
"""

import time

import spacy

from benchmarks.articles import named
from benchmarks.measuring import tell


def main() -> None:
    """Measure and tell."""
    texts = [article.text for article in named()]
    nlp = spacy.load("ja_ginza")
    nlp(texts[0])
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    tell(time.process_time() - start, tokens)


if __name__ == "__main__":
    main()
