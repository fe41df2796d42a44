"""What is kept of a word is the same whoever stood beside it when it was first seen."""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from extractor.encoder.known import take_embedding, take_windows
from extractor.encoder.words import Words


def words_of(model: Model[Any, Any], kept: int = 100) -> Words:
    return Words(take_embedding(model), take_windows(model).first, kept)


def kept_of(words: Words, doc: Doc) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    places = words.places(doc)
    return words.embedded[places], words.products[:, places]


def test_the_same_bits_alone_and_among_others(
    make_model: Callable[..., Model[Any, Any]], make_doc: Callable[[int], Doc], vocab: Vocab
) -> None:
    model, doc = make_model(), make_doc(40)
    together = kept_of(words_of(model), doc)
    for place, word in enumerate(doc):
        alone = kept_of(words_of(model), Doc(vocab, words=[word.text]))
        assert np.array_equal(alone[0][0], together[0][place])
        assert np.array_equal(alone[1][:, 0], together[1][:, place])


def test_when_there_is_no_room_the_words_before_are_forgotten(
    make_model: Callable[..., Model[Any, Any]], make_doc: Callable[[int], Doc], vocab: Vocab
) -> None:
    model = make_model()
    words = words_of(model, kept=3)
    for doc in (Doc(vocab, words=["首相", "は"]), Doc(vocab, words=["NATO", "と"]), make_doc(40)):
        for found, expected in zip(kept_of(words, doc), kept_of(words_of(model), doc), strict=True):
            assert np.array_equal(found, expected)
    assert not words.embedded[0].any()
    before, itself, behind = words.products[:, 0]
    assert np.array_equal(itself, words.first.bias)
    assert not before.any()
    assert not behind.any()
