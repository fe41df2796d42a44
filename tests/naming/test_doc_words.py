"""The words of a Doc with what tokeniser and word vectors say of them."""

import numpy
import pytest
from spacy.tokens import Doc
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from extractor.naming.doc_words import DocWords

NOUN, PARTICLE = "名詞-普通名詞-一般", "助詞-係助詞"


def make_doc(vocab: Vocab, *words: str) -> Doc:
    tags = [NOUN, PARTICLE][: len(words)]
    return Doc(vocab, words=list(words), spaces=[False] * len(words), tags=tags)


def test_words_are_those_of_the_doc() -> None:
    words = DocWords.of(make_doc(Vocab(), "外務省", "は"))
    assert (words.text, words.words, words.starts, words.ends) == ("外務省は", ["外務省", "は"], [0, 3], [3, 4])
    assert (words.tags, words.unlisted) == ([NOUN, PARTICLE], [False, False])


def test_words_without_a_vector_are_unknown_where_others_have_one() -> None:
    vocab = Vocab()
    vocab.vectors = Vectors(data=numpy.ones((1, 4), dtype="float32"), keys=[vocab.strings.add("は")])
    words = DocWords.of(make_doc(vocab, "外務省", "は"))
    assert (words.rows.tolist(), words.unknown, words.vectors.shape) == ([-1, 0], [True, False], (1, 4))


@pytest.mark.parametrize("texts", [[], ["外務省", "は"]], ids=["empty", "two"])
def test_without_vectors_nothing_is_unknown(texts: list[str]) -> None:
    words = DocWords.of(make_doc(Vocab(), *texts))
    assert (words.rows.tolist(), words.unknown) == ([-1] * len(texts), [False] * len(texts))
