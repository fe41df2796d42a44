"""Whose report it is that a source names: 県|の集計では, 県|が明らかにしたところでは."""

from collections.abc import Sequence

from extractor.attribution.ordered import begun_between
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.doc_sentences import sentence_start
from extractor.layers import CueFound
from extractor.lexicon.function_words import load_function_words
from extractor.syntax import is_verb, token_range

_WORD = load_function_words()


def is_owned(cue: CueFound, speakers: SpeakerPhrases) -> bool:
    """Whether the source ``cue`` needs somebody whose report it is: の集計では, ところでは; not の発表によると."""
    words = speakers.doc[slice(*token_range(speakers.doc, cue.start, cue.end))]
    whose = words[0].text == _WORD.genitive and all(word.lemma_ not in speakers.grammar.source_verbs for word in words)
    return bool(whose or _is_formal(cue, speakers))


def owner(cue: CueFound, speakers: SpeakerPhrases) -> SpeakerPhrase | None:
    """Return whose report the source ``cue`` names, None where nobody's that can speak.

    県の|集計では, 県の八日時点の|集計では, 県が明らかにした|ところでは; not 昨年の|集計では, 店が多い|ところでは
    """
    first = token_range(speakers.doc, cue.start, cue.end)[0]
    row = list(speakers.between(sentence_start(speakers.doc, first), first))
    told = _is_formal(cue, speakers)
    if told and not (row and is_verb(speakers.doc[row[-1].head])):
        return None
    for number, phrase in enumerate(reversed(row)):
        if told:
            found = speakers.find(phrase) if phrase.particle == _WORD.nominative else None
        elif number and phrase.particle != _WORD.genitive:
            return None
        else:
            found = speakers.find(phrase)
        if found is not None:
            return found
    return None


def is_source(cue: CueFound, cues: Sequence[CueFound], speakers: SpeakerPhrases) -> bool:
    """Whether the source ``cue``, one of ``cues``, tells what follows, by what it is and whose.

    県の集計では、|四割だ; not 昨年の集計では|四割だった, 県の調査では、|半数が…と答えた, 県の調査で|使う車
    """
    if not is_owned(cue, speakers):
        return True
    if owner(cue, speakers) is None:
        return False
    words = speakers.doc[slice(*token_range(speakers.doc, cue.start, cue.end))]
    others = {other.lemma for other in begun_between(cues, cue.end, words[0].sent.end_char)}
    finding = words[-1].text == _WORD.locative  # …ことが|県の調査で|分かった
    grammar = speakers.grammar
    return not others.isdisjoint(grammar.confirming) if finding else others.isdisjoint(grammar.answering)


def _is_formal(cue: CueFound, speakers: SpeakerPhrases) -> bool:
    return any(cue.lemma.startswith(noun) for noun in speakers.grammar.formal_nouns)
