"""Precision and recall of the recogniser alone: exact offsets and label."""

from collections import Counter
from collections.abc import Iterable

from spacy.language import Language

from extractor.naming.doc_words import DocWords
from extractor.naming.recogniser import COUNTRY, FACILITY, ORGANIZATION, PERSON, PLACE, Recogniser
from extractor.training.name_data import NameDocument

SCORED = (PERSON, ORGANIZATION, COUNTRY, PLACE, FACILITY)


def score(recogniser: Recogniser, nlp: Language, documents: Iterable[NameDocument]) -> dict[str, dict[str, float]]:
    """Return precision, recall, F1 and number of names by label, of labels that ``documents`` have."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        gold = set(document.names)
        words = DocWords.of(nlp.make_doc(document.text))
        names = {(n.start, n.end, n.label) for n in recogniser.find(words, document.notion)}
        right.update(label for _, _, label in gold & names)
        found.update(label for _, _, label in names)
        wanted.update(label for _, _, label in gold)
    return {
        label: {
            "precision": _rate(right[label], found[label]),
            "recall": _rate(right[label], wanted[label]),
            "f1": _rate(2 * right[label], found[label] + wanted[label]),
            "n": wanted[label],
        }
        for label in SCORED
        if wanted[label]
    }


def _rate(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
