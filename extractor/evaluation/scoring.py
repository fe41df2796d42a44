"""Scoring predictions against gold: figures, their confidence intervals, and the mistakes."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from extractor.errors import GoldError
from extractor.evaluation.about_mistakes import about_mistakes
from extractor.evaluation.abouts import AboutCounts, count_abouts
from extractor.evaluation.bootstrap import Interval, intervals
from extractor.evaluation.calibration import Calibration
from extractor.evaluation.confidence import confidence_figures
from extractor.evaluation.document import GoldDocument
from extractor.evaluation.entities import EntityCounts, count_entities, gold_names, predicted_names
from extractor.evaluation.entity_mistakes import entity_mistakes
from extractor.evaluation.figures import Figures, Frozen, figures, flatten
from extractor.evaluation.gold import read_gold
from extractor.evaluation.mistakes import Mistake, MistakeKind, group_mistakes
from extractor.evaluation.parts import DISTANCE, FORM, SOURCE, Part, Parts, add_parts, joint_shares, parts_of
from extractor.evaluation.predictions import PredictedSource, Prediction, read_predictions
from extractor.evaluation.statement_mistakes import statement_mistakes
from extractor.evaluation.statements import Judged, StatementCounts, count_statements, judge_statements


class Scores(Figures):
    """All figures of a set of documents."""

    documents: int
    missing: int = Field(description="documents without a prediction; all in them counts as missed")
    by_form: dict[str, Part]
    by_source: dict[str, Part] = Field(description="stated, or zero where the subject is left out")
    by_distance: dict[str, Part] = Field(description="how far off the text gives the speaker")
    confidence: Calibration | None = Field(description="whether it ranks; null where a statement has none")


class Evaluation(Frozen):
    """The outcome of scoring predictions against gold."""

    gold_sha256: str = Field(description="of the gold documents, so that figures of different gold are not compared")
    scores: Scores
    intervals: dict[str, Interval] = Field(description="95 % interval of each figure, by its path, as joint.f1")
    missing: tuple[str, ...] = Field(description="gold documents without a prediction")
    other_text: tuple[str, ...] = Field(description="documents predicted on another text than gold was made on")
    mistakes: tuple[MistakeKind, ...]


def evaluate(gold_path: Path, pred_path: Path, *, errors: int = 0, resamples: int = 1000, seed: int = 0) -> Evaluation:
    """Score predictions against gold.

    gold_path: a resolved ``.jsonl``, or an annotation ``.toml`` or a folder of them.
    pred_path: a ``.jsonl``, a ``.json``, or a folder of ``.json``; predictions of other documents are passed over.
    errors: examples to keep of each kind of mistake. resamples, seed: of the bootstrap; 0 for no intervals.
    Raises GoldError or ArticleError where something cannot be read.
    """
    golds, predictions = read_gold(gold_path), list(read_predictions(pred_path))
    if not {gold.doc for gold in golds} & {prediction.doc for prediction in predictions}:
        raise GoldError(f"{pred_path}: no prediction of an annotated article; files are matched by their names")
    return evaluate_documents(golds, predictions, errors=errors, resamples=resamples, seed=seed)


def evaluate_documents(
    golds: Sequence[GoldDocument],
    predictions: Iterable[Prediction],
    *,
    errors: int = 0,
    resamples: int = 1000,
    seed: int = 0,
) -> Evaluation:
    """Score predictions against gold documents; a prediction belongs to the document its file is named after."""
    of_doc = _by_document(predictions, {gold.doc for gold in golds})
    scored = [_score_document(gold, of_doc.get(gold.doc)) for gold in sorted(golds, key=lambda gold: gold.doc)]
    missing = tuple(sorted(gold.doc for gold in golds if gold.doc not in of_doc))
    other_text = sorted(gold.doc for gold in golds if gold.doc in of_doc and not _same_text(gold, of_doc[gold.doc]))
    return Evaluation(
        gold_sha256=gold_digest(golds),
        scores=_scores(scored, missing=len(missing)),
        intervals=intervals(scored, _shares, resamples=resamples, seed=seed),
        missing=missing,
        other_text=tuple(other_text),
        mistakes=group_mistakes((m for document in scored for m in document.mistakes), examples=errors),
    )


def gold_digest(golds: Iterable[GoldDocument]) -> str:
    """Return the SHA-256 of the annotation, whatever the order of the documents."""
    lines = sorted(gold.model_dump_json(exclude={"text"}) for gold in golds)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class _Scored:
    """One document: its statements judged, and its counts."""

    judged: list[Judged]
    parts: Parts
    statements: StatementCounts
    entities: EntityCounts
    abouts: AboutCounts
    mistakes: list[Mistake]


def _score_document(gold: GoldDocument, prediction: Prediction | None) -> _Scored:
    if prediction is None:
        prediction = Prediction(source=PredictedSource(path=gold.doc), text=gold.text or "")
    judged = judge_statements(gold, prediction)
    names, found = gold_names(gold), predicted_names(prediction)
    return _Scored(
        judged=judged,
        parts=parts_of(judged, gold, prediction.text),
        statements=count_statements(judged, prediction.text),
        entities=count_entities(names, found),
        abouts=count_abouts(gold, judged),
        mistakes=[
            *statement_mistakes(judged, gold.doc, prediction.text),
            *entity_mistakes(names, found, gold.doc, prediction.text),
            *about_mistakes(gold, judged, prediction.text),
        ],
    )


def _figures(documents: Sequence[_Scored]) -> Figures:
    """Return the figures of the counts of ``documents`` added up."""
    statements = (sum(column) for column in zip(*(document.statements for document in documents), strict=True))
    entities = (sum(column) for column in zip(*(document.entities for document in documents), strict=True))
    abouts = (sum(column) for column in zip(*(document.abouts for document in documents), strict=True))
    return figures(StatementCounts(*statements), EntityCounts(*entities), AboutCounts(*abouts))


def _shares(documents: Sequence[_Scored]) -> dict[str, float]:
    """Return every share that gets an interval, by its path."""
    return {**flatten(_figures(documents)), **joint_shares(add_parts(document.parts for document in documents))}


def _scores(documents: Sequence[_Scored], *, missing: int) -> Scores:
    parts = add_parts(document.parts for document in documents)
    return Scores(
        **_figures(documents).model_dump(),
        documents=len(documents),
        missing=missing,
        by_form=dict(parts[FORM]),
        by_source=dict(parts[SOURCE]),
        by_distance=dict(parts[DISTANCE]),
        confidence=confidence_figures([each for document in documents for each in document.judged]),
    )


def _by_document(predictions: Iterable[Prediction], docs: set[str]) -> dict[str, Prediction]:
    of_doc: dict[str, Prediction] = {}
    for prediction in predictions:
        if prediction.doc in of_doc and prediction.doc in docs:
            paths = f"{of_doc[prediction.doc].source.path} and {prediction.source.path}"
            raise GoldError(f"two predictions for the document {prediction.doc}: {paths}; leave one")
        of_doc[prediction.doc] = prediction
    return of_doc


def _same_text(gold: GoldDocument, prediction: Prediction) -> bool:
    """Whether offsets of both count in the same text. Some gold has the digest of the file, some of its text."""
    digest = hashlib.sha256(prediction.text.encode("utf-8", "surrogatepass")).hexdigest()
    return gold.text == prediction.text or gold.sha256 in (digest, prediction.source.sha256)
