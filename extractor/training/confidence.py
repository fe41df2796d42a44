"""Train the confidence of statements: ``python -m extractor.training.confidence LEARN --also CORPUS --score DEV``.

Writes ``weights.json`` and the passport ``meta.json``. The same articles, annotation and program give the same bytes.
"""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from extractor import __version__
from extractor.attribution.confidence import FEATURE_SET, PART
from extractor.attribution.evidence import EvidenceFinder
from extractor.components.statements import Statements
from extractor.evaluation.calibration import Calibration, calibrate
from extractor.pipeline import build_pipeline
from extractor.trained import Passport, TrainingData, release_of
from extractor.training.command import run
from extractor.training.examples import GoldFolder, read_examples
from extractor.training.parts import describe_data, own_folder, write_part
from extractor.training.regression import FOLDS, Choice, choose, estimate, fit

MADE_FOR = ("spacy", "ginza")  # their parse decides the features
MADE_WITH = ("ja-ginza", "scikit-learn", "sudachidict-core")


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the part; return 0, or 2 where something cannot be read or written."""
    return run(train, "confidence", "the confidence of statements", arguments)


def train(learn: Path, *, also: Path | None = None, score: Path | None = None, out: Path | None = None) -> str:
    """Train on the gold folder ``learn``, write the part to ``out``, and return its figures as lines of text.

    Raises GoldError or ArticleError where gold cannot be read, ModelError where ``out`` is no folder to write to.
    """
    folder = out or own_folder(PART)
    nlp = build_pipeline(settings={"extractor_statements": {"confidence": False, "act": False}})
    paths = {role: path for role, path in (("learn", learn), ("also", also), ("score", score)) if path}
    gold = {role: GoldFolder.read(path) for role, path in paths.items()}
    examples = {role: list(read_examples(nlp, documents)) for role, documents in gold.items()}
    choice = choose(examples["learn"], examples.get("also", ()))
    learned = examples["learn"] + (examples["also"] if choice.also else [])
    weights = fit(learned, choice.strength)
    scores = {"held out of learn": calibrate(choice.estimates)}
    if score:
        scores["score"] = calibrate(estimate(examples["score"], weights))
    used = [role for role in gold if role != "also" or choice.also]
    data = tuple(describe_data(role, gold[role], len(examples[role])) for role in used)
    write_part(folder, weights, _passport(data, choice, scores))
    return "".join(_lines(choice, scores))


def _passport(data: tuple[TrainingData, ...], choice: Choice, scores: dict[str, Calibration]) -> Passport:
    return Passport(
        part=PART,
        version=__version__,
        feature_set=FEATURE_SET,
        reads=tuple(layer.LAYER for layer in EvidenceFinder.reads),
        writes=f"{Statements.writes.LAYER}.confidence",
        made_for={package: release_of(package) for package in MADE_FOR},
        made_with={package: version(package) for package in MADE_WITH},
        command="make train",
        data=data,
        settings={"inverse strength of L2": choice.strength, "folds": FOLDS},
        scores={name: figures.model_dump(mode="json") for name, figures in scores.items()},
    )


def _lines(choice: Choice, scores: dict[str, Calibration]) -> list[str]:
    lines = [f"inverse strength of L2 {choice.strength}, further gold {'taken' if choice.also else 'left out'}\n"]
    for name, figures in scores.items():
        lines.append(
            f"{name}: {figures.n} statements, {figures.right:.2f} right, ranking {figures.ranking}, "
            f"Brier {figures.brier} (base {figures.base_brier}), log loss {figures.log_loss}, "
            f"right above and below the median {figures.upper_half:.2f} and {figures.lower_half:.2f}\n"
        )
        lines += [f"  {b.n:4} with confidence {b.confidence:.2f}: {b.right:.2f} right\n" for b in figures.bins]
    return lines


if __name__ == "__main__":
    sys.exit(main())
