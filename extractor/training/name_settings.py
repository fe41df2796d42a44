"""What training the recogniser can be told."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from extractor.naming.recogniser import NEWS
from extractor.training.layered_learning import Course
from extractor.training.name_data import NameDocument

COURSE = Course(units=128, epochs=4, dropout=0.2, inputs=0.1, seed=0)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train.

    sources: data sets by name. news_weight: how often each article of news counts, there being so few. c1, c2: strength
    of L1 (it keeps the weights small on disk) and of L2. least: how often a feature must occur to count.
    guessed: data sets that the network learns from besides; folds: how many networks guess for the recogniser to learn
    from, each on documents that it has not seen; fields: how many fields are learned, each from guesses and rewritten
    texts of its own, whose mean is taken; units, epochs, decay: of the network. layered: how the layered network
    learns; keep: whether it alone learns, and field and network stay as they are.
    share: of the documents of each source, chosen by hash. without: groups of features left out. augment: whether
    texts that are no news are rewritten to be more like it.
    """

    sources: tuple[str, ...] = (NEWS, "stockmark", "gsd")
    news_weight: int = 3
    iterations: int = 110
    c1: float = 0.1
    c2: float = 0.01
    least: int = 2
    guessed: tuple[str, ...] = ("wikipedia",)
    folds: int = 3
    fields: int = 2
    units: int = 128
    epochs: int = 3
    decay: float = 0.0001
    layered: Course = COURSE
    share: float = 1.0
    without: frozenset[str] = frozenset()
    augment: bool = True
    keep: bool = False

    def cut(self, documents: Sequence[NameDocument]) -> list[NameDocument]:
        """Return the share of ``documents``, in their order, the same in every run."""
        return [document for document in documents if place_of(document.text) < self.share]

    def crf_parameters(self) -> dict[str, Any]:
        """Return the parameters as python-crfsuite calls them."""
        return {
            "c1": self.c1,
            "c2": self.c2,
            "max_iterations": self.iterations,
            "feature.minfreq": self.least,
            "feature.possible_transitions": True,
        }

    def as_json(self) -> dict[str, Any]:
        """Return the settings for the passport."""
        return {
            "sources": list(self.sources),
            "network": {
                "also learns from": list(self.guessed),
                "folds": self.folds,
                "units": self.units,
                "epochs": self.epochs,
                "decay": self.decay,
            },
            "layered network": asdict(self.layered) | {"learned alone": self.keep},
            "fields": self.fields,
            "news weight": self.news_weight,
            "share of documents": self.share,
            "left out": sorted(self.without),
            "augmented": self.augment,
            **self.crf_parameters(),
        }


def turned(text: str, turn: int, mark: str = "") -> str:
    """Return ``text`` as chance is drawn from it in the turn ``turn``; another text in all but the first."""
    return f"{text}{mark}{turn}" if turn else text


def place_of(text: str) -> float:
    """Return where the hash of ``text`` lies between 0 and 1."""
    return int.from_bytes(sha256(text.encode()).digest()[:4]) / (1 << 32)
