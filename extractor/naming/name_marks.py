"""What the lexicon says of each word of an article, as marks: evidence for the trained recogniser, no decision."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.lexicon.countries import Countries, load_countries
from extractor.lexicon.forms import FormIndex
from extractor.lexicon.organizations import Organizations, load_organizations
from extractor.lexicon.titles import Titles, load_titles

#: The mark of a word with which a title begins.
TITLE = "title-b"
#: Longest head of an organisation's name, in words: 国防|総省.
_HEAD_WORDS = 3


@dataclass(frozen=True)
class Marker:
    """Marks words by the lexicon."""

    countries: Countries
    organizations: Organizations
    titles: Titles

    @classmethod
    def load(cls) -> "Marker":
        """Read and check the data files. Raises LexiconError with file, entry and reason."""
        return cls(load_countries(), load_organizations(), load_titles())

    def marks(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> list[tuple[str, ...]]:
        """Return the marks of each word: -b on the first word of a form, -i on the others, -e on the last.

        starts, ends: offsets of the words in ``text``, end exclusive.

        米国|の|国務|長官  →  (country-b, country-e), (), (title-b), (title-i, title-e)
        """
        found: dict[int, list[str]] = defaultdict(list)
        word_ending = {end: index for index, end in enumerate(ends)}
        for name, places in self._whole_words(text, starts, word_ending).items():
            _mark(found, name, places)
        for end in filter(word_ending.__contains__, self.organizations.head_index.endings(text)):
            last = word_ending[end]
            head = self._head_ending(text, end, starts[max(0, last - _HEAD_WORDS + 1)])
            if head:
                found[last].append(head)
        alone = self._alone
        marks = [alone.get(text[start:end], ()) for start, end in zip(starts, ends, strict=True)]
        for index, more in found.items():
            marks[index] = (*more, *marks[index])
        return marks

    @cached_property
    def _alone(self) -> Mapping[str, tuple[str, ...]]:
        """The marks that words have by themselves."""
        refused, prefixes = self.titles.refused, self.titles.prefix_forms
        return {
            word: ("refused",) * (word in refused) + ("prefix",) * (word in prefixes) for word in refused | prefixes
        }

    @cached_property
    def _index(self) -> tuple[Sequence[str], FormIndex[tuple[str, ...]]]:
        """The names of all marks, and each form with the marks that it gives."""
        forms: dict[str, Iterable[str]] = {
            "country": (n.form for n in self.countries.names if self.countries.index.get(n.form)),
            "organization": (form for entry in self.organizations.names for form in entry.all_forms),
            "title": (form for entry in self.titles.classes for form in entry.forms),
            "lead-in": (form for entry in self.titles.lead_ins for form in entry.forms),
            "kind": (form for entry in self.organizations.kinds for form in entry.forms),
            "legal": self.organizations.legal_forms,
            "famous": (form for entry in self.titles.famous for form in entry.forms),
        }
        marks: dict[str, tuple[str, ...]] = {}
        for name, group in forms.items():
            for form in dict.fromkeys(group):
                marks[form] = (*marks.get(form, ()), name)
        return tuple(forms), FormIndex(marks.items())

    def _whole_words(
        self, text: str, starts: Sequence[int], word_ending: Mapping[int, int]
    ) -> dict[str, list[tuple[int, int]]]:
        """Return (first, last) word of each mark's longest form at each word; forms end where a word ends."""
        names, index = self._index
        found: dict[str, list[tuple[int, int]]] = {name: [] for name in names}
        word_starting = {start: first for first, start in enumerate(starts)}
        for start in index.places(text):
            first = word_starting.get(start, -1)
            for end, marks in index.at(text, start) if first >= 0 else ():
                if end in word_ending:
                    for name in marks:
                        if not found[name] or found[name][-1][0] != first:
                            found[name].append((first, word_ending[end]))
        return found

    def _head_ending(self, text: str, end: int, earliest: int) -> str:
        for start, head in self.organizations.head_index.ending_at(text, end):
            if start >= earliest:
                return f"head-{head.needs}"
        return ""


def _mark(found: Mapping[int, list[str]], name: str, places: Iterable[tuple[int, int]]) -> None:
    for first, last in places:
        found[first].append(f"{name}-b")
        for i in range(first + 1, last + 1):
            found[i].append(f"{name}-i")
        found[last].append(f"{name}-e")
