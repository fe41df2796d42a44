"""Sayings within sayings: whose the topic of a sentence is where what one says tells that another says something."""

from extractor.attribution.subjects import SpeakerPhrases
from extractor.layers import CueFound
from extractor.lexicon.cues import CueKind
from extractor.lexicon.function_words import load_function_words
from extractor.syntax import is_conjunctive_particle, is_ending

_WORD = load_function_words()


def behind_topic(speakers: SpeakerPhrases, start: int, end: int, after: int) -> int:
    """Return ``start``, or where a saying begins that the topic before it only tells of.

    警察は、|男が「頼まれた」と話したことを明らかにした. after: the token behind the cue.
    """
    doc, place, grammar = speakers.doc, after, speakers.grammar
    while place < len(doc) and (
        is_ending(doc[place]) or is_conjunctive_particle(doc[place]) or doc[place].lemma_ in grammar.light_verbs
    ):
        place += 1
    if place == len(doc) or doc[place].text not in grammar.clause_nouns:
        return start
    found = [phrase for phrase in speakers.between(start, end) if speakers.find(phrase)]
    particles = [phrase.particle for phrase in found]
    tells = particles[:1] == [_WORD.topic] and _WORD.nominative in particles
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
    return bool(found) and found[0] == _WORD.topic
