"""What each pattern of a file of topics finds in articles: to see whether it finds what it is meant to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.api import Extractor
from extractor.article import Article
from extractor.components.topics import TopicsShown
from extractor.folding import fold
from extractor.layers import MentionFound, read_layer
from extractor.lexicon.topics import Pattern, Topic
from extractor.pieces import analyse

EXAMPLES = 3  # kept of each pattern
_AROUND = 15  # characters of context on both sides


@dataclass(frozen=True, slots=True)
class Example:
    """A place that a pattern finds. path: of its article. before, after: the words around it."""

    path: str
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class PatternHits:
    """How often a pattern was found, in how many articles, and where first."""

    topic: Topic
    pattern: Pattern
    hits: int
    articles: int
    examples: tuple[Example, ...]


def count_hits(extractor: Extractor, articles: Iterable[Article]) -> list[PatternHits]:
    """Return one item for each pattern of the topics that ``extractor`` has, also where it finds nothing.

    Raises TypeError where another component bears the name of the one for topics.
    """
    shown = extractor.nlp.get_pipe("extractor_topics")
    if not isinstance(shown, TopicsShown):
        raise TypeError("the pipeline has another component under the name extractor_topics")
    finder = shown.finder
    found: dict[tuple[str, Pattern], _Tally] = {}
    for article in articles:
        folded = fold(article.text)
        with extractor.nlp.memory_zone():
            doc = analyse(extractor.nlp, folded.text)
            for topic, pattern, (start, end) in finder.hits(doc, read_layer(doc, MentionFound)):
                example = _example(article, folded.original(start), folded.original(end))
                found.setdefault((topic.id, pattern), _Tally()).add(example)
    return [
        found.get((topic.id, pattern), _Tally()).hits_of(topic, pattern)
        for topic in finder.topics.topics
        for pattern in (*topic.patterns, *topic.also)
    ]


@dataclass(slots=True)
class _Tally:
    """What is counted of one pattern; of its places only the first are kept."""

    hits: int = 0
    paths: set[str] = field(default_factory=set)
    examples: list[Example] = field(default_factory=list)

    def add(self, example: Example) -> None:
        self.hits += 1
        self.paths.add(example.path)
        if len(self.examples) < EXAMPLES:
            self.examples.append(example)

    def hits_of(self, topic: Topic, pattern: Pattern) -> PatternHits:
        return PatternHits(topic, pattern, self.hits, len(self.paths), tuple(self.examples))


def _example(article: Article, start: int, end: int) -> Example:
    text = article.text
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    return Example(article.source.path or article.id, before.split("\n")[-1], text[start:end], after.split("\n")[0])
