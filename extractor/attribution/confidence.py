"""How sure a statement is: a logistic regression over what decided it, trained on gold (``extractor.training``)."""

from collections.abc import Iterator

from extractor.attribution.evidence import Evidence
from extractor.records import Form, SpeakerKind
from extractor.trained import LinearWeights, load_linear

PART = "confidence"
FEATURE_SET = 1  #: counted up with every change of ``features``; weights made for another one are refused

_LENGTHS = (8, 20, 40, 80)  # characters of the content
_GAPS = (4, 16, 31)  # characters between speaker and content
_DISTANCES = (1, 2, 4)  # sentences back to an omitted speaker
_LEAST, _MOST = 0.01, 0.99  # nothing is certain


def load_confidence() -> LinearWeights:
    """Return the trained weights. Raises ModelError where they are missing or made for other features."""
    return load_linear(PART, feature_set=FEATURE_SET)


def estimate_confidence(evidence: Evidence, weights: LinearWeights) -> float:
    """Return how probable it is that the statement is right with its speakers, 0.01 to 0.99, two decimals.

    A feature that training never saw counts for nothing.
    """
    return min(max(round(weights.probability(features(evidence)), 2), _LEAST), _MOST)


def features(evidence: Evidence) -> dict[str, float]:
    """Return the features by name, those that are 0 left out; training and use call this one function.

    ルビオ氏は「…」と述べた  →  content=quotation, marker=to, cue=verb, form=direct, speaker-kind=named …
    """
    return dict.fromkeys((*_of_content(evidence), *_of_cue(evidence), *_of_speakers(evidence)), 1.0)


def _of_content(evidence: Evidence) -> Iterator[str]:
    content = evidence.content
    yield f"content={content.rule.partition(':')[0]}"
    yield f"form={content.form}"
    yield from _steps("length", content.end - content.start, _LENGTHS)
    if content.form != Form.DIRECT:
        yield from _steps("exits", evidence.exits, (2, 3))
    if evidence.overlaps:
        yield "overlaps"
    if evidence.opens_sentence:
        yield "opens-sentence"
    if not evidence.closed:
        yield "unclosed"
    if evidence.in_heading:
        yield "in-heading"


def _of_cue(evidence: Evidence) -> Iterator[str]:
    cue = evidence.cue
    if cue is None:
        yield "cue=none"
        return
    yield f"cue={cue.kind if cue.entry else 'open'}"
    yield f"marker={cue.marker}"
    if cue.passive:
        yield "passive"


def _of_speakers(evidence: Evidence) -> Iterator[str]:
    if not evidence.speakers:
        yield "speaker=nobody"
        return
    first = evidence.speakers[0]
    yield f"speaker={first.rule}"
    yield f"speaker-kind={first.kind}"
    yield f"speaker-type={evidence.entity_type or 'unlinked'}"
    if len(evidence.speakers) > 1:
        yield "several-speakers"
    if evidence.speaker_tied:
        yield "speaker-tied"
    if evidence.speaker_in_content:
        yield "speaker-in-content"
    yield from _steps("speaker-gap", evidence.speaker_gap, _GAPS)
    if first.kind == SpeakerKind.IMPLICIT:
        yield from _steps("distance", evidence.distance, _DISTANCES)
        if evidence.other_paragraph:
            yield "other-paragraph"


def _steps(name: str, value: int, steps: tuple[int, ...]) -> Iterator[str]:
    """Yield a feature for every step that ``value`` reaches: 25 characters → length>=8, length>=20."""
    yield from (f"{name}>={step}" for step in steps if value >= step)
