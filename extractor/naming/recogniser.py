"""The trained recogniser: a conditional random field over the words of an article, pooled with a layered network.

The field errs where a feature that it has weighed misleads it; the network learns from more sentences, and errs
elsewhere. Their log probabilities are added, which trusts what both find probable: a logarithmic opinion pool (Smith,
Cohn and Osborne 2005, "Logarithmic Opinion Pools for Conditional Random Fields").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import NamedTuple

import numpy as np

from extractor.errors import ModelError
from extractor.naming.coded import Array
from extractor.naming.doc_words import DocWords
from extractor.naming.layered_network import LayeredNetwork
from extractor.naming.name_dictionary import NameDictionary, load_dictionary
from extractor.naming.name_features import FEATURE_SET, feature_numbers
from extractor.naming.name_field import OUTSIDE, Field
from extractor.naming.name_marks import Marker
from extractor.naming.name_network import Network
from extractor.naming.name_words import UNKNOWN, Clusters, NameWords
from extractor.trained import check_digest, open_part, read_bytes

PART = "recogniser"
FIELD, CLUSTERS, NETWORK, LAYERS = "field.npz", "clusters.npy", "network.npz", "layers.npz"
#: Labels as in training; those after COUNTRY are known so that they are not taken for the first three.
PERSON, ORGANIZATION, COUNTRY = "person", "organization", "country"
PLACE, FACILITY, WORK, EVENT, PEOPLE = "place", "facility", "work", "event", "people"
#: The notion of an organisation that is ours: that of the news annotation.
NEWS = "news"
_NO_CLUSTERS = (UNKNOWN, UNKNOWN, UNKNOWN)
_SHARE = 1.0  # how much the layered network counts beside the field, chosen on the three development sets
_LEAST_PROBABLE = 1e-4  # the network rules out no label


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
        self._rows = [*((str(a), str(b), str(c)) for a, b, c in table.tolist()), _NO_CLUSTERS]  # the last: row -1

    def of(self, doc: DocWords) -> Clusters:
        """Return the clusters of each word's vector.

        Raises ModelError where the pipeline has other vectors than those that were clustered.
        """
        made_for, there = len(self._rows) - 1, len(doc.vectors)
        if there not in (0, made_for):
            raise ModelError(f"{PART}: made for {made_for} word vectors, the pipeline has {there}; use ja_ginza")
        return [self._rows[row] for row in doc.rows.tolist()]


@dataclass(frozen=True)
class Evidence:
    """What is known of words before anything is decided."""

    clusters: VectorClusters
    marker: Marker
    dictionary: NameDictionary

    def words(self, doc: DocWords) -> NameWords:
        """Return what the features of ``doc`` are made of, but for guesses."""
        return NameWords.of(doc, self.clusters.of(doc), self.marker, self.dictionary)


class Recogniser:
    """Finds names of persons, organisations and countries, and tells places, works and events from them."""

    def __init__(
        self,
        field: Field,
        network: Network | None,
        layered: LayeredNetwork | None,
        evidence: Evidence,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """field, networks: trained. without: groups of features that the field does without."""
        self._field, self._network, self._layered = field, network, layered
        self._evidence, self._without = evidence, without

    def words(self, doc: DocWords, notion: str = NEWS) -> NameWords:
        """Return what the features of ``doc`` are made of."""
        names = self._evidence.words(doc)
        if self._network is None:
            return names
        return names.with_guesses(self._network.guess(names, notion, doc.vectors))

    def find(self, doc: DocWords, notion: str = NEWS) -> list[NameFound]:
        """Return the names in text order, of which no two overlap; empty where there is none.

        notion: the data set whose notion of an organisation is asked for.

        岸田文雄氏はトヨタ自動車で  →  岸田文雄 (person), トヨタ自動車 (organization)
        """
        names = self.words(doc, notion)
        opinion = self._opinion(names, notion, doc.vectors)
        found = []
        for start, numbers in feature_numbers(names, notion, self._field.vocabulary, self._without):
            here = None if opinion is None else opinion[start : start + numbers.shape[1]]
            labels, probabilities = self._field.label(numbers, here)
            for first, last, label in spans(labels):
                place = names.starts[start + first], names.ends[start + last]
                found.append(NameFound(*place, label, min(probabilities[first : last + 1])))
        return found

    def _opinion(self, names: NameWords, notion: str, vectors: Array) -> Array | None:
        """Return what the layered network adds to the field's totals; None where there is no network or no vector."""
        if self._layered is None or not len(vectors):
            return None
        probabilities = self._layered.probabilities(names, notion, vectors)
        columns = [self._layered.labels.index(label) for label in self._field.labels]
        opinion: Array = _SHARE * np.log(np.maximum(probabilities[:, columns], _LEAST_PROBABLE))
        return opinion


def spans(labels: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, last word, label) for each name in B-/I-/O labels.

    B-person I-person O B-place  →  (0, 1, person), (3, 3, place)
    """
    first, current, last = 0, "", -1
    for i, label in enumerate(labels):
        if label == OUTSIDE and not current:
            continue  # as most words are
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
    content = {name: read_bytes(place, name) for name in (FIELD, CLUSTERS, NETWORK, LAYERS)}
    for name, data in content.items():
        check_digest(passport, name, data)
    table = np.load(BytesIO(content[CLUSTERS]), allow_pickle=False)
    evidence = Evidence(VectorClusters(table), Marker.load(), load_dictionary(folder))
    network, layered = Network.from_bytes(content[NETWORK]), LayeredNetwork.from_bytes(content[LAYERS])
    return Recogniser(Field.from_bytes(content[FIELD]), network, layered, evidence)
