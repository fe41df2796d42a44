"""What an article as a whole is about."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Doc

from extractor.layers import TopicFound

_FIRST = 3  # sentences in which an article says what it is about, its title among them
_GOOD_PART = 0.4  # of the places that show topics


def themes_of(doc: Doc, topics: Sequence[TopicFound]) -> frozenset[str]:
    """Return the topics that the beginning of ``doc`` shows, and a good part of all places that show topics.

    topics: all of ``doc``, which must have sentences.
    """
    counts = Counter(topic.topic for topic in topics)
    opening = opening_end(doc)
    shown = {topic.topic for topic in topics if topic.start < opening}
    return frozenset(topic for topic in shown if counts[topic] >= _GOOD_PART * len(topics))


def opening_end(doc: Doc) -> int:
    """Return the character at which the beginning of ``doc`` ends."""
    sentences = list(islice(doc.sents, _FIRST))
    return sentences[-1].end_char if sentences else 0
