"""The trained recogniser: a conditional random field over the words of an article."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import NamedTuple

import numpy as np
import pycrfsuite
from spacy.tokens import Doc

from extractor.errors import ModelError
from extractor.naming.name_features import FEATURE_SET, UNKNOWN, Clusters, NameWords, feature_pieces
from extractor.naming.name_marks import Marker
from extractor.trained import open_part, read_bytes

PART = "recogniser"
FIELD, CLUSTERS = "names.crfsuite", "clusters.npy"
#: Labels as in training; those after COUNTRY are known so that they are not taken for the first three.
PERSON, ORGANIZATION, COUNTRY = "person", "organization", "country"
PLACE, FACILITY, WORK, EVENT, PEOPLE = "place", "facility", "work", "event", "people"
#: The notion of an organisation that is ours: that of the news annotation.
NEWS = "news"
_NO_CLUSTERS = (UNKNOWN, UNKNOWN, UNKNOWN)


class NameFound(NamedTuple):
    """A name: offsets in characters of the text, end exclusive; score: 0 to 1, how probable its labels are."""

    start: int
    end: int
    label: str
    score: float


class VectorClusters:
    """Clusters of the vectors that ja_ginza brings: one row a vector, one column a granularity, the coarsest first."""

    def __init__(self, table: "np.ndarray[tuple[int, int], np.dtype[np.int16]]") -> None:
        """table: shape (vectors, 3)."""
        self._rows = [(str(a), str(b), str(c)) for a, b, c in table.tolist()]

    def of(self, doc: Doc) -> Clusters:
        """Return the clusters of each word, none in a pipeline without vectors.

        Raises ModelError where the pipeline has other vectors than those that were clustered.
        """
        vectors = doc.vocab.vectors
        if not vectors.shape[0]:
            return [_NO_CLUSTERS] * len(doc)
        if vectors.shape[0] != len(self._rows):
            raise ModelError(
                f"{PART}: made for {len(self._rows)} word vectors, the pipeline has {vectors.shape[0]}; use ja_ginza"
            )
        rows = vectors.find(keys=[token.orth for token in doc])
        return [self._rows[row] if row >= 0 else _NO_CLUSTERS for row in rows]


class Recogniser:
    """Finds names of persons, organisations and countries, and tells places, works and events from them."""

    def __init__(
        self, field: bytes, clusters: VectorClusters, marker: Marker, without: frozenset[str] = frozenset()
    ) -> None:
        """field: the trained weights as python-crfsuite writes them. without: groups of features they do without."""
        self._field, self._clusters, self._marker, self._without = field, clusters, marker, without
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(field)

    def __reduce__(self) -> tuple[type["Recogniser"], tuple[bytes, VectorClusters, Marker, frozenset[str]]]:
        return Recogniser, (self._field, self._clusters, self._marker, self._without)

    def words(self, doc: Doc) -> NameWords:
        """Return what the features of ``doc`` are made of."""
        return NameWords.of(doc, self._clusters.of(doc), self._marker)

    def find(self, doc: Doc, notion: str = NEWS) -> list[NameFound]:
        """Return the names in text order, of which no two overlap; empty where there is none.

        notion: the data set whose notion of an organisation is asked for.

        岸田文雄氏はトヨタ自動車で  →  岸田文雄 (person), トヨタ自動車 (organization)
        """
        names = self.words(doc)
        found = []
        for start, rows in feature_pieces(names, notion, self._without):
            self._tagger.set(rows)
            labels = self._tagger.tag()
            for first, last, label in spans(labels):
                place = names.starts[start + first], names.ends[start + last]
                found.append(NameFound(*place, label, self._score(labels, first, last)))
        return found

    def _score(self, labels: Sequence[str], first: int, last: int) -> float:
        return min(float(self._tagger.marginal(labels[i], i)) for i in range(first, last + 1))


def spans(labels: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, last word, label) for each name in B-/I-/O labels.

    B-person I-person O B-place  →  (0, 1, person), (3, 3, place)
    """
    first, current, last = 0, "", -1
    for i, label in enumerate(labels):
        last = i
        mark, _, name = label.partition("-")
        if current and (mark != "I" or name != current):
            yield first, i - 1, current
            current = ""
        if name and not current:
            first, current = i, name
    if current:
        yield first, last, current


def load_recogniser(folder: Traversable | None = None) -> Recogniser:
    """Return the trained recogniser.

    folder: of all trained parts, the package's own where None is given.
    Raises ModelError where files are missing or changed, or were made for other features or versions.
    """
    place, passport = open_part(PART, feature_set=FEATURE_SET, folder=folder)
    content = {name: read_bytes(place, name) for name in (FIELD, CLUSTERS)}
    for name, data in content.items():
        if passport.files.get(name) != digest(data):
            raise ModelError(f"{PART}/{name}: not the file that its passport describes; make it with make train")
    table = np.load(BytesIO(content[CLUSTERS]), allow_pickle=False)
    return Recogniser(content[FIELD], VectorClusters(table), Marker.load())


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
