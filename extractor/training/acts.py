"""Train the act of statements: ``python -m extractor.training.acts LEARN --also CORPUS --score DEV``.

Writes ``weights.json`` and the passport ``meta.json``. The same articles, annotation and program give the same bytes.
"""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from extractor import __version__
from extractor.attribution.act_features import FEATURE_SET
from extractor.attribution.acts import PART
from extractor.components.statements import Statements
from extractor.layers import ContentFound, CueFound
from extractor.pipeline import build_pipeline
from extractor.trained import Passport, TrainingData, release_of
from extractor.training.act_examples import ActExample, read_act_examples
from extractor.training.act_scores import ActScores, score_acts
from extractor.training.command import run
from extractor.training.examples import GoldFolder
from extractor.training.multinomial import FOLDS, ActChoice, choose_strength, fit_classes
from extractor.training.parts import describe_data, own_folder, write_part

MADE_FOR = ("spacy", "ginza", "ja-ginza")  # their parse and word vectors decide the features
MADE_WITH = ("scikit-learn", "sudachidict-core")


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the part; return 0, or 2 where something cannot be read or written."""
    return run(train, "acts", "the act of statements", arguments)


def train(learn: Path, *, also: Path | None = None, score: Path | None = None, out: Path | None = None) -> str:
    """Train on the gold folders ``learn`` and ``also``, write the part to ``out``, and return its figures as text.

    Raises GoldError or ArticleError where gold cannot be read, ModelError where ``out`` is no folder to write to.
    """
    folder = out or own_folder(PART)
    nlp = build_pipeline(settings={"extractor_statements": {"confidence": False, "act": False}})
    paths = {role: path for role, path in (("learn", learn), ("also", also), ("score", score)) if path}
    gold = {role: GoldFolder.read(path) for role, path in paths.items()}
    examples = {role: list(read_act_examples(nlp, documents)) for role, documents in gold.items()}
    learned = examples["learn"] + examples.get("also", [])
    choice = choose_strength(learned)
    weights = fit_classes(learned, choice.strength)
    scores = {"held out": score_acts(learned, choice.answers)} | _held_out(examples, choice)
    if score:
        answers = [weights.likeliest(example.features) for example in examples["score"]]
        scores["score"] = score_acts(examples["score"], answers)
    data = tuple(describe_data(role, gold[role], len(examples[role])) for role in gold)
    write_part(folder, weights, _passport(data, choice, scores))
    return "".join(_lines(choice, scores))


def _held_out(examples: dict[str, list[ActExample]], choice: ActChoice) -> dict[str, ActScores]:
    """Return the figures on what was held out of each folder of gold, where there are two."""
    if "also" not in examples:
        return {}
    first = len(examples["learn"])
    return {
        "held out of learn": score_acts(examples["learn"], choice.answers[:first]),
        "held out of also": score_acts(examples["also"], choice.answers[first:]),
    }


def _passport(data: tuple[TrainingData, ...], choice: ActChoice, scores: dict[str, ActScores]) -> Passport:
    return Passport(
        part=PART,
        version=__version__,
        feature_set=FEATURE_SET,
        reads=(CueFound.LAYER, ContentFound.LAYER),
        writes=f"{Statements.writes.LAYER}.act",
        made_for={package: release_of(package) for package in MADE_FOR},
        made_with={package: version(package) for package in MADE_WITH},
        command="make train",
        data=data,
        settings={"inverse strength of L2": choice.strength, "folds": FOLDS},
        scores={name: figures.model_dump(mode="json") for name, figures in scores.items()},
    )


def _lines(choice: ActChoice, scores: dict[str, ActScores]) -> list[str]:
    lines = [f"inverse strength of L2 {choice.strength}\n"]
    for name, figures in scores.items():
        lines.append(
            f"{name}: {figures.n} statements, {figures.accuracy:.3f} right (always the commonest: "
            f"{figures.majority:.3f}), macro F1 {figures.macro_f1:.3f}\n"
        )
        lines.append("  " + ", ".join(f"{act} {f1:.2f}" for act, f1 in figures.f1.items()) + "\n")
    return lines


if __name__ == "__main__":
    sys.exit(main())
