"""An evaluation as plain text for a person."""

from collections.abc import Iterator, Mapping

from extractor.evaluation.bootstrap import Interval
from extractor.evaluation.calibration import Calibration
from extractor.evaluation.figures import AboutFigures, Retrieval, share
from extractor.evaluation.mistakes import MistakeKind
from extractor.evaluation.parts import Part
from extractor.evaluation.scoring import Evaluation, Scores
from extractor.records import Place

LABEL = 27  # width of the first column
_PLACES = {Place.CONTENT: "in the content", Place.SENTENCE: "in the sentence", Place.INHERITED: "before it"}

SHARES = {
    "speaker accuracy": "speaker_accuracy",
    "content dice": "content_dice",
    "content exact": "content_exact",
    "cue accuracy": "cue_accuracy",
    "form accuracy": "form_accuracy",
    "act accuracy": "act_accuracy",
}


def render(evaluation: Evaluation) -> str:
    """Return the figures with their 95 % intervals, then the mistakes by kind; every line ends with a line break."""
    scores, bounds = evaluation.scores, evaluation.intervals
    blocks = [
        _documents(evaluation),
        _retrievals("statements", {"joint": scores.joint, "detection": scores.detection}, "", bounds),
        [_share(label, getattr(scores, name), bounds.get(name)) for label, name in SHARES.items()],
        _parts(scores, bounds),
        _reported(scores, bounds),
        _retrievals("entities", scores.entities, "entities.", bounds),
        [
            _share("linked (countries)", scores.linked, bounds.get("linked")),
            _share("clusters (B-cubed)", scores.clusters, bounds.get("clusters")),
        ],
        _about(scores.about, bounds) if scores.about else [],
        _confidence(scores.confidence) if scores.confidence else [],
        list(_mistakes(evaluation.mistakes)),
    ]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _documents(evaluation: Evaluation) -> list[str]:
    lines = [f"{'documents':{LABEL}}{evaluation.scores.documents:6}"]
    for label, docs in (("without prediction", evaluation.missing), ("on another text", evaluation.other_text)):
        if docs:
            lines.append(f"{label:{LABEL}}{len(docs):6}  {', '.join(docs)}")
    return lines


def _retrievals(title: str, rows: Mapping[str, Retrieval], path: str, bounds: Mapping[str, Interval]) -> list[str]:
    head = f"{title:{LABEL}}{'precision':>9}{'recall':>8}{'F1':>8}  {'95 % of F1':15}{'n':>6}"
    return [head] + [
        f"{name:{LABEL}}{row.p:9.4f}{row.r:8.4f}{row.f1:8.4f}  {_bounds(bounds.get(f'{path}{name}.f1')):15}{row.n:6}"
        for name, row in rows.items()
    ]


def _share(label: str, value: float, bounds: Interval | None) -> str:
    return f"{label:{LABEL}}{'':17}{value:8.4f}  {_bounds(bounds)}".rstrip()


def _bounds(bounds: Interval | None) -> str:
    return f"{bounds[0]:.4f}–{bounds[1]:.4f}" if bounds else ""


def _parts(scores: Scores, bounds: Mapping[str, Interval]) -> list[str]:
    tables = {"form": scores.by_form, "source": scores.by_source, "distance": scores.by_distance}
    labels = {"form": "", "source": "source ", "distance": "speaker: "}
    head = f"{'required statements':{LABEL}}{'n':>9}{'found':>8}{'joint':>8}{'share':>8}  95 % of the share"
    return [head] + [
        _part(f"{labels[by]}{sort}", part, bounds.get(f"by_{by}.{sort}.joint"))
        for by, sorts in tables.items()
        for sort, part in sorts.items()
    ]


def _part(label: str, part: Part, bounds: Interval | None) -> str:
    counts = f"{part.n:>9}{part.found:>8}{part.joint:>8}{share(part.joint, part.n):8.4f}"
    return f"{label:{LABEL}}{counts}  {_bounds(bounds)}".rstrip()


def _reported(scores: Scores, bounds: Mapping[str, Interval]) -> list[str]:
    reported = scores.reported
    return [
        _share("reported: precision", reported.precision, bounds.get("reported.precision")),
        _share(f"reported: recall of {reported.n}", reported.recall, bounds.get("reported.recall")),
    ]


def _about(found: AboutFigures, bounds: Mapping[str, Interval]) -> list[str]:
    parts = {
        **{
            f"topics_by_place.{place}": (f"topic {_PLACES[Place(place)]}", part)
            for place, part in found.topics_by_place.items()
        },
        "dates_in_sentence": ("date in the sentence", found.dates_in_sentence),
    }
    return [
        *_retrievals("found statements", {"topics": found.topics, "dates": found.dates}, "about.", bounds),
        *(
            _share(f"{label}: of {part.n}", part.recall, bounds.get(f"about.{path}.recall"))
            for path, (label, part) in parts.items()
        ),
        _share("stances", found.stances, bounds.get("about.stances")),
        _share("stance coverage", found.stance_coverage, bounds.get("about.stance_coverage")),
    ]


def _confidence(found: Calibration) -> list[str]:
    shares = {
        "confidence ranking": found.ranking,
        "right above the median": found.upper_half,
        "right below the median": found.lower_half,
    }
    lines = [_share(label, share, None) for label, share in shares.items() if share is not None]
    head = f"{'by confidence':{LABEL}}{'n':>9}{'mean':>8}{'right':>8}"
    return [*lines, head] + [f"{'':{LABEL}}{row.n:9}{row.confidence:8.4f}{row.right:8.4f}" for row in found.bins]


def _mistakes(kinds: tuple[MistakeKind, ...]) -> Iterator[str]:
    """Yield a line for each kind of mistake and one for each example below it."""
    if kinds:
        yield "mistakes"
    for kind in kinds:
        yield f"{kind.count:6}  {kind.kind}"
        for example in kind.examples:
            yield f"{'':10}{example.doc}: {example.text}"
