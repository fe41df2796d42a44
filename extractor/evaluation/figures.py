"""From counts to figures: shares, precision and recall, rounded to four places."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from extractor.evaluation.abouts import AboutCounts
from extractor.evaluation.entities import EntityCounts
from extractor.evaluation.statements import StatementCounts
from extractor.records import EntityType, Place


class Frozen(BaseModel):
    """Base of results: frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Retrieval(Frozen):
    """Precision, recall and their harmonic mean; ``n`` is the number of things to be found."""

    p: float
    r: float
    f1: float
    n: int


class Reported(Frozen):
    """Statements of the form "reported", apart from the main figures; ``n`` of them are to be found."""

    recall: float
    n: int
    precision: float = Field(description="share of predictions of this form that match any gold statement")


class Found(Frozen):
    """The share that is found of ``n``."""

    recall: float
    n: int


class AboutFigures(Frozen):
    """What found statements are about; dates and stances where gold has them."""

    topics: Retrieval
    topics_by_place: dict[str, Found] = Field(description="by where the words stand that show the topic")
    dates: Retrieval
    dates_in_sentence: Found = Field(description="of those that words of the same sentence tell")
    stances: float = Field(description="share of right stances of those given towards a topic found right")
    stance_coverage: float = Field(description="share of the stances in gold where one is given")


class Figures(Frozen):
    """What a set of counts comes to. All between 0 and 1, but for the numbers ``n``."""

    joint: Retrieval = Field(description="statement found, with the right speakers: the headline")
    detection: Retrieval
    speaker_accuracy: float = Field(description="of the statements found")
    content_dice: float
    content_exact: float
    cue_accuracy: float
    form_accuracy: float
    act_accuracy: float
    reported: Reported
    entities: dict[str, Retrieval] = Field(description="by type, and all")
    linked: float = Field(description="share of right country mentions with the right ISO code")
    clusters: float = Field(description="B-cubed F1 over right mentions of persons and organizations")
    about: AboutFigures | None = Field(description="null where gold does not say what statements are about")


_NO_ABOUTS = AboutCounts()


def figures(statements: StatementCounts, entities: EntityCounts, abouts: AboutCounts = _NO_ABOUTS) -> Figures:
    """Return the figures of counts that are added up over documents."""
    s, e = statements, entities
    wrong = s.found - s.joint
    by_type = {
        EntityType.PERSON.value: (e.person_right, e.person_spurious, e.person_missed),
        EntityType.COUNTRY.value: (e.country_right, e.country_spurious, e.country_missed),
        EntityType.ORGANIZATION.value: (e.organization_right, e.organization_spurious, e.organization_missed),
    }
    right, spurious, missed = (sum(column) for column in zip(*by_type.values(), strict=True))
    return Figures(
        joint=retrieval(s.joint, s.spurious + wrong, s.missed + wrong),
        detection=retrieval(s.found, s.spurious, s.missed),
        speaker_accuracy=share(s.joint, s.found),
        content_dice=share(s.overlap, s.found),
        content_exact=share(s.exact, s.found),
        cue_accuracy=share(s.cue, s.with_cue),
        form_accuracy=share(s.form, s.found),
        act_accuracy=share(s.act, s.found),
        reported=Reported(
            recall=share(s.reported_found, s.reported_found + s.reported_missed),
            n=s.reported_found + s.reported_missed,
            precision=share(s.reported_right, s.reported_predicted),
        ),
        entities={
            **{kind: retrieval(*counts) for kind, counts in by_type.items()},
            "all": retrieval(right, spurious, missed),
        },
        linked=share(e.linked, e.country_right),
        clusters=_clusters(e),
        about=_about(abouts) if abouts.documents else None,
    )


def _about(counts: AboutCounts) -> AboutFigures:
    return AboutFigures(
        topics=retrieval(counts.right, counts.spurious, counts.missed),
        topics_by_place={
            Place.CONTENT.value: found(counts.content_found, counts.content),
            Place.SENTENCE.value: found(counts.sentence_found, counts.sentence),
            Place.INHERITED.value: found(counts.inherited_found, counts.inherited),
        },
        dates=retrieval(counts.dates_right, counts.dates_given - counts.dates_right, counts.dated - counts.dates_right),
        dates_in_sentence=found(counts.dates_right_here, counts.dated_here),
        stances=share(counts.judged_right, counts.judged),
        stance_coverage=share(counts.stances_given, counts.stances),
    )


def share(part: float, whole: float) -> float:
    """Return ``part / whole``, 0 where there is no whole."""
    return round(part / whole, 4) if whole else 0.0


def found(right: int, wanted: int) -> Found:
    """Return the share that is found, and of how many."""
    return Found(recall=share(right, wanted), n=wanted)


def retrieval(right: int, spurious: int, missed: int) -> Retrieval:
    """Return precision, recall and F1 of counts."""
    return weighed_retrieval(right, right + spurious, right, right + missed)


def weighed_retrieval(precise: float, predicted: int, recalled: float, wanted: int) -> Retrieval:
    """Return precision, recall and F1 where each thing is right in part, as in B-cubed.

    precise, recalled: the parts added up, over the things ``predicted`` and over those ``wanted``.
    """
    p = precise / predicted if predicted else 0.0
    r = recalled / wanted if wanted else 0.0
    return Retrieval(p=round(p, 4), r=round(r, 4), f1=round(_harmonic(p, r), 4), n=wanted)


def _clusters(counts: EntityCounts) -> float:
    if not counts.clustered:
        return 0.0
    p, r = counts.cluster_precision / counts.clustered, counts.cluster_recall / counts.clustered
    return round(_harmonic(p, r), 4)


def _harmonic(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def flatten(model: BaseModel) -> dict[str, float]:
    """Return every share of ``model`` under its path, as ``joint.f1``; whole numbers are left out."""
    return dict(_leaves(model.model_dump(), ""))


def _leaves(value: object, path: str) -> Iterator[tuple[str, float]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, float):
        yield path, value
