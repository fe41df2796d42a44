"""The borders of sentences are those that spaCy finds."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.doc_sentences import sentence_end, sentence_start


def test_sentences_are_those_of_the_tokens() -> None:
    starts: list[bool | int | None] = [True, False, False, True, True, False]
    doc = Doc(Vocab(), words=["雨", "だ", "。", "\n", "帰る", "。"], sent_starts=starts)
    found = [(sentence_start(doc, place), sentence_end(doc, place)) for place in range(len(doc))]
    assert found == [(token.sent.start, token.sent.end) for token in doc]


def test_the_first_token_begins_one_whether_or_not_it_is_marked() -> None:
    doc = Doc(Vocab(), words=["雨", "だ"], sent_starts=[False, False])
    assert (sentence_start(doc, 1), sentence_end(doc, 0)) == (0, 2)
