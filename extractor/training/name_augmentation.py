"""What news has and encyclopedias lack: titles glued to names, and other names than those that every text repeats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from extractor.lexicon.titles import Titles
from extractor.naming.recogniser import PERSON
from extractor.training.name_data import Name, NameDocument
from extractor.training.name_settings import turned

#: Parts of the persons that are given a title, and that are given another's name.
_WITH_TITLE, _RENAMED = 0.25, 0.15
_PARTICLES = "はがをにもへ、"


@dataclass(frozen=True)
class Augmenter:
    """Rewrites documents, the same in every run. pool: names of persons to choose from. turn: each has its own."""

    titles: Titles
    pool: Sequence[str]
    turn: int = 0

    def rewrite(self, document: NameDocument) -> NameDocument:
        """Return ``document`` with titles after some persons and other names in the place of some.

        徳川慶喜は江戸を去った  →  徳川慶喜大統領は江戸を去った, or 佐藤栄作は江戸を去った
        """
        text, names, done = "", list[Name](), 0
        for start, end, label in sorted(document.names):
            if start < done:
                return document  # names inside names stay as they are
            name, title = self._change(document, start, end) if label == PERSON else (document.text[start:end], "")
            text += document.text[done:start]
            names.append((len(text), len(text) + len(name), label))
            text += name + title
            done = end
        return NameDocument(text + document.text[done:], tuple(names), document.notion)

    def _change(self, document: NameDocument, start: int, end: int) -> tuple[str, str]:
        """Return the name to write and the title after it, "" for none."""
        name = document.text[start:end]
        chance, pick, form = _numbers(turned(f"{document.text}\t{start}", self.turn, "\t"))
        if chance < _WITH_TITLE and document.text[end : end + 1] in tuple(_PARTICLES):
            titles = self.titles.classes[int(pick * len(self.titles.classes))].forms
            return name, titles[int(form * len(titles))]
        if _WITH_TITLE <= chance < _WITH_TITLE + _RENAMED and self.pool:
            return self.pool[int(pick * len(self.pool))], ""
        return name, ""


def persons_of(documents: Sequence[NameDocument]) -> list[str]:
    """Return the different names of persons in ``documents``, sorted."""
    return sorted({d.text[start:end] for d in documents for start, end, label in d.names if label == PERSON})


def _numbers(seed: str) -> Iterator[float]:
    """Return three numbers from 0 up to 1, the same for the same seed."""
    digest = sha256(seed.encode()).digest()
    return (int.from_bytes(digest[i : i + 4]) / (1 << 32) for i in (0, 4, 8))
