"""The layer of what statements are about: topics in their places, and what speakers think of them."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.layers import (
    AboutFound,
    ContentFound,
    CueFound,
    EntityFound,
    MentionFound,
    SpeakerFound,
    StatementFound,
    TopicFound,
    write_layer,
)
from extractor.lexicon.grammar import Grammar, load_grammar
from extractor.lexicon.stances import load_stances
from extractor.tokenizer import tokenizer_of
from extractor.topics.about import find_abouts
from extractor.topics.normal_forms import short_words_of
from extractor.topics.stance_words import StanceWords


class Abouts:
    """Writes the layer ``abouts``."""

    reads = (MentionFound, EntityFound, CueFound, ContentFound, SpeakerFound, StatementFound, TopicFound)
    writes = AboutFound

    def __init__(self, grammar: Grammar, words: StanceWords) -> None:
        """grammar: as the lexicon reads it. words: what shows a stance."""
        self._grammar = grammar
        self._words = words

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        write_layer(doc, AboutFound, find_abouts(doc, self._grammar, self._words))
        return doc


@Language.factory("extractor_abouts", requires=["token.head"], assigns=["doc.spans"])
def make_abouts(nlp: Language, name: str) -> Abouts:
    """Make the component with the package's lexicon."""
    tokenizer = tokenizer_of(nlp)
    return Abouts(
        load_grammar(), StanceWords.make(load_stances(), tokenizer.normal_forms, short_words_of(tokenizer.short_words))
    )
