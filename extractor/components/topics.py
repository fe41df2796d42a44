"""The layer of topics: the places that show what can be spoken about."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.layers import MentionFound, TopicFound, read_layer, write_layer
from extractor.lexicon.topics import load_topics
from extractor.tokenizer import tokenizer_of
from extractor.topics.finding import TopicFinder
from extractor.topics.normal_forms import short_words_of


class TopicsShown:
    """Writes the layer ``topics``."""

    reads = (MentionFound,)
    writes = TopicFound

    def __init__(self, finder: TopicFinder) -> None:
        """finder: of the topics that count."""
        self.finder = finder

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        write_layer(doc, TopicFound, self.finder.find(doc, read_layer(doc, MentionFound)))
        return doc


@Language.factory("extractor_topics", assigns=["doc.spans"], default_config={"file": None})
def make_topics(nlp: Language, name: str, file: str | None) -> TopicsShown:
    """Make the component with the package's topics and those of ``file``, a TOML file."""
    tokenizer = tokenizer_of(nlp)
    topics = load_topics(Path(file) if file else None)
    return TopicsShown(TopicFinder.make(topics, tokenizer.normal_forms, short_words_of(tokenizer.short_words)))
