"""What dictionaries of names say of a form: that some person, place or company bears it. Evidence, no decision.

The table holds no forms, only a checksum of each and what it names; one other form in some thousands is taken for one
that is in it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from io import BytesIO
from zlib import crc32

import numpy as np

from extractor.errors import ModelError
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.checksums import Checksums
from extractor.naming.coded import Array, Coded
from extractor.trained import check_digest, open_part, read_bytes

PART, FORMS = "dictionary", "forms.npy"
KIND_SET = 1  #: counted up with every change of ``KINDS``
#: What a form can name; each is one bit of the table, the first the lowest. Those with "guessed" come from dictionaries
#: that were gathered by program, those with "is" from what an encyclopedia calls the thing.
KINDS = (
    "person",
    "surname",
    "given",
    "place",
    "organization",
    "other",
    "unsorted",
    "large place",
    "guessed person",
    "guessed organization",
    "short for a person",
    "is a person",
    "is an organization",
    "is a place",
    "is a work",
    "is something else",
)
#: How a row of the table lies on disk.
ROW = np.dtype([("form", "<u4"), ("kinds", "<u2")])
#: Most words and most characters that a name is looked for in.
_WORDS, _CHARACTERS = 8, 24
_SHIFT = 10  # low bits of a checksum that are left out at first
_PART = load_parts_of_speech()
_NO_FIRST = (_PART.particle, _PART.auxiliary, _PART.blank)
_HIRAGANA = re.compile(r"[ぁ-ゟ]{1,3}")

Table = np.ndarray[tuple[int], np.dtype[np.void]]


class NameDictionary:
    """Forms of names with what they name."""

    def __init__(self, table: Table) -> None:
        """table: rows of ``ROW``, sorted by form, of which no two have the same."""
        self.table = table
        self._forms, self._kinds = np.ascontiguousarray(table["form"]), np.ascontiguousarray(table["kinds"])

    @classmethod
    def of(cls, forms: Iterable[tuple[str, int]]) -> "NameDictionary":
        """Return a dictionary of ``forms``, each with its kinds as bits; those of one form are joined."""
        kinds: dict[int, int] = {}
        for form, bits in forms:
            key = crc32(form.encode())
            kinds[key] = kinds.get(key, 0) | bits
        return cls(np.array(sorted(kinds.items()), dtype=ROW))

    def kinds(self, forms: Sequence[str]) -> list[int]:
        """Return what each of ``forms`` names, as bits in the order of ``KINDS``; 0 where it is in no dictionary."""
        if not forms or not len(self._forms):
            return [0] * len(forms)
        found: list[int] = self._named(np.array([crc32(form.encode()) for form in forms], dtype=np.uint32)).tolist()
        return found

    def _named(self, checksums: Array) -> Array:
        """Return what the forms with ``checksums`` name, as bits."""
        found = np.zeros(len(checksums), dtype=np.uint16)
        places = np.flatnonzero(self._beginnings[checksums >> _SHIFT])
        keys = checksums[places]
        rows = np.searchsorted(self._forms, keys)
        rows[rows == len(self._forms)] = 0
        found[places] = np.where(self._forms[rows] == keys, self._kinds[rows], 0)
        return found

    @cached_property
    def _beginnings(self) -> Array:
        """Whether any checksum of a form has these high bits: what few others have is seldom searched for."""
        found = np.zeros(1 << 32 - _SHIFT, dtype=bool)
        found[self._forms >> _SHIFT] = True
        return found

    def words(self, words: Sequence[str]) -> list[int]:
        """Return what each word names by itself; 0 for a word of one to three hiragana, as は."""
        each = Coded.of(words)
        kinds = [0 if _HIRAGANA.fullmatch(w) else k for w, k in zip(each.values, self.kinds(each.values), strict=True)]
        return Coded(kinds, each.codes).items()

    def around(
        self, text: str, starts: Sequence[int], ends: Sequence[int], tags: Sequence[str]
    ) -> list[tuple[str, int]]:
        """Return for each word the longest name of whole words that it stands in: B, I, E or S, and what it names.

        "", 0 where there is none. starts, ends: offsets of words in ``text``, end exclusive. S is a name of one word.

        ゴー|の|夕べ|は  →  (B, work), (I, work), (E, work), ("", 0)
        """
        if not starts or not len(self._forms):
            return [("", 0)] * len(starts)
        begins, stops = np.array(starts), np.array(ends)
        first, last = _places(text, begins, stops, tags)
        checksums = Checksums(text, np.append(begins, stops), _CHARACTERS)
        kinds = self._named(checksums.of(begins[first], stops[last]))
        named = np.flatnonzero(kinds)
        named = named[(first < last)[named] | ~_are_hiragana(text, begins[first[named]], stops[first[named]])]
        first, last, kinds = first[named], last[named], kinds[named]
        longest = _longest(first, last, stops[last] - begins[first], len(starts))
        inside, words = longest >= 0, np.arange(len(starts))
        first, last, kinds = np.append(first, -1)[longest], np.append(last, -1)[longest], np.append(kinds, 0)[longest]
        edges = inside * (1 + 2 * (words > first) + (words < last))
        return [(_EDGES[edge], bits) for edge, bits in zip(edges.tolist(), kinds.tolist(), strict=True)]


_EDGES = ("", "S", "B", "E", "I")  # outside of names; then by whether words stand before (2) and behind (1), from S on


def _places(text: str, starts: Array, ends: Array, tags: Sequence[str]) -> tuple[Array, Array]:
    """Return first and last word of what may be a name, by the first word, the shortest first."""
    tag = Coded.of(tags)
    may_begin = np.array([not value.startswith(_NO_FIRST) for value in tag.values])[tag.codes]
    lines = np.array([*(match.start() for match in re.finditer("\n", text)), len(text)])
    most = np.minimum(lines[np.searchsorted(lines, starts)], starts + _CHARACTERS)
    last = np.arange(len(starts))[:, None] + np.arange(_WORDS)
    within = np.append(ends, [len(text) + 1] * _WORDS)[last] <= most[:, None]
    first, more = np.nonzero(within & may_begin[:, None])
    return first, first + more


def _longest(first: Array, last: Array, lengths: Array, count: int) -> Array:
    """Return for each of ``count`` words which name that it stands in is the longest, -1 for none.

    first, last: words of the names. lengths: in characters; of equally long names the first counts.
    """
    order = np.lexsort((-first, lengths))
    sizes = (last - first + 1)[order]
    names = np.repeat(order, sizes)
    inside = np.arange(len(names)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    longest = np.full(count, -1)
    longest[first[names] + inside] = names  # where several are written, the last one stays
    return longest


def _are_hiragana(text: str, starts: Array, ends: Array) -> Array:
    """Return whether each stretch is one to three hiragana."""
    places = zip(starts.tolist(), ends.tolist(), strict=True)
    return np.array([_HIRAGANA.fullmatch(text, start, end) is not None for start, end in places], dtype=bool)


def load_dictionary(folder: Traversable | None = None) -> NameDictionary:
    """Return the dictionary of names.

    folder: of all trained parts, the package's own where None is given.
    Raises ModelError where the file is missing or changed, or was made for other kinds.
    """
    place, passport = open_part(PART, feature_set=KIND_SET, folder=folder)
    content = read_bytes(place, FORMS)
    check_digest(passport, FORMS, content)
    table = np.load(BytesIO(content), allow_pickle=False)
    if table.dtype != ROW:
        raise ModelError(f"{PART}/{FORMS}: no table of forms; make it with make train")
    return NameDictionary(table)
