"""The layer of statements: contents, cues and speakers joined, with what is done in saying it and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractor.attribution.acts import decide_act, load_act
from extractor.attribution.confidence import estimate_confidence, load_confidence
from extractor.attribution.evidence import Evidence, EvidenceFinder
from extractor.attribution.ordered import last_ending_until
from extractor.attribution.running_times import RunningTimes
from extractor.attribution.saying_times import SayingTimes
from extractor.attribution.sourceless import is_sourceless
from extractor.layers import (
    ContentFound,
    CueFound,
    EntityFound,
    Heading,
    MentionFound,
    Quote,
    SpeakerFound,
    StatementFound,
    TimeFound,
    read_layer,
    write_layer,
)
from extractor.lexicon.acts import ActLexicon, load_acts
from extractor.lexicon.grammar import Grammar, load_grammar
from extractor.lexicon.times import Times, load_times
from extractor.trained import ClassWeights, LinearWeights

_UNTRAINED = 0.5  # confidence of every statement where there are no weights


@dataclass(frozen=True, slots=True)
class StatementWeights:
    """Weights of the trained parts; None while they are still to be trained."""

    confidence: LinearWeights | None = None
    act: ClassWeights | None = None


def join_statements(
    doc: Doc, acts: ActLexicon, grammar: Grammar, times: tuple[int, ...], weights: StatementWeights
) -> Iterator[StatementFound]:
    """Yield one statement for each content that somebody says, in text order.

    times: for each content the index of its time in the layer ``times``, -1 where there is none.
    """
    contents, cues = read_layer(doc, ContentFound), read_layer(doc, CueFound)
    speakers, headings = read_layer(doc, SpeakerFound), read_layer(doc, Heading)
    saying = _by_content(speakers)
    said = [
        index in saying or not is_sourceless(content, cues[content.cue] if content.cue >= 0 else None, grammar)
        for index, content in enumerate(contents)
    ]
    evidence, within = EvidenceFinder(doc), find_within(contents, said)
    for index, content in enumerate(contents):
        if not said[index]:
            continue
        cue = cues[content.cue] if content.cue >= 0 else None
        own = saying.get(index, [])
        yield StatementFound(
            content.start,
            content.end,
            content=index,
            act=str(decide_act(doc, content, cue, acts, weights.act)),
            within=within[index],
            heading=_heading(content.start, headings),
            confidence=_confidence(evidence.gather(index, own), weights.confidence),
            time=times[index],
        )


def _confidence(evidence: Evidence, weights: LinearWeights | None) -> float:
    return estimate_confidence(evidence, weights) if weights else _UNTRAINED


def find_within(contents: tuple[ContentFound, ...], said: Sequence[bool]) -> list[int]:
    """Return for each content the index of the smallest larger one that holds it and is said, -1 where none does.

    contents: in text order, the longer first. said: for each whether somebody says it.
    """
    found: list[int] = []
    around: list[int] = []  # those that reach beyond where the content begins
    for index, inner in enumerate(contents):
        around = [place for place in around if contents[place].end > inner.start]
        holding = [place for place in around if inner.end <= contents[place].end]
        larger = [place for place in holding if _length(contents[place]) > _length(inner)]
        found.append(min(larger, key=lambda place: _length(contents[place]), default=-1))
        if said[index]:
            around.append(index)
    return found


def _by_content(speakers: tuple[SpeakerFound, ...]) -> dict[int, list[SpeakerFound]]:
    """Return who says each content, by its index; addressees left out."""
    saying: dict[int, list[SpeakerFound]] = {}
    for speaker in speakers:
        if not speaker.addressee:
            saying.setdefault(speaker.content, []).append(speaker)
    return saying


def _length(content: ContentFound) -> int:
    return content.end - content.start


def _heading(start: int, headings: tuple[Heading, ...]) -> int:
    """Return the index of the last heading above ``start``, -1 where there is none."""
    return last_ending_until(headings, start)


class Statements:
    """Writes the layer of statements."""

    reads = (Heading, Quote, MentionFound, EntityFound, CueFound, ContentFound, SpeakerFound, TimeFound)
    writes = StatementFound

    def __init__(self, acts: ActLexicon, grammar: Grammar, times: Times, weights: StatementWeights) -> None:
        """acts, grammar, times: as the lexicon reads them."""
        self._acts = acts
        self._grammar = grammar
        self._times = times
        self._weights = weights

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        times = RunningTimes(doc, SayingTimes(doc, self._grammar, self._times), self._times).find()
        write_layer(doc, StatementFound, join_statements(doc, self._acts, self._grammar, times, self._weights))
        return doc


@Language.factory(
    "extractor_statements",
    requires=["token.head"],
    assigns=["doc.spans"],
    default_config={"confidence": True, "act": True},
)
def make_statements(nlp: Language, name: str, confidence: bool, act: bool) -> Statements:
    """Make the component with the package's lexicon and weights.

    confidence, act: False leaves the weights unread, as training must, which makes them.
    """
    weights = StatementWeights(load_confidence() if confidence else None, load_act() if act else None)
    return Statements(load_acts(), load_grammar(), load_times(), weights)
