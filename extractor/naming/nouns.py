"""Where a run of nouns that are joined to one another has its other end, and whether it ends."""

from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.words import Words

_PART = load_parts_of_speech()
_NOMINAL = (
    _PART.proper_noun,
    _PART.common_noun,
    _PART.prefix,
    _PART.nominal_suffix,
    _PART.adjectival_noun,
)
_CLOSING = (_PART.particle, _PART.mark)
#: A longer run, in characters, is no name.
_LONGEST = 20


def end_of_nouns(words: Words, start: int) -> int:
    """Return where the nouns end that are joined to one another and begin at ``start``."""
    index, end = words.by_start.get(start), start
    while index is not None and index < len(words) and words.starts[index] == end and end - start < _LONGEST:
        if not words.tags[index].startswith(_NOMINAL):
            break
        end = words.ends[index]
        index += 1
    return end


def start_of_nouns(words: Words, end: int) -> int:
    """Return where the nouns begin that are joined to one another and end at ``end``."""
    index, start = words.by_end.get(end), end
    while index is not None and index >= 0 and words.ends[index] == start and end - start < _LONGEST:
        if not words.tags[index].startswith(_NOMINAL):
            break
        start = words.starts[index]
        index -= 1
    return start


def is_closed(words: Words, index: int) -> bool:
    """Whether a particle or a mark stands at ``index``, or nothing does, so that what is before it ends there."""
    return index == len(words) or words.tags[index].startswith(_CLOSING)
