"""Reporting expressions by the words that they begin with."""

from collections import defaultdict

from extractor.lexicon.cues import CueEntry, CueKind

#: Reporting expressions by their first lemma and by the second; those that need no certain second one under "" too.
CuesByLemma = dict[str, dict[str, list[CueEntry]]]


def index_cues(entries: tuple[CueEntry, ...]) -> CuesByLemma:
    """Return ``entries`` by their first lemmas, the longest first.

    に has によると under よる: most entries that begin with に, の or と are found not to fit by the word behind it.
    """
    by_lemma: dict[str, list[CueEntry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: -len(entry.lemmas)):
        by_lemma[entry.lemmas[0]].append(entry)
    return {
        first: {
            second: [entry for entry in begun if _second(entry) in ("", second)]
            for second in ("", *map(_second, begun))
        }
        for first, begun in by_lemma.items()
    }


def _second(entry: CueEntry) -> str:
    """Return the lemma that must follow the first of ``entry``, "" where none need: 考えを示す is 考えも示す too."""
    return "" if entry.kind is CueKind.PHRASE or len(entry.lemmas) == 1 else entry.lemmas[1]
