"""What topics are called on the page to read."""

from pathlib import Path

from extractor.lexicon.topics import load_topics
from extractor.report.things import TopicName


def topic_names(file: Path | None) -> dict[str, TopicName]:
    """Return the names of the built-in topics and of those of ``file``, by id."""
    return {each.id: TopicName(each.name, each.english or each.id) for each in load_topics(file).topics}
