"""Annotated names to learn from: public data sets, news, and sentences of our own, brought to one set of labels.

Each file has one notion of an organisation; ``name_labels.toml`` says how it is read, and the notion stays with every
document, for the features know it.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from extractor.errors import GoldError
from extractor.folding import fold
from extractor.lexicon.countries import Countries
from extractor.lexicon.entry import Entry, read_toml
from extractor.naming.recogniser import COUNTRY, NEWS, PLACE
from extractor.trained import PartFile

LABELS = "name_labels.toml"
#: A sentence with a name that its annotators left open teaches nothing sure.
_OPEN_LABEL = "OPTIONAL"

_MARKS = "marked"  # the source in the data file that has the labels of marks
#: A name in a sentence of our own: [person:坂本龍馬]は[place:高知]に生まれた。
_MARKED = re.compile(r"\[(\w+):([^\[\]\n]+)\]")

Name = tuple[int, int, str]


class LabelEntry(Entry):
    """How one label of one source is read; see the head of the data file."""

    source: str
    label: str
    type: str
    ending: tuple[str, ...] = ()
    otherwise: str = Field("", alias="else")

    def read(self, name: str) -> str:
        """Return our label for ``name``."""
        return self.type if not self.ending or name.endswith(self.ending) else self.otherwise


class NameLine(PartFile):
    """One line of a data set."""

    text: str = Field(min_length=1)
    entities: tuple[tuple[int, int, str], ...]
    source: str


class NewsEntity(PartFile):
    """An entity of annotated news, as far as it is needed."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str
    mentions: tuple[tuple[int, int], ...]


class NewsLine(PartFile):
    """One article of annotated news, as far as it is needed."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    doc: str
    entities: tuple[NewsEntity, ...]


@dataclass(frozen=True, slots=True)
class NameDocument:
    """A text with its names, in text order: offsets in ``text``, end exclusive, our labels. notion: its source's."""

    text: str
    names: tuple[Name, ...]
    notion: str


@dataclass(frozen=True)
class NameReader:
    """Reads annotated names. countries: what makes a country of a place."""

    labels: Mapping[tuple[str, str], LabelEntry]
    countries: Countries

    @cached_property
    def _country_forms(self) -> frozenset[str]:
        return frozenset(name.form for name in self.countries.names) | frozenset(self.countries.by_character)

    def sentences(self, path: Path, notion: str) -> Iterator[NameDocument]:
        """Yield the documents of a data set. Raises GoldError with the line that is malformed."""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                content = NameLine.model_validate(json.loads(line))
            except (ValidationError, ValueError) as error:
                raise GoldError(f"{path}:{number}: no line of text and entities; see its README") from error
            if any(label == _OPEN_LABEL for _, _, label in content.entities):
                continue
            yield from self._document(content.text, content.entities, notion)

    def news(self, folder: Path) -> Iterator[NameDocument]:
        """Yield the articles of ``gold.jsonl`` and ``texts/``. Raises GoldError where one is malformed or missing."""
        path = folder / "gold.jsonl"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                gold = NewsLine.model_validate(json.loads(line))
                text = (folder / "texts" / f"{gold.doc}.txt").read_text(encoding="utf-8")
            except (ValidationError, ValueError, OSError) as error:
                raise GoldError(f"{path}:{number}: malformed, or its article is missing from texts/") from error
            names = sorted((start, end, entity.type) for entity in gold.entities for start, end in entity.mentions)
            yield from self._document(text, names, NEWS)

    def marked(self, path: Path, notion: str) -> Iterator[NameDocument]:
        """Yield the sentences of a file, one a line, in which names are marked. Raises GoldError with a malformed line.

        notion: of an organisation, that the sentences have.

        [person:坂本龍馬]は[place:高知]に生まれた。  →  坂本龍馬は高知に生まれた。, (0, 4, person), (5, 7, place)
        """
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text, names = "", list[Name]()
            pieces = _MARKED.split(line)
            for before, label, name in zip(pieces[::3], [*pieces[1::3], ""], [*pieces[2::3], ""], strict=True):
                if {"[", "]"} & set(before) or (label and (_MARKS, label) not in self.labels):
                    raise GoldError(f"{path}:{number}: no name is marked so; write [person:NAME]")
                start = len(text) + len(before)
                text += before + name
                names += [(start, len(text), ours)] if (ours := self._read(_MARKS, label, name)) else []
            yield from self._folded(text, names, notion)

    def _document(self, text: str, names: Iterable[Name], notion: str) -> Iterator[NameDocument]:
        """Yield the document with our labels, if offsets in its folded form are its own."""
        read = [(start, end, self._read(notion, label, text[start:end])) for start, end, label in names]
        yield from self._folded(text, [name for name in read if name[2]], notion)

    @staticmethod
    def _folded(text: str, names: Iterable[Name], notion: str) -> Iterator[NameDocument]:
        folded = fold(text)
        if not folded.starts:
            yield NameDocument(folded.text, tuple(names), notion)

    def _read(self, notion: str, label: str, name: str) -> str:
        entry = self.labels.get((notion, label))
        if entry is None:
            return ""  # dates, quantities
        ours = entry.read(name)
        return COUNTRY if ours == PLACE and name in self._country_forms else ours


def load_labels() -> dict[tuple[str, str], LabelEntry]:
    """Read and check the data file. Raises LexiconError with entry and reason."""
    return {(entry.source, entry.label): entry for entry in read_toml(LABELS, "label", LabelEntry)}


def documents_digest(documents: Iterable[NameDocument]) -> str:
    """Return the SHA-256 of texts and names in hexadecimal digits."""
    found = hashlib.sha256()
    for document in documents:
        found.update(json.dumps([document.notion, document.text, document.names], ensure_ascii=False).encode())
    return found.hexdigest()
