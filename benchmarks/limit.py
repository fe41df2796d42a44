"""The bare multiplications of GiNZA's tok2vec: numbers times numbers, and nothing else, article by article.

For a word, its vector of 300 numbers comes to 256, then nine layers make 3 * 256 numbers of 3 * 256.

Run: python -m benchmarks.limit PATH...
"""

import time

import numpy as np

from benchmarks.articles import named
from benchmarks.measuring import tell
from extractor.pipeline import build_pipeline

VECTOR, WIDTH, PIECES, LAYERS = 300, 256, 3, 9


def main() -> None:
    """Measure and tell."""
    tokenizer = build_pipeline().tokenizer
    lengths = [len(tokenizer(article.text)) for article in named()]
    random = np.random.default_rng(0)
    vectors = random.standard_normal((max(lengths), VECTOR), dtype=np.float32)
    windows = random.standard_normal((max(lengths), 3 * WIDTH), dtype=np.float32)
    projection = random.standard_normal((VECTOR, WIDTH), dtype=np.float32)
    weights = random.standard_normal((LAYERS, 3 * WIDTH, PIECES * WIDTH), dtype=np.float32)
    start = time.process_time()
    for length in lengths:
        np.matmul(vectors[:length], projection)
        for layer in weights:
            np.matmul(windows[:length], layer)
    tell(time.process_time() - start, sum(lengths))


if __name__ == "__main__":
    main()
