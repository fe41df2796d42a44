"""Mentions that refer back without a name: 同社, 同大統領, 彼, and a title by itself (首相)."""

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon.anaphors import SAME, Anaphor, Anaphors
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.candidate import Candidate, Trust
from extractor.naming.words import Words
from extractor.records import EntityType, MentionKind

_WORD = load_function_words()
_PART = load_parts_of_speech()
_SHORTEST_TAIL = 2  # characters
_NOMINAL = (_PART.noun, _PART.suffix, _PART.prefix)


def find_anaphors(words: Words, anaphors: Anaphors, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield each form that may refer back; whether it refers to anything is decided with the entities.

    names: of the article.

    同大統領は彼に会った  →  同大統領, 彼;  豊沢町振興会は…。同振興会は  →  同振興会
    """
    listed = list(_find_listed(words, anaphors))
    yield from listed
    done = {anaphor.start for anaphor in listed}
    yield from (tail for tail in _find_tails(words, names) if tail.start not in done)


def _find_tails(words: Words, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield 同 with the nouns behind it that end the name of an organisation named before."""
    organizations = sorted((name for name in names if name.label is EntityType.ORGANIZATION), key=lambda name: name.end)
    done, known, endings, longest = 0, set[str](), set[str](), 0  # of the names before the place at hand
    end = after = 0  # of the nouns at hand, which may be 同 again and again
    for match in re.finditer(SAME, words.text):
        start, index = match.start(), words.by_start.get(match.start())
        if index is None or words.ends[index] != match.end():
            continue
        while done < len(organizations) and organizations[done].end <= start:
            name = words.text[organizations[done].start : organizations[done].end]
            done += 1
            if name not in known:
                known.add(name)
                longest = max(longest, len(name))
                endings.update(name[place:] for place in range(len(name) - _SHORTEST_TAIL + 1))
        if index >= after:
            end, after = _nouns_end(words, index + 1)
        tail = start + len(SAME)
        if end - tail <= longest and words.text[tail:end] in endings:
            yield _back(start, end, EntityType.ORGANIZATION, MentionKind.NOMINAL)


def _nouns_end(words: Words, index: int) -> tuple[int, int]:
    """Return the character and the word behind the nouns that follow one another from the word ``index`` on."""
    end = words.ends[index - 1]
    while index < len(words) and words.starts[index] == end and words.tags[index].startswith(_NOMINAL):
        end = words.ends[index]
        index += 1
    return end, index


def _back(start: int, end: int, label: EntityType, kind: MentionKind) -> Candidate:
    return Candidate(start, end, label, "anaphor", Trust.KNOWN, kind=kind, wide=(start, end))


def _find_listed(words: Words, anaphors: Anaphors) -> Iterator[Candidate]:
    def stands(start: int, end: int, entry: Anaphor) -> bool:
        return _stands(words, start, end, entry)

    for start, end, entry in anaphors.index.find(words.text, stands):
        yield _back(start, end, entry.type, entry.kind)


def _stands(words: Words, start: int, end: int, entry: Anaphor) -> bool:
    if not (words.begins(start) and words.stops(end)) or words.text.startswith(entry.not_before, end):
        return False
    return not entry.alone or not (_is_joined(words, start, before=True) or _is_joined(words, end, before=False))


def _is_joined(words: Words, offset: int, *, before: bool) -> bool:
    """Whether a noun or its ending stands directly before or after ``offset``: ウクライナ|大統領, 大統領|選."""
    index = words.by_end.get(offset) if before else words.by_start.get(offset)
    if index is None:
        return False
    if before and words.word(index) in (_WORD.genitive, "・"):
        return True  # ロシアの大統領 may be another's
    return words.tags[index].startswith(_NOMINAL)
