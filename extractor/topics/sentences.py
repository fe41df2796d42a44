"""The sentences that a statement stands in: those of its content and of its cue."""

from spacy.tokens import Doc

from extractor.doc_sentences import sentence_end, sentence_start
from extractor.layers import ContentFound, CueFound
from extractor.syntax import token_range


def sentences_of(doc: Doc, content: ContentFound, cue: CueFound | None) -> tuple[int, int]:
    """Return the tokens of the sentences that content and cue stand in, first and one after the last."""
    start = min(content.start, cue.start) if cue else content.start
    end = max(content.end, cue.end) if cue else content.end
    first, after = token_range(doc, start, end)
    return sentence_start(doc, first), sentence_end(doc, after - 1)
