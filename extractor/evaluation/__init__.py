"""Measuring predictions against gold annotation: figures, confidence intervals, mistakes by kind, floors."""

from extractor.evaluation.floors import Floors, check_floors, load_floors, pin_floors
from extractor.evaluation.gold import GoldDocument, GoldFile, load_gold, read_gold, resolve
from extractor.evaluation.report import render
from extractor.evaluation.scoring import Evaluation, Scores, evaluate, evaluate_documents

__all__ = [
    "Evaluation",
    "Floors",
    "GoldDocument",
    "GoldFile",
    "Scores",
    "check_floors",
    "evaluate",
    "evaluate_documents",
    "load_floors",
    "load_gold",
    "pin_floors",
    "read_gold",
    "render",
    "resolve",
]
