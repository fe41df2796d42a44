"""Which noun phrase of a clause is the subject of a cue: each is scored by what speaks for it and against it."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.lexicon.grammar import Grammar
from extractor.lexicon.particles import Particles
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import SpeakerKind
from extractor.syntax import (
    Phrase,
    is_adverbial_noun,
    is_conjunctive_particle,
    is_continuative,
    is_name,
    is_numeral,
    is_place_name,
    is_predicate,
    token_range,
)

_AMONG = "間"  # 専門家の|間では: the experts say it
_TOPICS = ("は", "も")
_TO = "に"
_AT = "では"  # 消防|では…としている
#: How much better some speakers fit than others, beside the weights of their particles.
_KIND_WEIGHT = {SpeakerKind.NAMED: 3.0, SpeakerKind.ANAPHOR: 3.0, SpeakerKind.GENERIC: 2.5}
_DOCUMENT_WEIGHT = 1.5
_FROM_PERSON = 1.5  # 大臣|から、…と述べた
_HEADLINE = 1.0  # X氏|、増税を否定
_ON_CUE, _ON_CONTENT = 2.0, -1.5
_SECOND_TOPIC = -1.5
_THRESHOLD = 4.0
#: The same for a noun of which nothing is known but that it is the first topic of the clause.
_UNKNOWN_NAME = 2.0  # アルヴェンタ|は…と述べた
_UNKNOWN_OPENS_FRAME = 1.0  # 番頭は|25日、…と述べた
_UNKNOWN_SET_APART = 1.0  # アルヴェンタでは|、…と述べた
_UNKNOWN_BEFORE_QUOTATION = 2.0  # 番頭は|「残る」と述べた
_UNKNOWN_ON_CUE, _UNKNOWN_ON_CONTENT = 0.5, -0.5


@dataclass(frozen=True, slots=True)
class Saying:
    """The cue whose subject is sought.

    start, end: tokens between which it stands. cue: its first token. content_head: last predicate of the content;
    what hangs there is rather the content's own subject. passive: so that its agent speaks (警察官から「…」と言われた).
    quotation: the token that opens the quotation it reports, -1 where it reports none. open: whether also a noun of
    which nothing is known may speak.
    """

    start: int
    end: int
    cue: int
    content_head: int = -1
    passive: bool = False
    quotation: int = -1
    open: bool = False


def best_subject(speakers: SpeakerPhrases, saying: Saying) -> SpeakerPhrase | None:
    """Return the phrase that is the subject of ``saying``, None where none is.

    首相は18日、党首が反対していると述べた  →  首相
    """
    doc, grammar = speakers.doc, speakers.grammar
    weights = grammar.particles.agent_weights if saying.passive else grammar.particles.subject_weights
    best, best_score, topics = None, _THRESHOLD, 0
    before: Phrase | None = None
    ended = False  # whether the phrase before ends a clause of its own
    row = list(speakers.between(saying.start, saying.end))
    for number, phrase in enumerate(row):
        speaker = speakers.find(phrase)
        if before and before.particle == "の" and doc[phrase.head].text == _AMONG:
            speaker = speakers.find(before)
        before = phrase
        score = _score(doc, phrase, speaker, weights, saying, grammar.particles) if speaker else 0.0
        if speaker is None and saying.open and not topics:
            speaker = speakers.anybody(phrase)
            after = row[number + 1] if number + 1 < len(row) else None
            score = _score_unknown(doc, speaker, after, weights, saying, grammar) if speaker else 0.0
        is_topic = phrase.particle in _TOPICS
        if is_topic and score >= _THRESHOLD and best and _gives_way(best.phrase, ended=ended):
            best_score = 0.0
        elif topics:
            score += _SECOND_TOPIC
        if speaker and score >= _THRESHOLD and score > best_score - (best is None):
            best, best_score = speaker, score
        topics += is_topic
        ended = phrase.comma and _ends_clause(doc, phrase)
    return best


def _score(
    doc: Doc,
    phrase: Phrase,
    speaker: SpeakerPhrase,
    weights: Mapping[str, float],
    saying: Saying,
    particles: Particles,
) -> float:
    weight = weights.get(phrase.particle) or _weight_of_comma(phrase, speaker, particles)
    placed = speaker.mention < 0 and phrase.particle == _AT and is_place_name(doc[phrase.head])  # 福岡町では
    told = phrase.particle == _TO and speaker.group is not SpeakerGroup.PERSON  # 福岡町に…と言われる
    if not weight or placed or told:
        return 0.0
    weight += _DOCUMENT_WEIGHT if speaker.group is SpeakerGroup.DOCUMENT else _KIND_WEIGHT[speaker.kind]
    head = doc[phrase.head].head.i
    if head == saying.cue:
        weight += _ON_CUE
    elif phrase.particle == "が" and (head == saying.content_head or speaker.kind is SpeakerKind.GENERIC):
        weight += _ON_CONTENT
    return weight


def _score_unknown(
    doc: Doc,
    speaker: SpeakerPhrase,
    after: Phrase | None,
    weights: Mapping[str, float],
    saying: Saying,
    grammar: Grammar,
) -> float:
    """Return the score of a noun of which nothing is known, 0 where it is no topic. after: the phrase behind it."""
    phrase = speaker.phrase
    words = doc[token_range(doc, speaker.start, speaker.end)[0] : phrase.head + 1]
    if saying.passive or phrase.particle not in grammar.particles.opening or words[-1].text in grammar.unspeaking:
        return 0.0
    if phrase.particle == _AT and is_place_name(words[-1]):
        return 0.0
    score = weights.get(phrase.particle, 0.0)
    if any(is_name(token) for token in words):
        score += _UNKNOWN_NAME
    if phrase.particle == _AT and phrase.comma:
        score += _UNKNOWN_SET_APART
    if after is not None and _is_frame(doc, after, grammar.particles):
        score += _UNKNOWN_OPENS_FRAME
    if phrase.end == saying.quotation:
        score += _UNKNOWN_BEFORE_QUOTATION
    head = doc[phrase.head].head.i
    return score + (_UNKNOWN_ON_CONTENT if saying.start <= head < saying.end else _UNKNOWN_ON_CUE)


def _is_frame(doc: Doc, phrase: Phrase, particles: Particles) -> bool:
    """Whether ``phrase`` tells when or about what something is said: 25日、 条例について、 記者団に対し."""
    if phrase.particle in particles.toward or phrase.particle in particles.concerning:
        return True
    words = doc[phrase.start : phrase.head + 1]
    dated = not phrase.particle and phrase.comma and any(is_numeral(token) for token in words)
    timed = is_adverbial_noun(words[-1]) and (phrase.comma or phrase.particle in particles.saying_time)
    return (dated or timed) and not _ends_clause(doc, phrase)


def _ends_clause(doc: Doc, phrase: Phrase) -> bool:
    """Whether ``phrase`` is a predicate that ends a clause: 行使したが、 深い知識があり、."""
    words = [token for token in doc[phrase.head : phrase.end] if not token.is_punct and not token.is_space]
    if not any(is_predicate(token) for token in words):
        return False
    return is_continuative(words[-1]) or is_conjunctive_particle(words[-1]) or words[-1].text == "が"


def _gives_way(subject: Phrase, *, ended: bool) -> bool:
    """Whether a topic behind ``subject`` speaks in its place: Aは…したが、Bは…と述べた; Aが…する中、Bは…と述べた.

    ended: whether a clause ends right before the topic.
    """
    return (ended and not subject.comma) or subject.particle == "が"


def _weight_of_comma(phrase: Phrase, speaker: SpeakerPhrase, particles: Particles) -> float:
    """Return the weight of a phrase that only 、 sets apart, else 0: 大臣から、…と述べた; X氏、増税を否定."""
    if not phrase.comma:
        return 0.0
    if phrase.particle in particles.origin and speaker.group is SpeakerGroup.PERSON:
        return _FROM_PERSON
    return _HEADLINE if not phrase.particle and speaker.kind is SpeakerKind.NAMED else 0.0
