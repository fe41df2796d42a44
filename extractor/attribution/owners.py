"""Whose report it is that a source names: 県|の集計では, 県|の八日時点の集計では."""

from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.doc_sentences import sentence_start
from extractor.layers import CueFound
from extractor.lexicon.function_words import load_function_words
from extractor.syntax import token_range

_WORD = load_function_words()


def is_owned(cue: CueFound, speakers: SpeakerPhrases) -> bool:
    """Whether the source ``cue`` begins with の, so that it needs somebody whose report it is."""
    return bool(speakers.doc[token_range(speakers.doc, cue.start, cue.end)[0]].text == _WORD.genitive)


def owner(cue: CueFound, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return whose report the source ``cue`` names, None where nobody's that can speak: 昨年|の集計では."""
    first = token_range(speakers.doc, cue.start, cue.end)[0]
    row = list(speakers.between(sentence_start(speakers.doc, first), first))
    for number, phrase in enumerate(reversed(row)):
        if number and phrase.particle != _WORD.genitive:
            return None
        found = speakers.find(phrase)
        if found is not None:
            return found
    return None
