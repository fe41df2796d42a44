"""Long articles are analysed in pieces of whole sentences, and come out as if they had not been."""

import pytest

from extractor.api import Extractor
from extractor.errors import PipelineError
from extractor.layers import ContentFound, CueFound, MentionFound, SpeakerFound, read_layer
from extractor.pieces import analyse

TEXT = (
    "佐々木市長は18日、「計画は予定どおり進める」と述べた。\n"
    "市によると、工事は来月始まる。同氏は反対派に理解を求めた。\n"
)

pytestmark = pytest.mark.ginza


def test_pieces_give_the_layers_of_the_whole(extractor_loaded: Extractor) -> None:
    text = TEXT * 6
    whole, cut = analyse(extractor_loaded.nlp, text), analyse(extractor_loaded.nlp, text, piece=20)
    assert cut.text == whole.text == text
    assert [sent.start for sent in cut.sents] == [sent.start for sent in whole.sents]
    for layer in (CueFound, MentionFound, ContentFound, SpeakerFound):
        assert read_layer(cut, layer) == read_layer(whole, layer)


def test_a_piece_takes_a_sentence_longer_than_itself(extractor_loaded: Extractor) -> None:
    assert analyse(extractor_loaded.nlp, TEXT, piece=1).text == TEXT


def test_a_pipeline_without_our_sentences_is_refused(extractor_loaded: Extractor) -> None:
    with (
        extractor_loaded.nlp.select_pipes(disable=["extractor_sentences"]),
        pytest.raises(PipelineError, match="extractor_sentences"),
    ):
        analyse(extractor_loaded.nlp, TEXT)
