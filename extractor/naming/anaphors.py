"""Mentions that refer back without a name: 同社, 同大統領, 彼, and a title by itself (首相)."""

from collections.abc import Iterator

from extractor.lexicon.anaphors import Anaphor, Anaphors
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.words import Words

_PART = load_parts_of_speech()
_NOMINAL = (_PART.noun, _PART.suffix, _PART.prefix)


def find_anaphors(words: Words, anaphors: Anaphors) -> Iterator[Candidate]:
    """Yield each form that may refer back; whether it refers to anything is decided with the entities.

    同大統領は彼に会った  →  同大統領, 彼
    """
    start = 0
    while start < len(words.text):
        for end, entry in anaphors.index.at(words.text, start):
            if _stands(words, start, end, entry):
                yield Candidate(start, end, entry.type, "anaphor", Trust.KNOWN, kind=entry.kind, wide=(start, end))
                start = end - 1
                break
        start += 1


def _stands(words: Words, start: int, end: int, entry: Anaphor) -> bool:
    if not (words.begins(start) and words.stops(end)):
        return False
    return not entry.alone or not (_is_joined(words, start, before=True) or _is_joined(words, end, before=False))


def _is_joined(words: Words, offset: int, *, before: bool) -> bool:
    """Whether a noun or its ending stands directly before or after ``offset``: ウクライナ|大統領, 大統領|選."""
    index = words.by_end.get(offset) if before else words.by_start.get(offset)
    if index is None:
        return False
    if before and words.word(index) in ("の", "・"):
        return True  # ロシアの大統領 may be another's
    return words.tags[index].startswith(_NOMINAL)
