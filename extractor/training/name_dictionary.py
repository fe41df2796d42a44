"""Make the dictionary of names: ``python -m extractor.training.name_dictionary DICTIONARIES``.

DICTIONARIES is a folder as ``dictionary_sources`` reads it. Writes the table and its passport; the same dictionaries
give the same bytes.
"""

import argparse
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from extractor import __version__
from extractor.errors import ExtractorError
from extractor.lexicon.entry import Entry, read_toml
from extractor.naming.name_dictionary import FORMS, KIND_SET, KINDS, PART, NameDictionary
from extractor.trained import Passport, TrainingData, digest
from extractor.training.dictionary_sources import IPADIC, JMNEDICT, JUMAN, WIKIPEDIA, read_names, read_remarks
from extractor.training.parts import npy, own_folder, write_files

DATA_FILE = "dictionary_kinds.toml"
LICENCES = {
    IPADIC: "mecab-ipadic 2.7.0, Nara Institute of Science and Technology, BSD-3-Clause with ICOT's terms",
    JUMAN: "mecab-jumandic 7.0, University of Tokyo and Kyoto University, BSD-3-Clause",
    WIKIPEDIA: "mecab-jumandic 7.0, names from Wikipedia, BSD-3-Clause",
    JMNEDICT: "JMnedict of 2021, Electronic Dictionary Research and Development Group, CC BY-SA 4.0",
}
#: A name of several parts, as a foreigner's: ニコライ・ゴーゴリ.
_SEVERAL_PARTS = re.compile(r"[ァ-ヴー][・=][ァ-ヴ]")
_KANJI = re.compile(r"[一-鿿]")

#: A form, its source and one kind.
Named = tuple[str, str, str]


class LabelKind(Entry):
    """What a label of one source means."""

    source: str
    label: str
    kind: str


class Remark(Entry):
    """How a source calls a remark."""

    name: str
    key: str


class Hypernyms(Entry):
    """Endings of words for things of one kind."""

    kind: str
    endings: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True)
class KindReader:
    """Brings what dictionaries say to our kinds."""

    labels: Mapping[tuple[str, str], str]
    remarks: Mapping[str, str]
    hypernyms: Sequence[Hypernyms]

    @classmethod
    def load(cls) -> "KindReader":
        """Read and check the data file. Raises LexiconError with entry and reason."""
        labels = read_toml(DATA_FILE, "label", LabelKind)
        remarks = read_toml(DATA_FILE, "remark", Remark)
        return cls(
            {(label.source, label.label): label.kind for label in labels},
            {remark.name: remark.key for remark in remarks},
            read_toml(DATA_FILE, "hypernym", Hypernyms),
        )

    def read(self, folder: Path) -> Iterator[Named]:
        """Yield each form that may be a name. Raises GoldError where a dictionary is missing or malformed.

        A form of one character counts only if it is a kanji.
        """
        for form, source, kind in self._read(folder):
            if len(form) > 1 or _KANJI.match(form):
                yield form, source, kind

    def _read(self, folder: Path) -> Iterator[Named]:
        for source, form, label in read_names(folder):
            if kind := self.labels.get((source, label)):
                yield form, source, kind
        for form, tag, remarks in read_remarks(folder):
            if kind := self.labels.get((WIKIPEDIA, tag)):
                yield form, WIKIPEDIA, kind
            for kind in self.of_remarks(remarks):
                yield form, WIKIPEDIA, kind

    def of_remarks(self, remarks: Mapping[str, str]) -> Iterator[str]:
        """Yield the kinds that ``remarks`` show. {Wikipedia上位語: レコード会社} → is an organization"""
        hypernym = remarks.get(self.remarks["hypernym"], "").partition("/")[0]
        if hypernym:
            yield next((group.kind for group in self.hypernyms if hypernym.endswith(group.endings)), KINDS[-1])
        if _SEVERAL_PARTS.search(remarks.get(self.remarks["redirect"], "")):
            yield "short for a person"


def main(arguments: Sequence[str] | None = None) -> int:
    """Make and write the part; return 0, or 2 where something cannot be read or written."""
    parser = argparse.ArgumentParser(prog="python -m extractor.training.name_dictionary", description=__doc__)
    parser.add_argument("dictionaries", type=Path, help="folder with ipadic/, juman/ and jamdict.db")
    parser.add_argument("--out", type=Path, help="folder to write to; the program's own where it is not given")
    options = parser.parse_args(arguments)
    try:
        passport = make(options.dictionaries, options.out or own_folder(PART))
    except (ExtractorError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{passport.settings['forms']} forms\n")
    return 0


def make(folder: Path, out: Path) -> Passport:
    """Write the dictionary of all names in ``folder`` to ``out``, and return its passport.

    Raises GoldError where a dictionary is missing or malformed.
    """
    names = sorted(set(KindReader.load().read(folder)))
    dictionary = NameDictionary.of((form, 1 << KINDS.index(kind)) for form, _, kind in names)
    files = {FORMS: npy(dictionary.table)}
    passport = Passport(
        part=PART,
        version=__version__,
        feature_set=KIND_SET,
        reads=("words",),
        writes="features",
        made_for={},
        made_with={},
        command="make train",
        data=tuple(_described(source, names) for source in LICENCES),
        settings={"forms": len(dictionary.table), "kinds": list(KINDS)},
        scores={},
        files={name: digest(content) for name, content in files.items()},
    )
    write_files(out, files, passport)
    return passport


def _described(source: str, names: Iterable[Named]) -> TrainingData:
    own = [(form, kind) for form, where, kind in names if where == source]
    content = "".join(f"{form}\t{kind}\n" for form, kind in own)
    return TrainingData(
        name=source,
        documents=1,
        names=len({form for form, _ in own}),
        sha256=hashlib.sha256(content.encode()).hexdigest(),
        licence=LICENCES[source],
    )


if __name__ == "__main__":
    sys.exit(main())
