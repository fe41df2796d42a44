"""What is odd about an article that could still be read: a warning each to the package's logger, one line."""

import logging

from extractor.brackets import quote_pairs
from extractor.readers.outcomes import Draft
from extractor.readers.published import to_iso

logger = logging.getLogger(__name__)

_REPLACED = "\ufffd"


def warn(place: str, draft: Draft, encoding: str) -> None:
    """Warn of unclosed quotations, of characters that could not be decoded, and of a date that is none.

    place: the file as messages name it. encoding: what the article was read as.
    """
    if count := draft.text.count(_REPLACED):
        where = _line(draft.text, draft.text.index(_REPLACED))
        logger.warning(
            "%s: line %d: %d characters are damaged, or the encoding is not %s; they are read as %s",
            *(place, where, count, encoding, _REPLACED),
        )
    unclosed = [pair.start for pair in quote_pairs(draft.text) if not pair.closed]
    if unclosed:
        where, others = _line(draft.text, unclosed[0]), len(unclosed) - 1
        more = f" (and {others} more)" if others else ""
        logger.warning(
            "%s: line %d: a %s is never closed%s; it is read up to the end of its sentence or line",
            *(place, where, draft.text[unclosed[0]], more),
        )
    if draft.published and to_iso(draft.published) is None:
        logger.warning("%s: published %r is no date; it is left out", place, draft.published)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
