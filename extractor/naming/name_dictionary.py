"""What dictionaries of names say of a form: that some person, place or company bears it. Evidence, no decision.

The table holds no forms, only a checksum of each and what it names; one other form in some thousands is taken for one
that is in it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from io import BytesIO
from zlib import crc32

import numpy as np

from extractor.errors import ModelError
from extractor.lexicon.parts_of_speech import load_parts_of_speech
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
        return self._named([crc32(form.encode()) for form in forms]).tolist()

    def _named(self, checksums: Sequence[int]) -> "np.ndarray[tuple[int], np.dtype[np.uint16]]":
        """Return what the forms with ``checksums`` name, as bits."""
        keys = np.array(checksums, dtype=np.uint32)
        rows = np.searchsorted(self._forms, keys)
        rows[rows == len(self._forms)] = 0
        return np.where(self._forms[rows] == keys, self._kinds[rows], 0)

    def words(self, words: Sequence[str]) -> list[int]:
        """Return what each word names by itself; 0 for a word of one to three hiragana, as は."""
        return [0 if _HIRAGANA.fullmatch(w) else k for w, k in zip(words, self.kinds(words), strict=True)]

    def around(
        self, text: str, starts: Sequence[int], ends: Sequence[int], tags: Sequence[str]
    ) -> list[tuple[str, int]]:
        """Return for each word the longest name of whole words that it stands in: B, I, E or S, and what it names.

        "", 0 where there is none. starts, ends: offsets of words in ``text``, end exclusive. S is a name of one word.

        ゴー|の|夕べ|は  →  (B, work), (I, work), (E, work), ("", 0)
        """
        longest: list[tuple[int, str, int]] = [(0, "", 0)] * len(starts)
        places = list(_places(text, starts, ends, tags)) if starts and len(self._forms) else []
        named = self._named([checksum for _, _, checksum in places]) if places else np.zeros(0)
        for place in named.nonzero()[0].tolist():
            first, last, _ = places[place]
            bits, length = int(named[place]), ends[last] - starts[first]
            if first == last and _HIRAGANA.fullmatch(text, starts[first], ends[first]):
                continue
            for i in range(first, last + 1):
                if longest[i][0] < length:
                    longest[i] = (length, _mark(i, first, last), bits)
        return [(mark, bits) for _, mark, bits in longest]


def _places(
    text: str, starts: Sequence[int], ends: Sequence[int], tags: Sequence[str]
) -> Iterator[tuple[int, int, int]]:
    """Yield first and last word of what may be a name, with its checksum, by the first word, the shortest first."""
    words = [text[start:end].encode() for start, end in zip(starts, ends, strict=True)]
    behind = [text[end:after].encode() for end, after in zip(ends, [*starts[1:], len(text)], strict=True)]  # blanks
    line = -1  # where the line of the word ends: looked for once a line, not once a word
    for first, tag in enumerate(tags):
        if tag.startswith(_NO_FIRST):
            continue
        if line < starts[first]:
            line = text.find("\n", starts[first])
            line = line if line >= 0 else len(text)
        most = min(line, starts[first] + _CHARACTERS)
        checksum = 0
        for last in range(first, min(len(tags), first + _WORDS)):
            if ends[last] > most:
                break
            checksum = crc32(words[last], checksum)  # of one word more: nothing is gone through twice
            yield first, last, checksum
            checksum = crc32(behind[last], checksum)


def _mark(index: int, first: int, last: int) -> str:
    if first == last:
        return "S"
    return "B" if index == first else "E" if index == last else "I"


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
