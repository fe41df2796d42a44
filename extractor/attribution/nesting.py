"""Sayings within sayings: whose the topic of a sentence is where what one says tells that another says something."""

from collections.abc import Sequence

from extractor.attribution.subjects import SpeakerPhrases
from extractor.bunsetsu import in_relative
from extractor.layers import CueFound
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.syntax import is_conjunctive_particle, is_ending, token_range

_NEAR = 3  # cues behind a saying of which one may tell of it
_WORD = load_function_words()


def behind_topic(speakers: SpeakerPhrases, start: int, end: int, cues: Sequence[CueFound], index: int) -> int:
    """Return ``start``, or where a saying begins that the topic before it only tells of.

    警察は、|男が「頼まれた」と話したことを明らかにした.  警察は、|男が犯行を認めたと発表した.
    index: of the saying's cue among ``cues``, in text order.
    """
    doc, grammar = speakers.doc, speakers.grammar
    first, place = token_range(doc, cues[index].start, cues[index].end)
    while place < len(doc) and (
        is_ending(doc[place]) or is_conjunctive_particle(doc[place]) or doc[place].lemma_ in grammar.light_verbs
    ):
        place += 1
    if place == len(doc):
        return start
    outer = next((cue for cue in cues[index + 1 : index + 1 + _NEAR] if cue.marker_start == doc[place].idx), None)
    noun = doc[place].text in grammar.clause_nouns
    if not noun and (outer is None or outer.marker != Marker.TO or outer.passive or outer.kind == CueKind.HEARSAY):
        return start
    found = [phrase for phrase in speakers.between(start, end) if speakers.find(phrase)]
    if not found or found[0].particle != _WORD.topic:
        return start
    others = [phrase for phrase in found if phrase.particle == _WORD.nominative]
    told = noun or (outer is not None and outer.lemma in grammar.relaying)
    tells = any(doc[phrase.head].head.i == first or (told and not in_relative(doc, phrase, end)) for phrase in others)
    return found[0].end if tells else start


def has_topic(speakers: SpeakerPhrases, start: int, end: int) -> bool:
    """Whether a topic that can speak stands between the tokens ``start`` and ``end``: 首相は|…と述べ、."""
    return any(phrase.particle == _WORD.topic and speakers.find(phrase) for phrase in speakers.between(start, end))


def starts_with_topic(speakers: SpeakerPhrases, start: int, end: int) -> bool:
    """Whether a topic that can speak has another subject behind it: Aは、Bが…と述べたと発表した."""
    found = [phrase.particle for phrase in speakers.between(start, end) if speakers.find(phrase)]
    behind = found[found.index(_WORD.topic) + 1 :] if _WORD.topic in found else []
    return _WORD.nominative in behind or _WORD.topic in behind


def tells_itself(cue: CueFound, speakers: SpeakerPhrases, start: int, end: int) -> bool:
    """Whether the topic of what is said within speaks at the end too: 県は|身元を確認したと発表した.

    Not where the cue passes on what others say: 総書記は…と述べたと|伝えた.
    """
    if cue.kind not in (CueKind.VERB, CueKind.SAHEN) or cue.passive or cue.lemma in speakers.grammar.relaying:
        return False
    found = [phrase.particle for phrase in speakers.between(start, end) if speakers.find(phrase)]
    return next((particle for particle in found if particle != _WORD.genitive), "") == _WORD.topic
